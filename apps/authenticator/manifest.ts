import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/**
 * One-time passwords (RFC 6238). Secrets are typed on the trusted keyboard, kept in the app's own volume, and leave it only into the cipher, from which they do not come
 * back. `clock` tells the time; without it there are no codes.
 */
export default defineComponent({
	name: 'authenticator',
	memoryPages: 3,
	regions: appRegions,
	capabilities: { ...appCapabilities, cipher: 7, clock: 8 },
	optional: [...appOptional, 'clock'],
});

import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** Notes, kept in the app's own volume. */
export default defineComponent({
	name: 'notes',
	memoryPages: 5,
	regions: appRegions,
	capabilities: appCapabilities,
	optional: [...appOptional],
});

import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** A hostile app: it tries to take what it was not given, and to use up what belongs to all. Its page says how far it got. */
export default defineComponent({
	name: 'thief',
	memoryPages: 3,
	regions: appRegions,
	capabilities: appCapabilities,
	optional: appOptional,
});

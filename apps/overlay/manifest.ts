import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** A hostile app: it tries to draw, to hear and to stay where it has no business. Its page says how far it got. */
export default defineComponent({
	name: 'overlay',
	memoryPages: 3,
	regions: appRegions,
	capabilities: appCapabilities,
	optional: appOptional,
});

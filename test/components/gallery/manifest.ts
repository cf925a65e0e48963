import { appCapabilities, appOptional, appRegions } from '../../../interfaces/display/app.ts';
import { defineComponent } from '../../../sdk/define.ts';

/** An app with every widget, for the tests of the toolkit. */
export default defineComponent({
	name: 'gallery',
	memoryPages: 8,
	regions: appRegions,
	capabilities: appCapabilities,
	optional: [...appOptional],
});

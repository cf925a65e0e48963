import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** Looks at documents that the user picks, and keeps copies of those that are wanted. It has no way to the user's documents but the gadgets: each opens one. */
export default defineComponent({
	name: 'files',
	memoryPages: 8,
	regions: appRegions,
	capabilities: appCapabilities,
	optional: [...appOptional],
});

import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** A calculator with precedence, brackets, per cent and the last results, in decimal arithmetic. */
export default defineComponent({
	name: 'calculator',
	memoryPages: 3,
	regions: appRegions,
	capabilities: appCapabilities,
	optional: appOptional,
});

import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** What every part of the system has printed, to be read, searched and followed. */
export default defineComponent({
	name: 'log',
	memoryPages: 3,
	regions: appRegions,
	/** `journal` is the console's second interface. */
	capabilities: { ...appCapabilities, journal: 7 },
	optional: appOptional,
});

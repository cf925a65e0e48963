import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** The time of day, a timer and a stopwatch. */
export default defineComponent({
	name: 'clock',
	memoryPages: 3,
	regions: appRegions,
	/** `time` is the sensor that knows the time of day. */
	capabilities: { ...appCapabilities, time: 7 },
	optional: [...appOptional, 'time'],
});

import { defineComponent } from '../../../sdk/define.ts';

/** Looks at every sensor, and takes one picture through a Gate that is good for one. */
export default defineComponent({
	name: 'watcher',
	memoryPages: 2,
	capabilities: { console: 1, camera: 2, microphone: 3, location: 4, battery: 5, clock: 6, power: 7 },
});

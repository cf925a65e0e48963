import { defineComponent } from '../../../sdk/define.ts';

/** Stands where an app has the compositor: takes its pixels, and says what they are. */
export default defineComponent({
	name: 'easel',
	memoryPages: 40,
	capabilities: { console: 1, power: 2, app: 3 },
	provides: ['display'],
});

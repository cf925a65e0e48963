import { defineComponent } from '../../sdk/define.ts';

/** Process capabilities of apps: app n is in slot 8 + n; the roster says so, too. */
// biome-ignore format: a table
const apps = {
	app0: 8, app1: 9, app2: 10, app3: 11, app4: 12, app5: 13, app6: 14, app7: 15,
	app8: 16, app9: 17, app10: 18, app11: 19, app12: 20, app13: 21, app14: 22, app15: 23,
	app16: 24, app17: 25, app18: 26, app19: 27, app20: 28, app21: 29, app22: 30, app23: 31,
};

export default defineComponent({
	name: 'lifecycle',
	regions: { roster: { memory: 1, rights: 'read' } },
	/** `screen` raises the compositor's bit that says: look at the apps. */
	capabilities: { console: 1, screen: 2, ...apps },
	provides: ['lifecycle'],
	optional: Object.keys(apps),
});

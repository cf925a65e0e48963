import { defineComponent } from '../../sdk/define.ts';
import { APPS } from './apps.ts';

/** Process capabilities of apps: app n is in slot 8 + n; the roster says so, too. */
const FIRST_APP = 8;
const apps: Record<`app${number}`, number> = Object.fromEntries(
	Array.from({ length: APPS }, (_, app) => [`app${app}`, FIRST_APP + app]),
);

export default defineComponent({
	name: 'lifecycle',
	regions: { roster: { memory: 1, rights: 'read' } },
	/** `screen` raises the compositor's bit that says: look at the apps. */
	capabilities: { console: 1, screen: 2, ...apps },
	provides: ['lifecycle'],
	optional: Object.keys(apps),
});

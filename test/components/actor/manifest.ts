import { defineComponent } from '../../../sdk/define.ts';

/** An app (badge 3) that also is the script: it says what the user does, and what settings do. */
export default defineComponent({
	name: 'actor',
	capabilities: {
		user: 1,
		permissions: 2,
		clipboard: 4,
		console: 6,
		power: 7,
		settings: 8,
		server: 9,
		neighbour: 10,
		neighbourClipboard: 11,
	},
});

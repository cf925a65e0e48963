import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'talker',
	capabilities: { console: 1, other: 2, power: 3 },
	optional: ['other', 'power'],
});

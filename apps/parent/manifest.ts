import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'parent',
	capabilities: { console: 1, power: 2, family: 3, tom: 4, ann: 5, tomPurse: 6, annPurse: 7 },
	optional: ['tomPurse', 'annPurse'],
});

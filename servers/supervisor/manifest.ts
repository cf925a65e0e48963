import { defineComponent } from '../../sdk/define.ts';

/** Slots of the children's Process capabilities; the roster says which child is in which. */
// biome-ignore format: a table
const children = {
	child0: 8, child1: 9, child2: 10, child3: 11, child4: 12, child5: 13, child6: 14, child7: 15,
	child8: 16, child9: 17, child10: 18, child11: 19, child12: 20, child13: 21, child14: 22, child15: 23,
	child16: 24, child17: 25, child18: 26, child19: 27, child20: 28, child21: 29, child22: 30, child23: 31,
};

export default defineComponent({
	name: 'supervisor',
	regions: { roster: { memory: 1, rights: 'read' } },
	capabilities: { console: 1, ...children },
	provides: ['supervisor'],
	optional: Object.keys(children),
});

import { defineComponent } from '../../sdk/define.ts';

/** Slots of the children's Process capabilities; the roster says which child is in which. */
const children = { child0: 8, child1: 9, child2: 10, child3: 11, child4: 12, child5: 13, child6: 14, child7: 15 };

export default defineComponent({
	name: 'supervisor',
	regions: { roster: { memory: 1, rights: 'read' } },
	capabilities: { console: 1, ...children },
	provides: ['supervisor'],
	optional: ['child0', 'child1', 'child2', 'child3', 'child4', 'child5', 'child6', 'child7'],
});

import { defineComponent } from '../../../sdk/define.ts';

/** Draws the test pictures of the graphics library, into its own memory or into a region. */
export default defineComponent({
	name: 'graphics',
	memoryPages: 144,
	regions: { screen: { memory: 1, rights: ['read', 'write'] }, assets: { memory: 12, rights: 'read' } },
	capabilities: { console: 1, power: 2 },
	optional: ['screen'],
});

import { defineComponent } from '../../../sdk/define.ts';

/** Another client of a driver that somebody pesters. */
export default defineComponent({ name: 'neighbour', capabilities: { console: 1, entropy: 2 } });

import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({ name: 'painter', memoryPages: 40, capabilities: { console: 1, power: 2 } });

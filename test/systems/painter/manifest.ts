import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({ name: 'painter', memoryPages: 24, capabilities: { console: 1, power: 2 } });

import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({ name: 'bench-handler', capabilities: { control: 1, faulty: 2 } });

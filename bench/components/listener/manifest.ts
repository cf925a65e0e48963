import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({ name: 'bench-listener', capabilities: { control: 1 } });

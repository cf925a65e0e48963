import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({ name: 'examiner', capabilities: { console: 1, cipher: 2, power: 3 } });

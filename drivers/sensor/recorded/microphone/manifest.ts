import { defineComponent } from '../../../../sdk/define.ts';

export default defineComponent({ name: 'microphone', provides: ['sensors'] });

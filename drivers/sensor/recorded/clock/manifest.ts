import { defineComponent } from '../../../../sdk/define.ts';

export default defineComponent({ name: 'clock', provides: ['sensors'] });

import { defineComponent } from '../../../../sdk/define.ts';

export default defineComponent({ name: 'battery', provides: ['sensors'] });

import { defineComponent } from '../../../../sdk/define.ts';

export default defineComponent({ name: 'location', provides: ['sensors'] });

import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({ name: 'echo-server', provides: ['echo'] });

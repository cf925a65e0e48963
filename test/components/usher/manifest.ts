import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({ name: 'usher', capabilities: { director: 1 } });

import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({ name: 'clipboard', capabilities: { trusted: 1 }, provides: ['clipboard'] });

import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({ name: 'bystander', capabilities: { warden: 1, answerer: 2, stranger: 3 } });

import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'director',
	capabilities: { control: 1, account: 2, self: 3, subjectImage: 8, usherImage: 9 },
});

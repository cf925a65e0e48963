import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'manager',
	/** `apps` is the account that the apps live on, `child` the lifecycle server's process. */
	capabilities: { lifecycle: 1, apps: 2, child: 3, console: 4, power: 5 },
});

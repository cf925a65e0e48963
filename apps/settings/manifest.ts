import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** The user's choices, who may do what, what everything takes, and what the phone is. */
export default defineComponent({
	name: 'settings',
	memoryPages: 3,
	/** The rosters of lifecycle and of the supervisor: names, memory and code of apps and of the system's parts. */
	regions: { ...appRegions, apps: { memory: 1, rights: 'read' }, parts: { memory: 2, rights: 'read' } },
	/** `grants` is the permission server under the badge of settings. */
	capabilities: { ...appCapabilities, lifecycle: 7, preferences: 8, grants: 9, supervisor: 10 },
	optional: appOptional,
});

import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/** A hostile app: it draws perfect copies of a prompt and of the keyboard for passwords, inside its own window. Nothing that is touched there gives it anything. */
export default defineComponent({
	name: 'impostor',
	memoryPages: 2,
	regions: appRegions,
	capabilities: appCapabilities,
	optional: appOptional,
});

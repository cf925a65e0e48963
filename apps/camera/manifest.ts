import { appCapabilities, appOptional, appRegions } from '../../interfaces/display/app.ts';
import { defineComponent } from '../../sdk/define.ts';

/**
 * Takes pictures with the shutter gadget, and keeps and shows them. One app and not two, because a gallery of its own would need a volume that two share: here nobody beside who
 * took the pictures has them, and the camera itself is there only for one picture, or while the user lets it be.
 */
export default defineComponent({
	name: 'camera',
	memoryPages: 25,
	regions: appRegions,
	capabilities: appCapabilities,
	optional: [...appOptional],
});

import { defineComponent } from '../../../sdk/define.ts';

/** Slot 4 is the driver's own. */
export default defineComponent({ name: 'camera', provides: ['camera'] });

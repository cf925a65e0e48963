import { defineComponent } from '../../sdk/define.ts';
import { COMPOSITOR_PARTS } from './parts.ts';

/** The compositor for a screen of 390 x 844 pixels. */
export default defineComponent({ name: 'compositor', memoryPages: 54, ...COMPOSITOR_PARTS });

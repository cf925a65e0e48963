import { defineComponent } from '../../sdk/define.ts';
import { COMPOSITOR_PARTS } from '../compositor/parts.ts';

/** The compositor for a screen of 780 x 1688 pixels: the same program, with room for four times as many pixels. */
export default defineComponent({ name: 'compositor', memoryPages: 212, ...COMPOSITOR_PARTS });

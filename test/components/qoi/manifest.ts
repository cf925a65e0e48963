import { defineComponent } from '../../../sdk/define.ts';

/** Writes and reads pictures in its own memory, for the test of sdk/graphics/qoi.ts. */
export default defineComponent({ name: 'qoi', memoryPages: 16 });

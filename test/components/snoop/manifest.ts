import { defineComponent } from '../../../sdk/define.ts';

/** Asks a camera and a microphone for what it must not have. */
export default defineComponent({ name: 'snoop', capabilities: { console: 1, power: 2, camera: 4, microphone: 5 } });

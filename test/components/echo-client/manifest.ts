import { defineComponent } from '../../../sdk/define.ts';

/** Calls every method of an echo server, for test/interfaces/stubs.test.ts. */
export default defineComponent({ name: 'echo-client', capabilities: { echo: 1 } });

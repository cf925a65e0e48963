/** The phone, with the sensors of the machine that it runs on. */

import { phone } from './phone.ts';

export default phone('phone', 'a phone: swipe multitasking, a trusted path, a permission for every device and file', {
	scale: 1,
	recorded: false,
});

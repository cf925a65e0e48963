/** The phone for the ARM64 board: the time is that of its clock; what else it notices of the world is recorded, for it has no sensors. */

import { phone } from '../phone/phone.ts';

export default phone('phone-arm64', "the phone, with the ARM64 board's clock and recorded sensors", {
	scale: 1,
	recorded: true,
	boardClock: true,
});

/** The phone with recorded sensors: the same on every machine, for those that have none and for tests. */

import { phone } from '../phone/phone.ts';

export default phone('phone-recorded', 'the phone, with recorded sensors', { scale: 1, recorded: true });

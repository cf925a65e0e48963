/** The phone for fine screens: two pixels to the point. */

import { phone } from '../phone/phone.ts';

export default phone('phone-2x', 'the phone, with two pixels to the point', { scale: 2, recorded: false });

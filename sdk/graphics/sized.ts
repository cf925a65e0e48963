/** Faces for those who want text larger, where lines have their places and only one step more has room. The toolkit, whose pages flow, has four sizes (sdk/ui/metrics.ts). */
import { BODY, BODY_STRONG, LARGE } from './face-numbers.ts';

/** Size of text (0 small .. 3 largest) from which on it is a step larger; each step has two faces. */
const LARGER_FROM: u32 = 2;
const STEP: u32 = 2;

/** The face to take for `face`; what is larger than body text stays as it is. */
export function sizedFace(face: u32, textSize: u32): u32 {
	if (textSize < LARGER_FROM || face > BODY_STRONG) return face;
	return face < BODY ? face + STEP : face - BODY + LARGE;
}

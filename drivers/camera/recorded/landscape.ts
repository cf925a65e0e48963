/** The landscape that the recorded camera sees: a sky, the sun, clouds and hills, each a disc that is cut out of a row. */

/** Size of a picture, in pixels. */
export const WIDTH: u32 = 384;
export const HEIGHT: u32 = 512;
export const ROW_BYTES: u32 = 4 * WIDTH;
const OPAQUE: u32 = 0xff000000;
/** Pixels that a cloud moves from one picture to the next, and where it begins again. */
const WIND: u32 = 2;
const ROUND: u32 = 640;

/** Discs, in the order in which they are painted: x, y, radius; colour at the top and at the bottom; speed in clouds' steps. */
const DISC_WORDS: u32 = 6;
const DISCS: StaticArray<i32> = [
	264, 150, 74, 0xa8d0f4, 0x90bcf0, 0, 264, 150, 52, 0xe0f6ff, 0xb4e4ff, 0, 90, 110, 26, 0xf4ece8, 0xece0d8, 1, 122,
	104, 34, 0xfaf4f0, 0xf0e6de, 1, 160, 116, 22, 0xf4ece8, 0xece0d8, 1, 330, 214, 18, 0xf2e6dc, 0xe8dacc, 2, 352, 208,
	24, 0xf8eee6, 0xecdccc, 2, 60, 760, 420, 0xa09078, 0x80745c, 0, 360, 800, 440, 0x8c8460, 0x70684c, 0, 120, 1010, 610,
	0x5c7848, 0x405830, 0, 330, 1180, 740, 0x3c6438, 0x1c3820, 0,
];

const DISCS_WORDS: u32 = <u32>DISCS.length;

/** Draws row `y` of picture `number` at `target`: ROW_BYTES bytes. */
export function drawRow(target: u32, number: u32, y: u32): void {
	fillRow(target, 0, WIDTH, blend(0xd89858, 0xb0cce8, y, HEIGHT));
	for (let disc: u32 = 0; disc < DISCS_WORDS; disc += DISC_WORDS) {
		drawDisc(target, number, <i32>y, disc);
	}
}

function drawDisc(target: u32, number: u32, y: i32, disc: u32): void {
	const radius = DISCS[disc + 2];
	const down = y - DISCS[disc + 1];
	if (down <= -radius || down >= radius) return;
	const half = <i32>root(<u32>(radius * radius - down * down));
	const drift = (number * WIND * <u32>DISCS[disc + 5]) % ROUND;
	let middle = DISCS[disc] + <i32>drift;
	if (drift > 0 && middle > <i32>WIDTH + radius) middle -= <i32>ROUND;
	const left = max<i32>(middle - half, 0);
	const right = min<i32>(middle + half, <i32>WIDTH);
	if (left >= right) return;
	// Hills are darkest at the foot of the picture, whatever their radius.
	const deep = <u32>min<i32>(down + radius, 220);
	fillRow(target, <u32>left, <u32>right, blend(<u32>DISCS[disc + 3], <u32>DISCS[disc + 4], deep, 220));
}

/** Columns `left` .. `right` - 1 in one colour: what is done is copied behind itself. */
function fillRow(target: u32, left: u32, right: u32, colour: u32): void {
	const first = target + left * 4;
	const bytes = (right - left) * 4;
	store<u32>(first, colour);
	for (let done: u32 = 4; done < bytes; done *= 2) memory.copy(first + done, first, min(done, bytes - done));
}

/** The colour `part` of `whole` on the way from one to the other; blue, green, red from the top. */
function blend(from: u32, to: u32, part: u32, whole: u32): u32 {
	let colour = OPAQUE;
	for (let shift: u32 = 0; shift < 24; shift += 8) {
		const begin = (from >> shift) & 0xff;
		const end = (to >> shift) & 0xff;
		colour |= ((begin * (whole - part) + end * part) / whole) << shift;
	}
	return colour;
}

/** Whole part of the square root. */
function root(square: u32): u32 {
	let result: u32 = 0;
	for (let bit: u32 = 1 << 14; bit !== 0; bit >>= 1) {
		const trial = result | bit;
		if (trial * trial <= square) result = trial;
	}
	return result;
}

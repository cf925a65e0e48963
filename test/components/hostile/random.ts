/** Pseudo-random numbers (xorshift, Marsaglia 2003): the same attack on every machine and at every run. */
let state: u32 = 0x12345678;

export function random(): u32 {
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state;
}

/** Numbers that checks get wrong: around zero, around table sizes, around the signs. */
export function awkward(): i32 {
	const choice = random() % 12;
	if (choice < 5) return random() % 40;
	if (choice === 5) return 0;
	if (choice === 6) return -1 - <i32>(random() % 4);
	if (choice === 7) return 0x7fffffff - <i32>(random() % 2);
	if (choice === 8) return 0x80000000 + (random() % 2);
	if (choice === 9) return 254 + (random() % 4);
	if (choice === 10) return 1022 + (random() % 4);
	return random();
}

/** What the bystanders have told the warden. */
const BYSTANDERS: u32 = 8;
const counts: usize = memory.data(32, 4);
const wrong: usize = memory.data(32, 4);

/** One more round of bystander `badge`; its answer was right or not. */
export function tick(badge: u32, good: i32): i32 {
	if (badge >= BYSTANDERS) return 0;
	store<u32>(counts + (badge << 2), load<u32>(counts + (badge << 2)) + 1);
	if (good !== 1) store<u32>(wrong + (badge << 2), load<u32>(wrong + (badge << 2)) + 1);
	return 0;
}

/** Rounds since the last time that this was asked. */
export function takeTicks(badge: u32): i32 {
	const count = load<u32>(counts + (badge << 2));
	store<u32>(counts + (badge << 2), 0);
	return count;
}

/** Wrong answers that the bystander has ever had. */
export function wrongAnswers(badge: u32): i32 {
	return load<u32>(wrong + (badge << 2));
}

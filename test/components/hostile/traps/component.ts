/** Traps while it serves somebody: the caller gets an error and lives. Before that, it traps on its own; its parent does not restart it. */
export function notified(_bits: u32): void {}

function serve(_badge: i32, _method: i32, _w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	unreachable();
	return 0;
}

export { serve as protected };

/** The server of the measured calls: does nothing at all. */
function serve(_badge: i32, _method: i32, _w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	return 0;
}

export { serve as protected };

import * as echo from '../../../interfaces/echo/server.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { readLoan, writeLoan } from '../../../sdk/loan.ts';

const BUFFER: u32 = memory.data(4096, 8) as u32;

@unmanaged
class Echo extends echo.EchoService {
	nothing(_badge: u32): i32 {
		return SUCCESS;
	}

	add(_badge: u32, left: i32, right: i32): i32 {
		echo.setAddResult(left + right);
		return SUCCESS;
	}

	divide(badge: u32, dividend: u64, divisor: u32): i32 {
		if (badge === 13) return echo.REFUSED;
		echo.setDivideQuotient(dividend / divisor);
		echo.setDivideRemainder(<u32>(dividend % divisor));
		return SUCCESS;
	}

	sum(_badge: u32, length: u32, negate: bool): i32 {
		const status = readLoan(0, BUFFER, length);
		if (status < 0) return status;
		let sum: i32 = 0;
		for (let i: u32 = 0; i < length; i++) sum += load<u8>(BUFFER + i);
		echo.setSumResult(negate ? -sum : sum);
		return SUCCESS;
	}

	fill(_badge: u32, length: u32, value: u32): i32 {
		memory.fill(BUFFER, <u8>value, length);
		return writeLoan(0, BUFFER, length);
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return echo.dispatchEcho<Echo>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };

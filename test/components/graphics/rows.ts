/** The kernels that everything is drawn with, one at a time. */

import * as rows from '../../../sdk/graphics/rows.ts';
import { answer, setWord } from '../../../sdk/message.ts';
import * as protocol from './protocol.ts';

/** Lets a kernel work on `count` pixels of UNDER; `value` is its colour or alpha. */
export function applyKernel(kernel: i32, count: u32, value: u32, lifted: bool): i32 {
	if (kernel === protocol.ROWS_FILL) rows.fillRow(rows.UNDER, count, value);
	else if (kernel === protocol.ROWS_COLOUR) rows.blendColour(rows.UNDER, count, value);
	else if (kernel === protocol.ROWS_INK) rows.blendInk(rows.UNDER, count, value, lifted);
	else if (kernel === protocol.ROWS_SOURCE) rows.blendSource(rows.UNDER, count);
	else if (kernel === protocol.ROWS_SOURCE_COVERED) rows.blendSourceCovered(rows.UNDER, count);
	else if (kernel === protocol.ROWS_FADE) rows.fadeSource(count, value);
	setWord(0, rows.UNDER);
	setWord(1, rows.SOURCE);
	setWord(2, rows.COVERAGE);
	return answer(0, 3);
}

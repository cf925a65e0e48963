import { QOI_BROKEN, QOI_BYTES, QOI_HEADER_BYTES, Qoi } from '../../../sdk/graphics/qoi.ts';
import { answer, setWord } from '../../../sdk/message.ts';
import { BROKEN, FILE, PIXELS, WRITE } from './protocol.ts';

const qoi = changetype<Qoi>(memory.data(QOI_BYTES, 8));

function write(width: u32, height: u32): u32 {
	qoi.beginWriting(FILE, width, height);
	let length = QOI_HEADER_BYTES;
	for (let row: u32 = 0; row < height; row++) length += qoi.writeRow(PIXELS + 4 * width * row, FILE + length);
	return length + qoi.finish(FILE + length);
}

/** The rows that could be read of `length` bytes, and of how many pixels each. */
function read(length: u32): u32 {
	if (length < QOI_HEADER_BYTES || !qoi.beginReading(FILE)) return BROKEN;
	let place = QOI_HEADER_BYTES;
	if (<u64>qoi.width * qoi.height > (FILE - PIXELS) / 4) return BROKEN;
	for (let row: u32 = 0; row < qoi.height; row++) {
		const taken = qoi.readRow(PIXELS + 4 * qoi.width * row, FILE + place, length - place);
		if (taken === QOI_BROKEN) return BROKEN;
		place += taken;
	}
	return place;
}

function serve(_badge: i32, method: i32, first: i32, second: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	setWord(0, method === WRITE ? write(first, second) : read(first));
	setWord(1, qoi.width);
	setWord(2, qoi.height);
	return answer(0, 3);
}

export { serve as protected };

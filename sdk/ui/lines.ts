/** How a long text is broken into lines: kept for one text at a time, and found anew only when that, its width or its face has changed. */

import { lineTaken, nextLine, runBytes, setUtf8 } from '../graphics/run.ts';
import { TextBuffer } from './buffer.ts';

/** Lines of a text, at most; what comes behind is not shown. */
export const LINES_MOST: u32 = 1024;
/** First byte of each line, and of what follows the last one. */
const STARTS: u32 = memory.data(4100, 8) as u32;
/** Bytes that are looked at for a line: more than fit into the widest one. */
const WINDOW: u32 = 200;
const LINE_FEED: u32 = 0x0a;
let count: u32 = 0;
let ofAddress: u32 = 0;
let ofRevision: u32 = 0;
let ofWidth: i32 = 0;
let ofFace: u32 = 0;

/** Breaks the text at `width` pixels; how many lines there are, at least 1. */
export function breakLines(buffer: TextBuffer, face: u32, width: i32): u32 {
	const same = buffer.address === ofAddress && buffer.revision === ofRevision && width === ofWidth && face === ofFace;
	if (same && count > 0) return count;
	ofAddress = buffer.address;
	ofRevision = buffer.revision;
	ofWidth = width;
	ofFace = face;
	count = 0;
	let start: u32 = 0;
	do {
		store<u32>(STARTS + 4 * count++, start);
		start = endOfLine(buffer, face, width, start);
	} while (count < LINES_MOST && start < buffer.length);
	// A line feed at the end begins a line without text.
	const open = buffer.length > 0 && load<u8>(buffer.address + buffer.length - 1) === LINE_FEED;
	if (open && count < LINES_MOST) store<u32>(STARTS + 4 * count++, buffer.length);
	store<u32>(STARTS + 4 * count, buffer.length);
	return count;
}

/** First byte of line `index`, which may be the number of lines. */
export function lineStart(index: u32): u32 {
	return load<u32>(STARTS + 4 * min(index, count));
}

/** First byte behind the visible part of a line: its line feed left out. */
export function lineEnd(buffer: TextBuffer, index: u32): u32 {
	const end = lineStart(index + 1);
	return end > lineStart(index) && load<u8>(buffer.address + end - 1) === LINE_FEED ? end - 1 : end;
}

/** The line in which byte `place` stands. */
export function lineOfByte(place: u32): u32 {
	let index: u32 = 0;
	while (index + 1 < count && lineStart(index + 1) <= place) index++;
	return index;
}

/** Where the line that begins at `start` ends, its line feed or space included. */
function endOfLine(buffer: TextBuffer, face: u32, width: i32, start: u32): u32 {
	let end = start;
	const most = min(buffer.length, start + WINDOW);
	while (end < most && load<u8>(buffer.address + end) !== LINE_FEED) end = buffer.after(end);
	if (end === start) return min(buffer.length, start + 1);
	setUtf8(face, buffer.address + start, end - start, false);
	if (!nextLine(width)) return end;
	const taken = start + runBytes(buffer.address + start, end - start, lineTaken());
	if (taken < end) return max(taken, start + 1);
	return end < buffer.length && load<u8>(buffer.address + end) === LINE_FEED ? end + 1 : end;
}

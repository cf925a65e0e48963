/** Operations on the contents of files. */

import { KIND_FILE } from '../../../interfaces/files/how.ts';
import { setReadResult } from '../../../interfaces/files/server.ts';
import { millisecondsNow } from '../../../interfaces/sensors/daytime.ts';
import { cutContents, readContents, writeContents } from '../contents.ts';
import { NODE_VOLUME } from '../layout.ts';
import { quotaOf } from '../volumes.ts';
import { beginChange, beginOn, end, endChange, node, object, owner } from './session.ts';

export function read(badge: u32, length: u32, offset: u32): i32 {
	let result = beginOn(badge, KIND_FILE);
	if (result === 0) result = readContents(object, node, owner, offset, length);
	const answer = end(result);
	if (result >= 0) setReadResult(<u32>result);
	return answer;
}

export function write(badge: u32, length: u32, offset: u32): i32 {
	let result = beginChange(badge, KIND_FILE);
	if (result === 0) {
		const quota = quotaOf(load<u8>(node + NODE_VOLUME));
		result = writeContents(object, node, owner, offset, length, quota, millisecondsNow());
	}
	return endChange(result);
}

export function truncate(badge: u32, size: u32): i32 {
	let result = beginChange(badge, KIND_FILE);
	if (result === 0) result = cutContents(object, node, owner, size, millisecondsNow());
	return endChange(result);
}

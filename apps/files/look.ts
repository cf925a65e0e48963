/** What is found in the volume goes into the table. */

import { entryKind, entrySize } from '../../interfaces/files/client.ts';
import { KIND_FILE } from '../../interfaces/files/how.ts';
import { isUnfinished, Walk } from '../../interfaces/files/walk.ts';
import { addFile, beginTable, endTable, setSpace } from './table.ts';

@unmanaged
export class Look extends Walk {
	begin(): void {
		beginTable();
	}

	found(name: u32, length: u32): bool {
		if (isUnfinished(name, length)) return false;
		if (entryKind() === KIND_FILE) addFile(name, length, entrySize());
		return true;
	}

	end(): void {
		endTable();
	}

	measured(used: u64, quota: u64): void {
		setSpace(used, quota);
	}
}

/** What is found in the volume goes into the roll: pictures, each followed by its small copy. */

import { isUnfinished, Walk } from '../../interfaces/files/walk.ts';
import { FILE_PICTURE, FILE_SMALL, kindRead, numberRead, readName } from './names.ts';
import { addPicture, beginList, endList, setSpace } from './roll.ts';

/** Number of the picture that was found last. */
let last: u32 = 0;

@unmanaged
export class List extends Walk {
	begin(): void {
		beginList();
		last = 0;
	}

	/** What is neither finished nor of a picture does not stay. */
	found(name: u32, length: u32): bool {
		readName(name, length);
		if (kindRead === FILE_SMALL) return numberRead === last;
		if (kindRead !== FILE_PICTURE) return !isUnfinished(name, length);
		last = numberRead;
		addPicture(last);
		return true;
	}

	end(): void {
		endList();
	}

	measured(used: u64, quota: u64): void {
		setSpace(used, quota);
	}
}

/** Physical memory: extents, regions, mappings. Every region is zero when it is handed out. */
import { ROW_IMAGES } from '../../../../abi/boot.ts';
import {
	CAUSE_MEMORY,
	COPY,
	DELETE,
	EXTENT_MERGE,
	EXTENT_SPLIT,
	PROCESS_READ,
	PROCESS_RESTART,
	READ_PROCESS_FAULT,
	READ_REGION_KIND,
	READ_REGION_LABEL,
	READ_REGION_PAGE,
	READ_REGION_PAGES,
	REGION_CLEAR,
	REGION_CREATE,
	REGION_DESTROY,
	REGION_DEVICE,
	REGION_MAP,
	REGION_PREPARE,
	REGION_READ,
	REGION_REVOKE,
	REGION_UNMAP,
} from '../../../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_OWN } from '../../../../abi/component.ts';
import {
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	NOT_AVAILABLE,
	OK,
	QUOTA_EXCEEDED,
	SERVER_FAULT,
	SLOT_OCCUPIED,
	WRONG_STATE,
} from '../../../../abi/errors.ts';
import {
	RIGHT_COPY,
	RIGHT_EXECUTE,
	RIGHT_LOG,
	RIGHT_READ,
	RIGHT_SPLIT,
	RIGHT_START,
	RIGHT_WRITE,
} from '../../../../abi/rights.ts';
import { MEMORY_DEVICE, MEMORY_NORMAL, REGION_PAGES_MOST } from '../../../../kernel/layout.ts';
import { DO_READ_ONLY_LOAD, DO_REGION_LOAD, DO_REGION_STORE } from '../../protocol.ts';
import { beginArea, expect } from '../report.ts';
import {
	ACCOUNT,
	CONTROL,
	EMPTY,
	END,
	FREE_RAM,
	IDLE,
	IMAGE_SUBJECT,
	NEXT,
	ROW_NONE,
	ROW_REGION,
	ramPage,
	SCRATCH,
	sys,
} from '../stage.ts';
import { ask, CALL_FAILED, makeAndStart, makeRegion, processSlot, unmakeAll, unmakeRegion } from '../subjects.ts';

const HOLDER: i32 = 0;
const REGION: i32 = SCRATCH;
const POOR: i32 = SCRATCH + 1;
const FRESH: i32 = SCRATCH + 2;
const PIECE: i32 = ROW_REGION + 1;
const PIECE_TOO: i32 = ROW_REGION + 2;
const BOTH: i32 = RIGHT_READ | RIGHT_WRITE;
const FAULTED: i32 = SERVER_FAULT * CALL_FAILED;
/** One WebAssembly page. */
const PAGES: i32 = 16;
const LAST_WORD: i32 = 0xfffc;
/** Memories of a subject: one that it reads and writes, one that it only reads. */
const SHARED: i32 = 1;
const READABLE: i32 = 2;
/** One that it never touches. */
const WINDOW: i32 = 12;
/** A page of no RAM on any machine: the redistributors of QEMU's GICv3 lie there, nothing else. */
const DEVICE_PAGE: i32 = 0x80a0;

function extents(): i32 {
	expect('split', sys(EXTENT_SPLIT, ACCOUNT, FREE_RAM, ROW_REGION, 8), OK);
	expect('splitAgain', sys(EXTENT_SPLIT, ACCOUNT, ROW_REGION, PIECE, 3), OK);
	expect('splitOfNothing', sys(EXTENT_SPLIT, ACCOUNT, PIECE_TOO, PIECE_TOO + 1, 1), NOT_AVAILABLE);
	expect('splitOfUnknown', sys(EXTENT_SPLIT, ACCOUNT, ROW_NONE, PIECE_TOO, 1), NOT_AVAILABLE);
	expect('splitIntoUsed', sys(EXTENT_SPLIT, ACCOUNT, FREE_RAM, PIECE, 1), NOT_AVAILABLE);
	expect('splitIntoUnknown', sys(EXTENT_SPLIT, ACCOUNT, FREE_RAM, ROW_NONE, 1), NOT_AVAILABLE);
	expect('splitNoPages', sys(EXTENT_SPLIT, ACCOUNT, ROW_REGION, PIECE_TOO, 0), INVALID_ARGUMENT);
	expect('splitAllPages', sys(EXTENT_SPLIT, ACCOUNT, ROW_REGION, PIECE_TOO, 5), INVALID_ARGUMENT);
	expect('splitWithoutAccount', sys(EXTENT_SPLIT, EMPTY, ROW_REGION, PIECE_TOO, 1), INVALID_CAPABILITY);
	sys(COPY, ACCOUNT, POOR, RIGHT_SPLIT | RIGHT_COPY);
	expect('splitNeedsSpend', sys(EXTENT_SPLIT, POOR, ROW_NONE, ROW_NONE, 0), MISSING_RIGHT);
	sys(DELETE, POOR);
	expect('mergeWrongOrder', sys(EXTENT_MERGE, ACCOUNT, PIECE, ROW_REGION), INVALID_ARGUMENT);
	expect('mergeWithItself', sys(EXTENT_MERGE, ACCOUNT, PIECE, PIECE), NOT_AVAILABLE);
	expect('mergeNotAdjacent', sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, PIECE), INVALID_ARGUMENT);
	expect('merge', sys(EXTENT_MERGE, ACCOUNT, ROW_REGION, PIECE), OK);
	expect('mergedIsGone', sys(EXTENT_MERGE, ACCOUNT, ROW_REGION, PIECE), NOT_AVAILABLE);
	expect('mergeBack', sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, ROW_REGION), OK);
	return NEXT;
}

function creating(): i32 {
	expect('makeHolder', makeAndStart(HOLDER, IMAGE_SUBJECT, 160), OK);
	expect('noPages', sys(REGION_CREATE, ACCOUNT, FREE_RAM, ROW_REGION, 0, REGION), INVALID_ARGUMENT);
	expect(
		'tooManyPages',
		sys(REGION_CREATE, ACCOUNT, FREE_RAM, ROW_REGION, REGION_PAGES_MOST + 1, REGION),
		INVALID_ARGUMENT,
	);
	expect('noSlot', sys(REGION_CREATE, ACCOUNT, FREE_RAM, ROW_REGION, PAGES, 0), INVALID_ARGUMENT);
	expect('slotOccupied', sys(REGION_CREATE, ACCOUNT, FREE_RAM, ROW_REGION, PAGES, ACCOUNT), SLOT_OCCUPIED);
	expect('outOfNothing', sys(REGION_CREATE, ACCOUNT, PIECE, ROW_REGION, PAGES, REGION), NOT_AVAILABLE);
	expect('withoutAccount', sys(REGION_CREATE, EMPTY, FREE_RAM, ROW_REGION, PAGES, REGION), INVALID_CAPABILITY);
	sys(EXTENT_SPLIT, ACCOUNT, FREE_RAM, PIECE, PAGES + 1);
	expect('noRoomForTables', sys(REGION_CREATE, ACCOUNT, PIECE, ROW_REGION, PAGES, REGION), QUOTA_EXCEEDED);
	sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, PIECE);
	expect('create', sys(REGION_CREATE, ACCOUNT, FREE_RAM, ROW_REGION, PAGES, REGION), OK);
	expect('createTwice', sys(REGION_CREATE, ACCOUNT, FREE_RAM, ROW_REGION, PAGES, FRESH), NOT_AVAILABLE);
	expect('pages', sys(REGION_READ, REGION, READ_REGION_PAGES), PAGES);
	expect('kind', sys(REGION_READ, REGION, READ_REGION_KIND), MEMORY_NORMAL);
	expect('labelOfCreator', sys(REGION_READ, REGION, READ_REGION_LABEL), 0);
	expect('page', sys(REGION_READ, REGION, READ_REGION_PAGE) > 0 ? 1 : 0, 1);
	sys(COPY, REGION, POOR, BOTH);
	expect('pageNeedsAddress', sys(REGION_READ, POOR, READ_REGION_PAGE), MISSING_RIGHT);
	sys(DELETE, POOR);
	expect('pageOfNothing', sys(REGION_READ, EMPTY, READ_REGION_PAGE), INVALID_CAPABILITY);
	expect('readUnknown', sys(REGION_READ, REGION, 99), INVALID_ARGUMENT);
	expect('readNothing', sys(REGION_READ, EMPTY, READ_REGION_PAGES), INVALID_CAPABILITY);
	expect('mapUnprepared', sys(REGION_MAP, processSlot(HOLDER), REGION, SHARED, BOTH), WRONG_STATE);
	expect('clearUnprepared', sys(REGION_CLEAR, REGION, 0), INVALID_ARGUMENT);
	expect('prepareOutOfOrder', sys(REGION_PREPARE, ACCOUNT, ROW_REGION, 1), INVALID_ARGUMENT);
	expect('prepareUnknown', sys(REGION_PREPARE, ACCOUNT, ROW_NONE, 0), NOT_AVAILABLE);
	expect('prepareFree', sys(REGION_PREPARE, ACCOUNT, FREE_RAM, 0), NOT_AVAILABLE);
	expect('prepare', sys(REGION_PREPARE, ACCOUNT, ROW_REGION, 0), OK);
	expect('prepareTwice', sys(REGION_PREPARE, ACCOUNT, ROW_REGION, 0), INVALID_ARGUMENT);
	expect('prepareBehindEnd', sys(REGION_PREPARE, ACCOUNT, ROW_REGION, 1), INVALID_ARGUMENT);
	return IDLE;
}

function refusingMaps(): i32 {
	const holder = processSlot(HOLDER);
	expect('mapMemorySixteen', sys(REGION_MAP, holder, REGION, 16, BOTH), INVALID_ARGUMENT);
	expect('mapMemoryFourteen', sys(REGION_MAP, holder, REGION, 14, BOTH), INVALID_ARGUMENT);
	expect('mapWithoutRights', sys(REGION_MAP, holder, REGION, SHARED, 0), INVALID_ARGUMENT);
	expect('mapWriteOnly', sys(REGION_MAP, holder, REGION, SHARED, RIGHT_WRITE), INVALID_ARGUMENT);
	expect('mapUnknownRights', sys(REGION_MAP, holder, REGION, SHARED, 32), INVALID_ARGUMENT);
	expect('mapToExecute', sys(REGION_MAP, holder, REGION, SHARED, RIGHT_READ | RIGHT_EXECUTE), MISSING_RIGHT);
	expect('mapAsCode', sys(REGION_MAP, holder, REGION, MEMORY_CODE, BOTH), INVALID_ARGUMENT);
	expect('mapImageAsData', sys(REGION_MAP, holder, IMAGE_SUBJECT, SHARED, RIGHT_READ), INVALID_ARGUMENT);
	expect('mapImageToWrite', sys(REGION_MAP, holder, IMAGE_SUBJECT, SHARED, BOTH), MISSING_RIGHT);
	expect('mapOntoMapped', sys(REGION_MAP, holder, REGION, MEMORY_OWN, BOTH), SLOT_OCCUPIED);
	expect('mapNothing', sys(REGION_MAP, holder, EMPTY, SHARED, BOTH), INVALID_CAPABILITY);
	expect('mapAccount', sys(REGION_MAP, holder, ACCOUNT, SHARED, BOTH), INVALID_CAPABILITY);
	expect('mapIntoNobody', sys(REGION_MAP, EMPTY, REGION, SHARED, BOTH), INVALID_CAPABILITY);
	sys(COPY, holder, POOR, RIGHT_START | RIGHT_COPY);
	expect('mapNeedsConfigure', sys(REGION_MAP, POOR, REGION, 16, BOTH), MISSING_RIGHT);
	expect('unmapNeedsConfigure', sys(REGION_UNMAP, POOR, MEMORY_OWN), MISSING_RIGHT);
	sys(DELETE, POOR);
	sys(COPY, REGION, POOR, RIGHT_READ | RIGHT_COPY);
	expect('mapNeedsWrite', sys(REGION_MAP, holder, POOR, SHARED, BOTH), MISSING_RIGHT);
	expect('clearNeedsWrite', sys(REGION_CLEAR, POOR, 0), MISSING_RIGHT);
	sys(DELETE, POOR);
	expect('unmapUnmapped', sys(REGION_UNMAP, holder, SHARED), INVALID_ARGUMENT);
	expect('unmapMemorySixteen', sys(REGION_UNMAP, holder, 16), INVALID_ARGUMENT);
	makeRegion(PIECE, 1, FRESH);
	expect('mapPartOfPage', sys(REGION_MAP, holder, FRESH, SHARED, BOTH), INVALID_ARGUMENT);
	unmakeRegion(PIECE, FRESH);
	return NEXT;
}

function mapping(): i32 {
	const holder = processSlot(HOLDER);
	expect('unmappedFaults', ask(HOLDER, DO_REGION_LOAD, 0), FAULTED);
	expect('unmappedCause', sys(PROCESS_READ, holder, READ_PROCESS_FAULT), CAUSE_MEMORY);
	sys(PROCESS_RESTART, holder);
	expect('map', sys(REGION_MAP, holder, REGION, SHARED, BOTH), OK);
	expect('zeroFirst', ask(HOLDER, DO_REGION_LOAD, 0), 0);
	expect('zeroLast', ask(HOLDER, DO_REGION_LOAD, LAST_WORD), 0);
	expect('store', ask(HOLDER, DO_REGION_STORE, LAST_WORD, 4711), 0);
	expect('load', ask(HOLDER, DO_REGION_LOAD, LAST_WORD), 4711);
	expect('mapReadOnly', sys(REGION_MAP, holder, REGION, READABLE, RIGHT_READ), OK);
	expect('sameMemoryTwice', ask(HOLDER, DO_READ_ONLY_LOAD, LAST_WORD), 4711);
	expect('clear', sys(REGION_CLEAR, REGION, 0), OK);
	expect('cleared', ask(HOLDER, DO_REGION_LOAD, LAST_WORD), 0);
	expect('clearBehindEnd', sys(REGION_CLEAR, REGION, 1), INVALID_ARGUMENT);
	expect('pastEnd', ask(HOLDER, DO_REGION_LOAD, LAST_WORD + 4), FAULTED);
	sys(PROCESS_RESTART, holder);
	ask(HOLDER, DO_REGION_STORE, LAST_WORD, 815);
	expect('unmap', sys(REGION_UNMAP, holder, READABLE), OK);
	expect('unmapLeavesOther', ask(HOLDER, DO_REGION_LOAD, LAST_WORD), 815);
	expect('unmapOther', sys(REGION_UNMAP, holder, SHARED), OK);
	expect('unmappedAgain', ask(HOLDER, DO_REGION_LOAD, 0), FAULTED);
	sys(PROCESS_RESTART, holder);
	expect('mapAgain', sys(REGION_MAP, holder, REGION, SHARED, BOTH), OK);
	expect('contentsStay', ask(HOLDER, DO_REGION_LOAD, LAST_WORD), 815);
	return NEXT;
}

/** A mapping with fewer rights than the component's instructions need. */
function readOnly(): i32 {
	const holder = processSlot(HOLDER);
	sys(REGION_UNMAP, holder, SHARED);
	expect('mapWithLess', sys(REGION_MAP, holder, REGION, SHARED, RIGHT_READ), OK);
	expect('storeToReadOnly', ask(HOLDER, DO_REGION_STORE, 0, 1), FAULTED);
	expect('storeCause', sys(PROCESS_READ, holder, READ_PROCESS_FAULT), CAUSE_MEMORY);
	sys(PROCESS_RESTART, holder);
	sys(REGION_UNMAP, holder, SHARED);
	sys(REGION_MAP, holder, REGION, SHARED, BOTH);
	expect('notStored', ask(HOLDER, DO_REGION_LOAD, 0), 0);
	return NEXT;
}

function revoking(): i32 {
	const holder = processSlot(HOLDER);
	expect('revokeOccupied', sys(REGION_REVOKE, ACCOUNT, ROW_REGION, REGION), SLOT_OCCUPIED);
	expect('revokeWithoutAccount', sys(REGION_REVOKE, EMPTY, ROW_REGION, FRESH), INVALID_CAPABILITY);
	expect('revokeImage', sys(REGION_REVOKE, ACCOUNT, ROW_IMAGES, FRESH), WRONG_STATE);
	expect('destroyImage', sys(REGION_DESTROY, ACCOUNT, ROW_IMAGES), WRONG_STATE);
	expect('destroyWithoutAccount', sys(REGION_DESTROY, EMPTY, ROW_REGION), INVALID_CAPABILITY);
	expect('prepareWithoutAccount', sys(REGION_PREPARE, EMPTY, ROW_REGION, 0), INVALID_CAPABILITY);
	expect('mergeWithoutAccount', sys(EXTENT_MERGE, EMPTY, FREE_RAM, ROW_REGION), INVALID_CAPABILITY);
	expect('revokeUnknown', sys(REGION_REVOKE, ACCOUNT, ROW_NONE, FRESH), NOT_AVAILABLE);
	expect('revokeFree', sys(REGION_REVOKE, ACCOUNT, FREE_RAM, FRESH), NOT_AVAILABLE);
	expect('revoke', sys(REGION_REVOKE, ACCOUNT, ROW_REGION, FRESH), OK);
	expect('oldCapabilityDead', sys(REGION_READ, REGION, READ_REGION_PAGES), INVALID_CAPABILITY);
	expect('freshCapability', sys(REGION_READ, FRESH, READ_REGION_PAGES), PAGES);
	expect('mappingDead', ask(HOLDER, DO_REGION_LOAD, 0), FAULTED);
	sys(PROCESS_RESTART, holder);
	sys(DELETE, REGION);
	expect('mapFresh', sys(REGION_MAP, holder, FRESH, SHARED, BOTH), OK);
	expect('contentsSurviveRevocation', ask(HOLDER, DO_REGION_LOAD, LAST_WORD), 815);
	expect('destroy', sys(REGION_DESTROY, ACCOUNT, ROW_REGION), OK);
	expect('destroyTwice', sys(REGION_DESTROY, ACCOUNT, ROW_REGION), NOT_AVAILABLE);
	expect('destroyUnknown', sys(REGION_DESTROY, ACCOUNT, ROW_NONE), NOT_AVAILABLE);
	expect('destroyedIsGone', sys(REGION_READ, FRESH, READ_REGION_PAGES), INVALID_CAPABILITY);
	expect('destroyedMapping', ask(HOLDER, DO_REGION_LOAD, 0), FAULTED);
	sys(PROCESS_RESTART, holder);
	sys(DELETE, FRESH);
	expect('memoryBack', sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, ROW_REGION), OK);
	expect('sameMemoryAgain', makeRegion(ROW_REGION, PAGES, REGION), OK);
	sys(REGION_MAP, holder, REGION, SHARED, BOTH);
	expect('zeroAgain', ask(HOLDER, DO_REGION_LOAD, LAST_WORD), 0);
	return NEXT;
}

function devices(): i32 {
	const packed = FRESH | (1 << 16);
	sys(COPY, CONTROL, POOR, RIGHT_LOG);
	expect('deviceNeedsPower', sys(REGION_DEVICE, POOR, ACCOUNT, FREE_RAM, PIECE, DEVICE_PAGE, packed), MISSING_RIGHT);
	sys(DELETE, POOR);
	expect(
		'deviceNeedsAccount',
		sys(REGION_DEVICE, CONTROL, EMPTY, FREE_RAM, PIECE, DEVICE_PAGE, packed),
		INVALID_CAPABILITY,
	);
	expect(
		'deviceNeedsRow',
		sys(REGION_DEVICE, CONTROL, ACCOUNT, FREE_RAM, ROW_REGION, DEVICE_PAGE, packed),
		NOT_AVAILABLE,
	);
	expect(
		'deviceOfNoPages',
		sys(REGION_DEVICE, CONTROL, ACCOUNT, FREE_RAM, PIECE, DEVICE_PAGE, FRESH),
		INVALID_ARGUMENT,
	);
	expect(
		'deviceTooLarge',
		sys(REGION_DEVICE, CONTROL, ACCOUNT, FREE_RAM, PIECE, DEVICE_PAGE, FRESH | (17 << 16)),
		INVALID_ARGUMENT,
	);
	expect('deviceOfRam', sys(REGION_DEVICE, CONTROL, ACCOUNT, FREE_RAM, PIECE, ramPage(), packed), INVALID_ARGUMENT);
	sys(EXTENT_SPLIT, ACCOUNT, FREE_RAM, PIECE_TOO, 1);
	expect(
		'deviceNeedsTables',
		sys(REGION_DEVICE, CONTROL, ACCOUNT, PIECE_TOO, PIECE, DEVICE_PAGE, packed),
		QUOTA_EXCEEDED,
	);
	sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, PIECE_TOO);
	expect('deviceOverflow', sys(REGION_DEVICE, CONTROL, ACCOUNT, FREE_RAM, PIECE, -1, packed), INVALID_ARGUMENT);
	expect(
		'deviceOccupied',
		sys(REGION_DEVICE, CONTROL, ACCOUNT, FREE_RAM, PIECE, DEVICE_PAGE, ACCOUNT | (1 << 16)),
		SLOT_OCCUPIED,
	);
	expect('device', sys(REGION_DEVICE, CONTROL, ACCOUNT, FREE_RAM, PIECE, DEVICE_PAGE, packed), OK);
	expect('deviceKind', sys(REGION_READ, FRESH, READ_REGION_KIND), MEMORY_DEVICE);
	expect('deviceClear', sys(REGION_CLEAR, FRESH, 0), INVALID_ARGUMENT);
	expect('devicePage', sys(REGION_READ, FRESH, READ_REGION_PAGE), DEVICE_PAGE);
	expect('deviceUnprepared', sys(REGION_MAP, processSlot(HOLDER), FRESH, WINDOW, BOTH), WRONG_STATE);
	sys(REGION_PREPARE, ACCOUNT, PIECE, 0);
	expect('deviceOfOnePage', sys(REGION_MAP, processSlot(HOLDER), FRESH, WINDOW, BOTH), OK);
	sys(REGION_UNMAP, processSlot(HOLDER), WINDOW);
	expect('deviceDestroy', unmakeRegion(PIECE, FRESH), OK);
	return NEXT;
}

function cleaning(): i32 {
	expect('unmake', unmakeAllAnd(), OK);
	return END;
}

/** The region was cut off after the holder's memory: it goes back first. */
function unmakeAllAnd(): i32 {
	const error = unmakeRegion(ROW_REGION, REGION);
	return error === OK ? unmakeAll(1) : error;
}

export function regions(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('regions');
			return extents();
		case 1:
			return creating();
		case 2:
			return refusingMaps();
		case 3:
			return mapping();
		case 4:
			return readOnly();
		case 5:
			return revoking();
		case 6:
			return devices();
		default:
			return cleaning();
	}
}

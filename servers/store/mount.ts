/**
 * From a disk to the state that was committed last. A disk on which there is nothing is formatted; one on which there is something that the store cannot read is
 * left as it is.
 */

import { LEVEL_ERROR, LEVEL_WARNING } from '../../interfaces/console/levels.ts';
import { freeze, thaw } from './admission.ts';
import { bodyAddress, openBody, setBodyWord } from './body.ts';
import {
	beginFirstCommit,
	commitAnswered,
	MAP_OBJECT,
	openCommits,
	STEP_OVER,
	stepCommit,
	superBlock,
} from './commit.ts';
import {
	CIPHER_BROKEN,
	CIPHER_FORGED,
	checkSuper,
	makeKey,
	openBlock,
	openNonces,
	openSuper,
	random,
	sealedBlock,
	unlock,
} from './crypt.ts';
import { DEVICE_FAILED, DEVICE_PENDING, deviceBlocks, openDevice, outcome, startRead, takeBlock } from './device.ts';
import { openFrames } from './frames.ts';
import { openHandles } from './handles.ts';
import {
	BLOCK_BYTES,
	BLOCKS_LEAST,
	BODY_MAPS,
	BODY_USED,
	DERIVATION_HKDF,
	HEADER_BLOCKS,
	HEADER_DERIVATION,
	HEADER_GENERATION,
	HEADER_VERSION,
	MAGIC,
	MAGIC_REST,
	POINTER_ADDRESS,
	POINTER_BYTES,
	SUPER_BODY,
	SUPER_HEADER,
	SUPER_MAGIC,
	SUPERBLOCKS,
	VERSION,
} from './layout.ts';
import { say, sayDamaged, sayNumber } from './report.ts';
import { countSpace, mapAddress, mapCount, openSpace, used } from './space.ts';
import { openVolumes } from './volumes.ts';

// What `mount` gives; closed.
export const MOUNT_PENDING: i32 = 0;
/** Nobody will wake: try again in a while. */
export const MOUNT_LATER: i32 = 1;
export const MOUNT_DONE: i32 = 2;
/** There is no disk that can be used. */
export const MOUNT_FAILED: i32 = 3;
const GO_ON: i32 = 4;

// Steps; closed.
const OPENING: u32 = 0;
const READING_SUPERS: u32 = 1;
const CHOOSING: u32 = 2;
const READING_MAPS: u32 = 3;
const LOOKING: u32 = 4;
const FORMATTING: u32 = 5;
const COMMITTING: u32 = 6;
const DONE: u32 = 7;

// What is in a superblock; closed.
const EMPTY: u32 = 0;
const FOREIGN: u32 = 1;
/** Ours, but not whole. */
const TORN: u32 = 2;
const WHOLE: u32 = 3;

/** So many blocks, without the superblocks, must be empty on a disk that is formatted. */
const LOOKED_AT: u32 = 256;
const SECTOR_BYTES: u32 = 512;
const SUPERS: u32 = memory.data(8192, 16) as u32;
const CONTENTS: u32 = memory.data(8, 8) as u32;
const STAMP: u32 = memory.data(4, 4) as u32;
let step: u32 = OPENING;
/** Block that is being read, or map. */
let current: u32 = 0;
let asked: bool = false;

/** Starts over. */
export function beginMount(): void {
	step = OPENING;
	asked = false;
	thaw();
	openFrames();
}

/** Goes as far as it goes. */
export function mount(): i32 {
	let result = GO_ON;
	while (result === GO_ON) {
		const answer = asked ? outcome() : 0;
		if (answer === DEVICE_PENDING) return MOUNT_PENDING;
		const answered = asked;
		asked = false;
		if (step === COMMITTING && answered) commitAnswered(answer);
		else if (answer === DEVICE_FAILED) return refuse('the disk cannot be read');
		result = proceed(answered);
	}
	return result;
}

function proceed(answered: bool): i32 {
	switch (step) {
		case OPENING:
			return open();
		case READING_SUPERS:
			return readSupers(answered);
		case CHOOSING:
			return choose();
		case READING_MAPS:
			return readMaps(answered);
		case LOOKING:
			return look(answered);
		case FORMATTING:
			return format();
		case COMMITTING:
			return finishFormat();
		default:
			return MOUNT_DONE;
	}
}

function refuse(why: string): i32 {
	say(LEVEL_ERROR, why);
	return MOUNT_FAILED;
}

function ask(block: u32): i32 {
	startRead(block);
	asked = true;
	return GO_ON;
}

function goTo(next: u32): i32 {
	step = next;
	current = 0;
	return GO_ON;
}

/** The device, and random numbers for this life: for nonces, and for the stamps of handles. */
function open(): i32 {
	let status = openNonces();
	if (status === 0) status = random(STAMP, 4);
	if (status === CIPHER_BROKEN) return refuse('there is no source of random numbers');
	if (status !== 0) return MOUNT_LATER;
	openHandles(load<u32>(STAMP));
	const device = openDevice();
	if (device === DEVICE_FAILED) return refuse('there is no disk, or it is broken');
	if (device === DEVICE_PENDING) return MOUNT_LATER;
	if (deviceBlocks() < BLOCKS_LEAST) return refuse('the disk is too small');
	goTo(READING_SUPERS);
	return ask(0);
}

function superAt(index: u32): u32 {
	return SUPERS + index * BLOCK_BYTES;
}

function readSupers(_answered: bool): i32 {
	takeBlock(superAt(current));
	current++;
	return current < SUPERBLOCKS ? ask(current) : goTo(CHOOSING);
}

function isZero(address: u32, length: u32): bool {
	for (let at: u32 = 0; at < length; at += 8) if (load<u64>(address + at) !== 0) return false;
	return true;
}

function headerWord(block: u32, offset: u32): u32 {
	return load<u32>(block + SUPER_HEADER + offset);
}

function generationOf(block: u32): u64 {
	return load<u64>(block + SUPER_HEADER + HEADER_GENERATION);
}

/** What is in a superblock, or less than 0: the cipher does not answer. */
function judge(index: u32): i32 {
	const block = superAt(index);
	if (isZero(block, BLOCK_BYTES)) return EMPTY;
	if (load<u32>(block + SUPER_MAGIC) !== MAGIC || load<u32>(block + SUPER_MAGIC + 4) !== MAGIC_REST) return FOREIGN;
	const checksum = checkSuper(block);
	if (checksum !== 0) return checksum === CIPHER_FORGED ? TORN : checksum;
	return (generationOf(block) & 1) === <u64>index ? WHOLE : TORN;
}

function choose(): i32 {
	for (let index: u32 = 0; index < SUPERBLOCKS; index++) {
		const contents = judge(index);
		if (contents < 0) return MOUNT_LATER;
		store<u32>(CONTENTS + 4 * index, <u32>contents);
	}
	const first = load<u32>(CONTENTS);
	const second = load<u32>(CONTENTS + 4);
	if (first !== WHOLE && second !== WHOLE) return beginLooking(first, second);
	const better: u32 =
		second === WHOLE && (first !== WHOLE || generationOf(superAt(1)) > generationOf(superAt(0))) ? 1 : 0;
	let result = use(superAt(better));
	if (result === CIPHER_FORGED && load<u32>(CONTENTS + 4 * (1 - better)) === WHOLE) {
		say(LEVEL_WARNING, 'the newest superblock was changed; the one before is used');
		result = use(superAt(1 - better));
	}
	if (result === CIPHER_FORGED)
		return refuse('the disk is locked with a passphrase, or its superblocks were changed; it is left as it is');
	if (result === MOUNT_FAILED) return result;
	return result === 0 ? goTo(READING_MAPS) : MOUNT_LATER;
}

/** Takes over the state of a superblock. 0, what the cipher says, or MOUNT_FAILED. */
function use(block: u32): i32 {
	if (headerWord(block, HEADER_VERSION) !== VERSION || headerWord(block, HEADER_DERIVATION) !== DERIVATION_HKDF) {
		return refuse('the disk is of another version; it is left as it is');
	}
	const blocks = headerWord(block, HEADER_BLOCKS);
	if (blocks < BLOCKS_LEAST || blocks > deviceBlocks())
		return refuse('the disk is smaller than it was; it is left as it is');
	memory.copy(superBlock(), block, BLOCK_BYTES);
	let status = unlock(superBlock());
	if (status === 0) status = openSuper(superBlock());
	if (status !== 0) return status;
	openBody(blocks, superBlock() + SUPER_BODY);
	openSpace(blocks);
	openCommits();
	return 0;
}

function mapPointer(map: u32): u32 {
	return bodyAddress(BODY_MAPS + map * POINTER_BYTES);
}

function readMaps(answered: bool): i32 {
	if (answered) {
		takeBlock(sealedBlock());
		const status = openBlock(mapAddress(current), mapPointer(current), MAP_OBJECT, current);
		if (status === CIPHER_FORGED) damagedMap();
		else if (status !== 0) return MOUNT_LATER;
		current++;
	}
	for (; current < mapCount(); current++) {
		const address = load<u32>(mapPointer(current) + POINTER_ADDRESS);
		if (address !== 0) return ask(address);
	}
	return complete();
}

/** Without its map, a disk can be read, but what would be written might lie over something else. */
function damagedMap(): void {
	sayDamaged(load<u32>(mapPointer(current) + POINTER_ADDRESS), MAP_OBJECT, 0, current);
	memory.fill(mapAddress(current), 0xff, BLOCK_BYTES);
	freeze();
}

function complete(): i32 {
	countSpace();
	openVolumes();
	step = DONE;
	return MOUNT_DONE;
}

/** Neither superblock is whole. That is so on an empty disk, and on one that was being formatted when the power failed: then it has nothing but part of the first. */
function beginLooking(first: u32, second: u32): i32 {
	const interrupted = first === TORN || (first === FOREIGN && isZero(superAt(0), SECTOR_BYTES));
	if (second === EMPTY && (first === EMPTY || interrupted)) {
		goTo(LOOKING);
		current = SUPERBLOCKS;
		return ask(current);
	}
	const ours = first === TORN || second === TORN;
	return refuse(
		ours
			? 'both superblocks are damaged; the disk is left as it is'
			: 'the disk holds something else; it is left as it is',
	);
}

function look(_answered: bool): i32 {
	takeBlock(sealedBlock());
	if (!isZero(sealedBlock(), BLOCK_BYTES)) return refuse('the disk holds something else; it is left as it is');
	current++;
	return current < min<u32>(LOOKED_AT, deviceBlocks()) ? ask(current) : goTo(FORMATTING);
}

function format(): i32 {
	const block = superBlock();
	const blocks = deviceBlocks();
	memory.fill(block, 0, BLOCK_BYTES);
	store<u32>(block + SUPER_MAGIC, MAGIC);
	store<u32>(block + SUPER_MAGIC + 4, MAGIC_REST);
	store<u32>(block + SUPER_HEADER + HEADER_VERSION, VERSION);
	store<u32>(block + SUPER_HEADER + HEADER_BLOCKS, blocks);
	store<u32>(block + SUPER_HEADER + HEADER_DERIVATION, DERIVATION_HKDF);
	const status = makeKey(block);
	if (status !== 0) return status === CIPHER_BROKEN ? refuse('there is no source of random numbers') : MOUNT_LATER;
	openBody(blocks, 0);
	openSpace(blocks);
	countSpace();
	setBodyWord(BODY_USED, used);
	beginFirstCommit();
	return goTo(COMMITTING);
}

function finishFormat(): i32 {
	const result = stepCommit();
	if (result === STEP_OVER) {
		sayNumber('formatted a disk of ', headerWord(superBlock(), HEADER_BLOCKS), ' blocks');
		return complete();
	}
	asked = result === 0;
	return asked ? GO_ON : MOUNT_LATER;
}

/** What is looked at: a document that was picked, or a file that is kept. */

import { read, readResult, status, statusSize } from '../../interfaces/files/client.ts';
import { STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import type { Name } from './names.ts';
import { closeOwn, isOpen, openOwn } from './own.ts';
import { beginPreview, isPicture, stepPreview } from './preview.ts';
import { SLOT_FILE, SLOT_STREAM } from './slots.ts';
import { cutText, isText, TEXT, TEXT_BYTES } from './text.ts';

// What it has turned out to be.
export const DOCUMENT_LOADING: u32 = 0;
export const DOCUMENT_EMPTY: u32 = 1;
export const DOCUMENT_TEXT: u32 = 2;
export const DOCUMENT_PICTURE: u32 = 3;
/** Neither text nor a picture. */
export const DOCUMENT_OTHER: u32 = 4;
/** It cannot be read. */
export const DOCUMENT_BROKEN: u32 = 5;
export let documentKind: u32 = DOCUMENT_LOADING;
/** Bytes of the file, and of its beginning those that are there. */
export let documentSize: u32 = 0;
let there: u32 = 0;
/** Bytes of one call. */
const PIECE: u32 = 16384;
let isOwn: bool = false;
let isMeasured: bool = false;
let isLoaded: bool = false;

/** Begins, or begins anew, to look at the file that was given, or at an own one. */
export function beginDocument(own: bool): void {
	closeOwn();
	isOwn = own;
	isMeasured = false;
	isLoaded = false;
	there = 0;
	documentKind = DOCUMENT_LOADING;
}

export function stepDocument(name: Name): i32 {
	if (isOwn && !isOpen) return openOwn(name);
	const slot = isOwn ? SLOT_STREAM : SLOT_FILE;
	if (!isMeasured) return measure(slot);
	if (!isLoaded) return loadPiece(slot);
	return stepPreview();
}

/** Nothing comes of it. */
export function breakDocument(): void {
	documentKind = DOCUMENT_BROKEN;
}

/** Lets go of the file. */
export function endDocument(): void {
	if (isOwn) closeOwn();
}

/** The picture is whole. */
export function showPicture(): void {
	if (documentKind === DOCUMENT_LOADING) documentKind = DOCUMENT_PICTURE;
}

function measure(slot: i32): i32 {
	const result = status(slot);
	if (result !== 0) return result;
	documentSize = statusSize();
	isMeasured = true;
	return STEP_ON;
}

function loadPiece(slot: i32): i32 {
	const wanted = min(PIECE, min(documentSize, TEXT_BYTES) - there);
	if (wanted === 0) return decide(slot);
	const result = read(slot, TEXT + there, wanted, there);
	if (result !== 0) return result;
	const came = min(readResult(), wanted);
	there += came;
	// Somebody else may have cut the file meanwhile.
	if (came === 0) documentSize = there;
	return STEP_ON;
}

function decide(slot: i32): i32 {
	isLoaded = true;
	if (there === 0) documentKind = DOCUMENT_EMPTY;
	else if (isPicture(TEXT, there)) {
		beginPreview(slot);
		return STEP_ON;
	} else if (isText(there, documentSize > there)) {
		cutText(there);
		documentKind = DOCUMENT_TEXT;
	} else documentKind = DOCUMENT_OTHER;
	return STEP_DONE;
}

/** Whether there is more of a text than is shown. */
export function isDocumentCut(): bool {
	return documentSize > there;
}

/** What a file contains, as a part of a page. */

import { CompactMemory } from '../../sdk/graphics/compact.ts';
import { drawFitted } from '../../sdk/graphics/fit.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { add, addNumber } from '../../sdk/text.ts';
import { boxHeight, boxWidth, boxX, boxY, columnEnd, moveTo } from '../../sdk/ui/layout.ts';
import { lineOf, TEXT_BODY } from '../../sdk/ui/metrics.ts';
import { PASS_SETTLE, pass, px, screenHeight, surface } from '../../sdk/ui/screen.ts';
import * as ui from '../../sdk/ui/ui.ts';
import * as file from './document.ts';
import { pictureHeight, pictureWidth, preview } from './preview.ts';
import { addSize } from './sizes.ts';
import { pieceAt, pieceBytes, pieceCount, pieceHeight, setPieceHeight } from './text.ts';

const RADIUS: i32 = 12;

export function contents(): void {
	switch (file.documentKind) {
		case file.DOCUMENT_LOADING:
			ui.note('Reading', 1);
			return;
		case file.DOCUMENT_EMPTY:
			ui.note('This file is empty.', 1);
			return;
		case file.DOCUMENT_TEXT:
			describe('Text');
			text();
			return;
		case file.DOCUMENT_PICTURE:
			picture();
			return;
		case file.DOCUMENT_OTHER:
			describe('Unknown kind');
			ui.note('This is neither text nor a picture that can be shown. It can be kept and saved all the same.', 3);
			return;
		default:
			ui.note('This file cannot be read: it is damaged, or not there any more.', 3);
	}
}

function describe(kind: string): void {
	add(kind);
	add(', ');
	addSize(file.documentSize);
	ui.caption(ui.built());
	ui.gap(8);
}

/** Pieces far away from the window only take their place. */
function text(): void {
	const line = lineOf(TEXT_BODY);
	for (let index: u32 = 0; index < pieceCount(); index++) {
		const top = columnEnd();
		const height = pieceHeight(index, line);
		if (top > screenHeight + screenHeight / 2 || top + height < -screenHeight / 2) {
			moveTo(top + height);
			continue;
		}
		ui.key(index + 1);
		ui.paragraph(ui.words(pieceAt(index), pieceBytes(index)));
		// A paragraph leaves some space below it, which would tear the text apart.
		moveTo(columnEnd() - px(4));
		if (pass === PASS_SETTLE) setPieceHeight(index, columnEnd() - top);
	}
	ui.key(0);
	if (file.isDocumentCut()) ui.note('Only the beginning is shown.', 1);
}

function picture(): void {
	add('Picture, ');
	addNumber(pictureWidth());
	add(' x ');
	addNumber(pictureHeight());
	add(', ');
	addSize(file.documentSize);
	ui.caption(ui.built());
	ui.gap(8);
	const height = preview.height;
	if (!ui.drawing('The picture', height, file.documentSize)) return;
	const width = (preview.width * boxHeight) / height;
	const x = boxX + (boxWidth - width) / 2;
	drawFitted<OwnMemory, CompactMemory>(surface, preview, x, boxY, width, boxHeight, px(RADIUS));
}

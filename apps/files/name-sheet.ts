/** The sheet in which a file gets its name. */

import { add, addNumber, clear, pointer, size } from '../../sdk/text.ts';
import { EDIT_TEXT } from '../../sdk/ui/look.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { LONGEST, NAME_OBJECT_BYTES, Name } from './names.ts';
import { fileCount, findFile } from './table.ts';

const buffer = changetype<ui.TextBuffer>(memory.data(ui.TEXT_BUFFER_BYTES, 4));
const TYPED: u32 = memory.data(48, 4) as u32;
/** What was typed, without the spaces around it. */
export const typed = changetype<Name>(memory.data(NAME_OBJECT_BYTES, 4));
/** Whether the sheet is open: gadgets must not be over it. */
export let isNaming: bool = false;

/** Opens the sheet with a name to begin with. */
export function askForName(name: u32, length: u32): void {
	memory.copy(TYPED, name, min(length, LONGEST));
	buffer.open(TYPED, LONGEST, min(length, LONGEST));
	isNaming = true;
}

/** Opens it with the first name of the form "Document 3" that no file has. */
export function askForNewName(): void {
	for (let number: u32 = 1; number <= fileCount() + 1; number++) {
		clear();
		add('Document ');
		addNumber(number);
		if (findFile(pointer(), size()) < 0) break;
	}
	askForName(pointer(), size());
	clear();
}

/** Declares the sheet while it is open; true: `typed` is a good name that no other file has, and was chosen. `own` may stay as it is. */
export function nameSheet(title: string, action: string, own: Name): bool {
	if (!isNaming) return false;
	ui.beginSheet();
	ui.heading(title);
	ui.gap(8);
	ui.field('Name', buffer, EDIT_TEXT);
	ui.gap(8);
	typed.set(buffer.address, buffer.length);
	typed.trim();
	const isTaken = findFile(typed.address, typed.length) >= 0 && !typed.is(own.address, own.length);
	const isGood = typed.isGood && !isTaken;
	ui.caption(
		isTaken
			? 'There is a file of that name'
			: typed.isGood
				? 'Up to 47 characters'
				: 'A name has no stroke, and no tilde at its end',
	);
	ui.gap(8);
	let isChosen: bool = false;
	if (!isGood) ui.disabledButton(action, 0);
	else isChosen = ui.primaryButton(action, 0);
	const isDismissed = ui.endSheet();
	if (isChosen || isDismissed) closeSheet();
	return isChosen;
}

export function closeSheet(): void {
	isNaming = false;
	ui.blur();
}

/** The name of a new file, with keys for it: the sheet lies where the keyboard would be. */
import { NAME_BYTES } from '../../interfaces/files/how.ts';
import { addCharacter, clear } from '../../sdk/text.ts';
import { TEXT_BUFFER_BYTES, TextBuffer } from '../../sdk/ui/buffer.ts';
import { inset } from '../../sdk/ui/layout.ts';
import * as ui from '../../sdk/ui/ui.ts';

const BYTES: u32 = memory.data(48, 8) as u32;
export const name = changetype<TextBuffer>(memory.data(TEXT_BUFFER_BYTES, 4));
const KEY_HIGH: i32 = 48;
/** Points at the sides of a page, which the keys take as well: so they are as wide as those of the keyboard. */
const MARGIN: i32 = 20;
const SLASH: u32 = 0x2f;
const ROWS: StaticArray<string> = ['qwertyuiop', 'asdfghjkl-', 'zxcvbnm.12'];
/** Linux input codes of the first key of each row of letters, and of backspace. */
const ROW_CODES: StaticArray<u32> = [16, 30, 44];
const CODE_BACKSPACE: u32 = 14;
const CODE_SPACE: u32 = 57;

name.open(BYTES, NAME_BYTES, 0);

function deleteLetter(): void {
	name.deleteBefore();
}

function typeLetter(character: u32): void {
	if (character !== SLASH) name.insert(character);
}

/** Declares the keys. */
export function keyboard(): void {
	inset(-MARGIN);
	for (let row: i32 = 0; row < ROWS.length; row++) {
		ui.beginRow(ROWS[row].length, 2);
		for (let index: i32 = 0; index < ROWS[row].length; index++) key(<u32>ROWS[row].charCodeAt(index));
		ui.endRow();
		ui.gap(2);
	}
	inset(MARGIN);
	ui.beginRow(2, 8);
	if (ui.keyButton('space', 'Space', KEY_HIGH, false)) typeLetter(0x20);
	if (ui.keyButton('delete', 'Delete', KEY_HIGH, false)) deleteLetter();
	ui.endRow();
}

function key(character: u32): void {
	clear();
	addCharacter(character);
	const letter = ui.built();
	if (ui.keyButton(letter, letter, KEY_HIGH, false)) typeLetter(character);
}

/** A key of a real keyboard. */
export function typeKey(code: u32): void {
	if (code === CODE_BACKSPACE) deleteLetter();
	else if (code === CODE_SPACE) typeLetter(0x20);
	for (let row: i32 = 0; row < ROWS.length; row++) {
		const first = ROW_CODES[row];
		if (code < first || code >= first + <u32>min(ROWS[row].length, 9)) continue;
		typeLetter(<u32>ROWS[row].charCodeAt(<i32>(code - first)));
	}
}

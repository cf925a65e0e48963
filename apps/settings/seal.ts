/** The personal seal: four marks of six colours and six shapes, which the system shows beside its questions. */
import { CHOICE_SEAL } from '../../interfaces/preferences/choices.ts';
import { add, clear } from '../../sdk/text.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { choose, chosen } from './choices.ts';

const MARKS: u32 = 4;
/** Colours, and shapes. */
const KINDS: u32 = 6;
const BITS: u32 = 8;
const MASK: u32 = 0xff;
/** Which of the four is being changed. */
let current: u32 = 0;

function colourName(colour: u32): string {
	if (colour === 0) return 'Violet';
	if (colour === 1) return 'Orange';
	if (colour === 2) return 'Mint';
	if (colour === 3) return 'Rose grey';
	return colour === 4 ? 'Lime' : 'Lilac';
}

function shapeName(shape: u32): string {
	if (shape === 0) return 'disc';
	if (shape === 1) return 'square';
	if (shape === 2) return 'triangle';
	if (shape === 3) return 'diamond';
	return shape === 4 ? 'ring' : 'bar';
}

function ordinal(mark: u32): string {
	if (mark === 0) return 'First';
	if (mark === 1) return 'Second';
	return mark === 2 ? 'Third' : 'Fourth';
}

function colourOf(mark: u32): u32 {
	return mark % KINDS;
}

/** The system goes on to the next shape after every round of colours. */
function shapeOf(mark: u32): u32 {
	return (mark + mark / KINDS) % KINDS;
}

function markOf(colour: u32, shape: u32): u32 {
	return KINDS * ((shape + KINDS - colour) % KINDS) + colour;
}

function markAt(place: u32): u32 {
	return (chosen(CHOICE_SEAL) >> (BITS * place)) & MASK;
}

function setMark(place: u32, mark: u32): void {
	const others = chosen(CHOICE_SEAL) & ~(MASK << (BITS * place));
	choose(CHOICE_SEAL, others | (mark << (BITS * place)));
}

function marks(): void {
	ui.beginCard();
	for (let place: u32 = 0; place < MARKS; place++) {
		const mark = markAt(place);
		clear();
		add(ordinal(place));
		add(': ');
		add(colourName(colourOf(mark)));
		add(' ');
		add(shapeName(shapeOf(mark)));
		if (ui.choice(ui.built(), place === current)) current = place;
	}
	ui.endCard();
}

/** Three chips of a property with six values. */
function chips(first: u32, isColour: bool): void {
	const mark = markAt(current);
	ui.beginRow(3, 8);
	for (let value = first; value < first + 3; value++) {
		const name = isColour ? colourName(value) : shapeName(value);
		const selected = value === (isColour ? colourOf(mark) : shapeOf(mark));
		if (!ui.chip(name, selected)) continue;
		setMark(current, isColour ? markOf(value, shapeOf(mark)) : markOf(colourOf(mark), value));
	}
	ui.endRow();
	ui.gap(8);
}

export function sealPage(): void {
	ui.header('Your seal');
	ui.note('The system shows it in its golden band when it asks you something. No app can see it.', 3);
	marks();
	ui.section('Colour');
	chips(0, true);
	chips(3, true);
	ui.section('Shape');
	chips(0, false);
	chips(3, false);
}

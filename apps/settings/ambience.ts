/** The look of the phone: one hue from which all colours come, its strength, light or dark, the size of text, and what makes it easier to use. */
import {
	CHOICE_CHROMA,
	CHOICE_CONTRAST,
	CHOICE_DARK,
	CHOICE_EDGE,
	CHOICE_HINTS,
	CHOICE_HUE,
	CHOICE_STILL,
	CHOICE_TEXT,
} from '../../interfaces/preferences/choices.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { choose, chosen, isOn } from './choices.ts';

/** The hue nobody has to choose. Hues 75 to 100 belong to the system's own band. */
const HUE_WATER: u32 = 245;
const CHROMA_QUIET: u32 = 20;
const CHROMA_SOFT: u32 = 50;
const CHROMA_FULL: u32 = 90;
const EDGE_NARROW: u32 = 10;
const EDGE_NORMAL: u32 = 16;
const EDGE_WIDE: u32 = 22;
const EDGE_WIDEST: u32 = 28;
const TEXT_SMALL: u32 = 0;
const TEXT_NORMAL: u32 = 1;
const TEXT_LARGE: u32 = 2;
const TEXT_LARGEST: u32 = 3;

function option(name: string, choice: u32, value: u32): void {
	if (ui.choice(name, chosen(choice) === value)) choose(choice, value);
}

function chip(name: string, choice: u32, value: u32): void {
	if (ui.chip(name, chosen(choice) === value)) choose(choice, value);
}

/** A switch for a choice between 0 and 1. */
function onOff(name: string, detail: string, choice: u32): void {
	choose(choice, ui.toggle(name, detail, isOn(choice)) ? 1 : 0);
}

export function ambiencePage(): void {
	ui.header('Ambience');
	ui.beginCard();
	option('Still water', CHOICE_HUE, HUE_WATER);
	option('Lagoon', CHOICE_HUE, 205);
	option('Moss', CHOICE_HUE, 150);
	option('Meadow', CHOICE_HUE, 125);
	option('Clay', CHOICE_HUE, 50);
	option('Ember', CHOICE_HUE, 25);
	option('Heather', CHOICE_HUE, 335);
	option('Dusk', CHOICE_HUE, 295);
	ui.endCard();
	ui.section('Colour');
	ui.beginRow(3, 8);
	chip('Quiet', CHOICE_CHROMA, CHROMA_QUIET);
	chip('Soft', CHOICE_CHROMA, CHROMA_SOFT);
	chip('Full', CHOICE_CHROMA, CHROMA_FULL);
	ui.endRow();
	ui.gap(16);
	ui.beginCard();
	onOff('Dark', 'Light text on dark', CHOICE_DARK);
	ui.endCard();
}

export function textPage(): void {
	ui.header('Size of text');
	ui.beginCard();
	option('Small', CHOICE_TEXT, TEXT_SMALL);
	option('Normal', CHOICE_TEXT, TEXT_NORMAL);
	option('Large', CHOICE_TEXT, TEXT_LARGE);
	option('Largest', CHOICE_TEXT, TEXT_LARGEST);
	ui.endCard();
	ui.paragraph(
		'All apps follow at once. This is how a paragraph looks, so that you can judge before you leave the page.',
	);
}

export function comfortPage(): void {
	ui.header('Comfort');
	ui.beginCard();
	onOff('Less movement', 'Nothing moves but what you move', CHOICE_STILL);
	onOff('Strongest contrast', 'Text in black and white', CHOICE_CONTRAST);
	onOff('Show what edges do', 'Small hints at each edge', CHOICE_HINTS);
	ui.endCard();
	ui.section('Where the edges begin');
	ui.beginCard();
	option('Narrow', CHOICE_EDGE, EDGE_NARROW);
	option('Normal', CHOICE_EDGE, EDGE_NORMAL);
	option('Wide, for a phone in a case', CHOICE_EDGE, EDGE_WIDE);
	option('Widest', CHOICE_EDGE, EDGE_WIDEST);
	ui.endCard();
	ui.note('Whatever begins at an edge belongs to the system. No app can see it or switch it off.', 3);
}

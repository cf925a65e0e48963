import { run, start } from '../../interfaces/display/window.ts';
import { ICON_DELETE, ICON_HISTORY, ICON_X } from '../../sdk/graphics/icon-numbers.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { clearHistory, historyCount, keep, writeHistoryLine, writeHistoryResult } from './history.ts';
import * as input from './input.ts';

const PAGE_HISTORY: u32 = 1;
const KEY_HEIGHT: i32 = 64;

/** One key: what it shows, what is said, what it types. */
function key(shown: string, spoken: string, character: u32): void {
	if (ui.keyButton(shown, spoken, KEY_HEIGHT, false)) input.type(character);
}

function digits(first: string, second: string, third: string, from: u32): void {
	key(first, first, from);
	key(second, second, from + 1);
	key(third, third, from + 2);
}

function keypad(): void {
	ui.beginRow(4, 8);
	if (ui.keyButton('AC', 'Clear', KEY_HEIGHT, false)) input.clear();
	key('(', 'Open bracket', 0x28);
	key(')', 'Close bracket', 0x29);
	key('÷', 'Divided by', 0x2f);
	ui.endRow();
	ui.gap(8);
	ui.beginRow(4, 8);
	digits('7', '8', '9', 0x37);
	key('×', 'Times', 0x2a);
	ui.endRow();
	ui.gap(8);
	ui.beginRow(4, 8);
	digits('4', '5', '6', 0x34);
	key('−', 'Minus', 0x2d);
	ui.endRow();
	ui.gap(8);
	ui.beginRow(4, 8);
	digits('1', '2', '3', 0x31);
	key('+', 'Plus', 0x2b);
	ui.endRow();
	ui.gap(8);
	ui.beginRow(4, 8);
	key('0', '0', 0x30);
	key('.', 'Point', 0x2e);
	key('%', 'Per cent', 0x25);
	if (ui.keyButton('=', 'Equals', KEY_HEIGHT, true) && input.finish()) keep();
	ui.endRow();
}

function calculator(): void {
	ui.header('Calculator');
	input.writeExpression();
	ui.note(ui.built(), 4);
	input.writeOutcome();
	ui.result(ui.built());
	ui.beginBar();
	ui.beginRow(2, 8);
	if (ui.iconButton(ICON_HISTORY, 'Last results')) ui.openPage(PAGE_HISTORY);
	if (ui.iconButton(ICON_DELETE, 'Delete')) input.deleteLast();
	ui.endRow();
	ui.gap(8);
	keypad();
	ui.endBar();
}

/** The newest first; a tap puts a result into what is being typed. */
function history(): void {
	ui.header('Last results');
	for (let index: u32 = 0; index < historyCount(); index++) {
		writeHistoryLine(index);
		const line = ui.built();
		writeHistoryResult(index);
		const result = ui.built();
		ui.key(index + 1);
		if (!ui.item(result, line, 0)) continue;
		writeHistoryResult(index);
		input.insertBuilt();
		ui.closePage();
	}
	ui.key(0);
	if (historyCount() === 0) {
		ui.note('What you calculate is listed here.', 2);
		return;
	}
	ui.gap(16);
	if (ui.button('Clear', ICON_X)) clearHistory();
}

@unmanaged
class Calculator extends ui.App {
	build(page: u32): void {
		if (page === PAGE_HISTORY) history();
		else calculator();
	}

	cover(): void {
		ui.gap(40);
		input.writeExpression();
		ui.note(ui.built(), 2);
		input.writeOutcome();
		ui.result(ui.built());
		ui.coverActions(ICON_X, 0);
	}

	coverAction(_action: u32): void {
		input.clear();
	}
}

export function init(): void {
	start<Calculator>();
}

export function notified(bits: u32): void {
	run<Calculator>(bits);
}

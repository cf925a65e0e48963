/** Notes, calculator and clock: what is done with keys and buttons of the apps. */
import type { Walk } from '../walk.ts';

const LAYOUTS = ['EN', 'DE', 'FR', 'FI', 'ES'];

/** A note is written with the keyboard of the system, found again, and its text copied. */
export async function notes(walk: Walk): Promise<void> {
	await walk.open('Notes');
	await walk.see('Nothing written yet.');
	await walk.show('notes-empty');
	await walk.press('New note');
	await walk.show('keyboard-plain');
	await walk.press('123');
	await walk.show('keyboard-signs');
	await walk.press('#+=');
	await walk.show('keyboard-more-signs');
	await walk.press('abc');
	for (const layout of LAYOUTS) {
		if (layout !== 'EN') await walk.show(`keyboard-${layout.toLowerCase()}`);
		await walk.press(layout);
	}
	await walk.type('Buy 7 eggs');
	await walk.wait(1500);
	await walk.show('note-written');
	await walk.press('More');
	await walk.press('Copy text');
	await walk.press('Back');
	await walk.see(/^Buy 7 eggs/);
	await walk.show('notes-list');
}

/** Six times seven, and what was calculated before. */
export async function calculator(walk: Walk): Promise<void> {
	await walk.open('Calculator');
	for (const key of ['6', 'Times', '7', 'Equals']) await walk.press(key);
	await walk.see(/42/);
	await walk.show('calculator');
	await walk.press('Last results');
	await walk.show('calculator-history');
	await walk.press('Back');
}

/** A timer that asks for notices, is started and paused, and a stopwatch with a lap. */
export async function clock(walk: Walk): Promise<void> {
	await walk.open('Clock');
	await walk.show('clock');
	await walk.press('Timer');
	await walk.press('3 min');
	await walk.show('timer');
	await walk.touch('Start');
	await walk.see('Show you notices?');
	await walk.showQuestion('prompt-notices');
	await walk.touch('Allow while it is open');
	await walk.see('Pause');
	await walk.see(/^02:5\d$/);
	await walk.touch('Pause');
	await walk.press('Reset');
	await walk.see('03:00');
	await walk.press('Stopwatch');
	await walk.touch('Start');
	await walk.see('Lap');
	await walk.touch('Lap');
	await walk.see('Lap 1');
	await walk.touch('Stop');
	await walk.show('stopwatch');
	await walk.press('Reset');
}

/** What several tests of the compositor do. */
import { Stage } from './stage.ts';

export const NAMES: readonly string[] = ['settings', 'notes', 'camera', 'files', 'clock'];
/** Colours of the apps' windows, which nothing else has. */
export const COLOURS: readonly number[] = [0x3355aa, 0xaa5533, 0x33aa55, 0x8833aa, 0xaa3377];

/** Swipes up for the app grid. */
export function showGrid(stage: Stage): void {
	stage.drag(
		[
			[195, 841],
			[195, 300],
		],
		120,
	);
	stage.lift(195, 300);
	stage.rest();
}

/** Opens an app from the grid, and lets it draw. */
export function open(stage: Stage, app: number): void {
	showGrid(stage);
	stage.tap(60 + 90 * (app % 4), 140 + 104 * Math.floor(app / 4));
	stage.paint(app, COLOURS[app] ?? 0);
	stage.rest();
}

/** Swipes the app in front away. */
export function home(stage: Stage): void {
	stage.drag(
		[
			[2, 500],
			[240, 500],
		],
		200,
	);
	stage.lift(240, 500);
	stage.rest();
}

/** A phone with the first `count` apps open, the last in front; nothing is written down yet. */
export function withApps(count: number): Stage {
	const stage = new Stage(NAMES);
	for (let app = 0; app < count; app++) open(stage, app);
	for (let app = 0; app < count; app++) stage.events(app);
	stage.calls.length = 0;
	return stage;
}

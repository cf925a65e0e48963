/** The scenes whose pictures are kept: what each shows is a person's to look at, and a test's to compare. */
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_MOVE, KEY_CODE_POWER } from '../../interfaces/input/queue.ts';
import { FRAME, Stage, WIDTH } from './stage.ts';
import { COLOURS, home, open } from './support.ts';

const NAMES = ['settings', 'notes', 'camera', 'files', 'clock', 'authenticator', 'log', 'calculator', 'fakePrompt'];
const TAPPED = [...COLOURS, 0x446688, 0x664488, 0x886644, 0x448866];

function withCovers(count: number): Stage {
	const stage = new Stage(NAMES);
	for (let app = 0; app < count; app++) {
		open(stage, app);
		stage.paint(app, TAPPED[app] ?? 0);
	}
	if (count > 0) home(stage);
	stage.rest();
	return stage;
}

/** The app in front, with a finger that has moved it. */
function peek(part: number): Stage {
	const stage = new Stage(NAMES);
	open(stage, 0);
	stage.touch(INPUT_TOUCH_DOWN, 2, 500);
	stage.touch(INPUT_TOUCH_MOVE, 14, 500);
	stage.advance(FRAME);
	stage.touch(INPUT_TOUCH_MOVE, 12 + Math.round(part * WIDTH), 500);
	stage.advance(FRAME);
	return stage;
}

function pulled(x: number, from: number, to: number): Stage {
	const stage = new Stage(NAMES);
	open(stage, 0);
	stage.drag(
		[
			[x, from],
			[x, to],
		],
		300,
	);
	stage.advance(FRAME);
	return stage;
}

function atRest(stage: Stage, x: number, y: number): Stage {
	stage.lift(x, y);
	stage.rest();
	return stage;
}

function events(): Stage {
	const stage = withCovers(1);
	stage.drag(
		[
			[100, 700],
			[300, 700],
		],
		200,
	);
	return atRest(stage, 300, 700);
}

function lock(): Stage {
	const stage = withCovers(1);
	stage.key(KEY_CODE_POWER, true);
	stage.advance(50);
	stage.key(KEY_CODE_POWER, false);
	stage.rest();
	return stage;
}

function xray(): Stage {
	const stage = withCovers(4);
	stage.key(KEY_CODE_POWER, true);
	stage.advance(500);
	stage.rest();
	return stage;
}

/** Each by the name of its picture. */
export const SCENES: Readonly<Record<string, () => Stage>> = {
	lock,
	'home-0': () => withCovers(0),
	'home-1': () => withCovers(1),
	'home-4': () => withCovers(4),
	'home-9': () => withCovers(9),
	'peek-25': () => peek(0.25),
	'peek-50': () => peek(0.5),
	'peek-75': () => peek(0.75),
	'corner-close': () => pulled(20, 8, 160),
	'top-menu': () => atRest(pulled(195, 8, 300), 195, 300),
	'app-grid': () => atRest(pulled(195, 841, 400), 195, 400),
	events,
	'x-ray': xray,
};

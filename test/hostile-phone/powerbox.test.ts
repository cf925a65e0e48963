/** The powerbox beside the compositor: its sheet comes when the user has touched a gadget, and goes, also while there is hardly anything left of its budget. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SURFACE_SHEET } from '../../abi/accessibility.ts';
import { GADGET_OPEN } from '../../interfaces/display/gadgets.ts';
import { SLOT_DISPLAY } from '../../interfaces/display/slots.ts';
import { BADGE_POWERBOX } from '../../interfaces/trusted/answers.ts';
import { SLOT_POWERBOX } from '../../servers/compositor/slots.ts';
import { SLOT_TRUSTED } from '../../servers/powerbox/slots.ts';
import { Beside } from './beside.ts';
import { POWERBOX, TrustedStage } from './trusted.ts';

/** Longer than a gadget must have stood still. */
const STILL = 1000;

/** What the sheet shows, by name. */
function shown(stage: TrustedStage) {
	return (stage.tree?.nodes ?? []).filter(({ surface }) => surface === SURFACE_SHEET);
}

describe('the sheet of the powerbox', () => {
	for (const hasLittle of [false, true]) {
		test(hasLittle ? 'comes and goes although many calls are too late' : 'comes and goes', async () => {
			const stage = TrustedStage.withApp();
			const gates = new Map([
				[SLOT_DISPLAY, BADGE_POWERBOX],
				[SLOT_TRUSTED, POWERBOX],
			]);
			const powerbox = await Beside.start(stage, 'servers/powerbox', gates, SLOT_POWERBOX);
			powerbox.hasLittle = hasLittle;
			const settle = () => {
				for (let round = 0; round < 3; round++) {
					powerbox.pump();
					stage.rest();
				}
			};
			stage.gadget(0, GADGET_OPEN, 100, 100, 200, 60);
			stage.advance(STILL);
			stage.quickTap(200, 162);
			settle();
			const cancel = shown(stage).find(({ name }) => name === 'Cancel');
			assert.ok(cancel !== undefined, 'it has come');
			stage.quickTap(cancel.x + cancel.width / 2, cancel.y + cancel.height / 2);
			settle();
			assert.deepEqual(shown(stage), []);
		});
	}
});

/** The permission server beside the compositor: what the user has answered counts, and the strip says what is in use, also while there is hardly anything left of its budget. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVENT_GRANTED, EVENT_TAKEN } from '../../interfaces/display/events.ts';
import { CAPABILITY_CAMERA } from '../../interfaces/permissions/capabilities.ts';
import { SLOT_PERMISSIONS } from '../../servers/compositor/slots.ts';
import { SLOT_TRUSTED } from '../../servers/permissions/slots.ts';
import { home } from '../compositor/support.ts';
import { Beside } from './beside.ts';
import { APP, ARMING, BUTTON_X, ONCE, PERMISSIONS, TrustedStage } from './trusted.ts';

const REQUEST = 1;

/** What an app has been told of what it was given. */
const told = (stage: TrustedStage) =>
	stage.events(APP).filter(({ kind }) => kind === EVENT_GRANTED || kind === EVENT_TAKEN);

describe('a capability', () => {
	for (const hasLittle of [false, true]) {
		test(`is given, shown and taken back${hasLittle ? ', although many calls are too late' : ''}`, async () => {
			const stage = TrustedStage.withApp();
			const permissions = await Beside.start(
				stage,
				'servers/permissions',
				new Map([[SLOT_TRUSTED, PERMISSIONS]]),
				SLOT_PERMISSIONS,
			);
			const settle = () => {
				for (let round = 0; round < 3; round++) {
					permissions.pump();
					stage.rest();
				}
			};
			const isShown = () => stage.tree?.nodes.some(({ name }) => name === 'Camera') === true;
			settle();
			told(stage);
			permissions.hasLittle = hasLittle;
			assert.equal(permissions.ask(APP, REQUEST, CAPABILITY_CAMERA), 0);
			settle();
			stage.advance(ARMING);
			stage.quickTap(BUTTON_X, ONCE);
			settle();
			assert.deepEqual(
				told(stage).map(({ kind, first }) => [kind, first]),
				[[EVENT_GRANTED, CAPABILITY_CAMERA]],
			);
			assert.ok(isShown(), 'the strip says so');
			home(stage);
			settle();
			assert.deepEqual(
				told(stage).map(({ kind, first }) => [kind, first]),
				[[EVENT_TAKEN, CAPABILITY_CAMERA]],
			);
			assert.ok(!isShown());
		});
	}
});

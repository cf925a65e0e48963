/** The hostile apps, as a curious person tries them: each says itself that it got nothing. */
import assert from 'node:assert/strict';
import type { Walk } from '../walk.ts';

async function tryEverything(walk: Walk): Promise<void> {
	await walk.press('Try everything');
	await walk.wait(2000);
	const { nodes } = await walk.phone.tree();
	assert.ok(nodes.some(({ name, text }) => `${name} ${text}`.includes('refused')));
	assert.ok(!nodes.some(({ name, text }) => /SUCCEEDED|not tried/.test(`${name} ${text}`)));
}

/** All that it tries is refused; what it may ask for is asked of the user, who says no, never, and yes for once. */
export async function thief(walk: Walk): Promise<void> {
	await walk.open('Thief');
	await tryEverything(walk);
	await walk.show('thief');
	await walk.press(/^Ask, as apps may/);
	await walk.show('thief-asks');
	await ask(walk, 'Ask for the camera', 'prompt-thief-camera', "Don't allow");
	await ask(walk, 'Ask for the microphone', 'prompt-microphone', 'Never ask again');
	await ask(walk, 'Ask for your position', 'prompt-location', 'Allow this time');
	await walk.see('Something was given');
	await walk.see('Location');
	await walk.show('thief-has-location');
	await walk.press('Ask for the camera');
	await walk.see('The answer: later, among the events');
	await walk.press('Ask for the microphone');
	await walk.see('The answer: never');
	await walk.press('Back');
	await walk.menu('Events');
	await walk.show('events-asked');
	await walk.press('Thief wants attention');
	await walk.see('Use the camera?');
	await walk.show('prompt-dangerous');
	await walk.press("Don't allow");
}

async function ask(walk: Walk, button: string, picture: string, answer: string): Promise<void> {
	await walk.touch(button);
	await walk.see(answer);
	await walk.showQuestion(picture);
	await walk.press(answer);
}

/** Draws where it must not, and flashes under a question, which stands still. */
export async function overlay(walk: Walk): Promise<void> {
	await walk.open('Overlay');
	await tryEverything(walk);
	await walk.show('overlay');
	await walk.touch('Ask, and flash meanwhile');
	await walk.see('Use the camera?');
	await walk.showQuestion('overlay-flashes');
	await walk.wait(5000);
	await walk.show('overlay-flashed');
	await walk.press("Don't allow");
	await walk.see(/^Flashes refused: 50 of 50/);
}

/** Its copies of prompt and keyboard are pictures: touched, they give nothing. */
export async function impostor(walk: Walk): Promise<void> {
	await walk.open('Impostor');
	await walk.see(/nothing\.$/);
	await walk.show('impostor-prompt');
	await walk.press('Show the other copy');
	await walk.show('impostor-keyboard');
	await walk.press('Show the other copy');
}

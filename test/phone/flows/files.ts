/** Camera, files, and the powerbox between them. */
import type { Walk } from '../walk.ts';

/** Milliseconds that a gadget must have stood still, and some more. */
const STILL = 700;

/** A picture is taken, and saved to a file that the user names; the viewfinder is asked for and used. Pictures of the recorded camera differ by their number. */
export async function camera(walk: Walk): Promise<void> {
	await walk.open('Camera');
	await walk.see('The viewfinder is off');
	await walk.show('camera-off');
	await walk.wait(STILL);
	await walk.press('Take picture');
	await walk.see(/The picture is kept/);
	await walk.press('Pictures');
	await walk.show('pictures');
	await walk.press('Picture 1');
	await walk.wait(STILL);
	await walk.show('picture');
	await walk.press('Save to files');
	await walk.see('Save a file of Camera');
	await walk.show('powerbox-save-empty');
	for (const key of 'view') await walk.press(key);
	await walk.show('powerbox-save');
	await walk.press('Save');
	await walk.see(/Saved/);
	await walk.press('Back');
	await walk.press('Back');
	await walk.touch('Show viewfinder');
	await walk.see('Use the camera?');
	await walk.showQuestion('prompt-camera');
	await walk.touch('Allow this time');
	await walk.see('Viewfinder');
	await walk.see('Camera');
	await walk.touch('Hide viewfinder');
}

/** What the camera has saved is opened by another app, and a copy kept under a name of its own. */
export async function files(walk: Walk): Promise<void> {
	await walk.open('Files');
	await walk.see(/^Open a file to look at it/);
	await walk.wait(STILL);
	await walk.show('files-empty');
	await walk.press('Open a file');
	await walk.see('Open a file for Files');
	await walk.see('view');
	await walk.show('powerbox-open');
	await walk.press('view');
	await walk.see(/^Picture, 384 x 512/);
	await walk.show('document');
	await walk.press('Keep a copy');
	await walk.show('document-name');
	await walk.press('Keep');
	await walk.see('A copy is kept');
	await walk.press('Back');
	await walk.show('files-kept');
}

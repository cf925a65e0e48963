/** Draws the golden pictures again, after a change that is meant to change them. Look at each. */
import path from 'node:path';
import { writePicture } from '../../tools/phone/picture.ts';
import { SCENES } from './scenes.ts';

for (const [name, scene] of Object.entries(SCENES)) {
	writePicture(path.join(import.meta.dirname, 'golden', `${name}.png`), scene().picture());
}

/** Writes the golden pictures of the toolkit anew: `node test/ui/refresh.ts`, after a change that is meant to be seen. Look at them before committing. */

import { writePicture } from '../graphics/golden.ts';
import { goldenFile } from './golden.ts';
import { drawPicture, PICTURES } from './pictures.ts';

for (const name of Object.keys(PICTURES)) writePicture(goldenFile(name), await drawPicture(name));

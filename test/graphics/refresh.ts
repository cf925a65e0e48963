/** Writes the golden pictures anew: `node test/graphics/refresh.ts`, after a change that is meant to be seen. Look at them before committing. */

import { DRAW } from '../components/graphics/protocol.ts';
import { GOLDEN_PICTURES, PICTURE_NAMES, writeGolden } from './golden.ts';
import { openGraphics } from './graphics.ts';

for (const [name, scale] of GOLDEN_PICTURES) {
	const graphics = openGraphics(scale);
	graphics.call(DRAW, PICTURE_NAMES.indexOf(name), scale);
	writeGolden(`${name}-${scale}x`, graphics.picture());
}

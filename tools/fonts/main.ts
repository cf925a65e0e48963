/** `node tools/fonts/main.ts`: generates the faces, for those who check types before anything has been built. */

import { refreshFonts } from './generate.ts';

refreshFonts();

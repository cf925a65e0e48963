/** Writes the golden pictures of the phone anew: `node test/phone/refresh.ts [traces...]`, after a change that is meant to be seen. Look at them before committing. */
import { buildSystem } from '../../tools/image/build.ts';
import { writePicture } from '../../tools/phone/picture.ts';
import { replayExactly } from '../../tools/phone/replay.ts';
import { goldenFile, readTraces, TRACED_SYSTEM } from './golden.ts';

const wanted = process.argv.slice(2);
const system = await buildSystem(TRACED_SYSTEM);
for (const [name, trace] of readTraces()) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	const { pictures } = await replayExactly(system, trace);
	for (const [picture, pixels] of pictures) writePicture(goldenFile(name, picture), pixels);
	console.log(`${name}: ${[...pictures.keys()].join(', ')}`);
}
process.exit();

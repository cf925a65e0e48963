/** Builds the image of a system that halts at once, with a number in it that makes it another: `node build-toy.ts <number>` prints its file. */
import { buildImage } from '../../tools/arm64/image.ts';
import { component } from './prelude.ts';
import { toyImage } from './toy.ts';

const EXIT_CODE = 7;
const number = Number(process.argv[2]);
const halts = component(
	`(func (export "init") (i32.store $own (i32.const 5000) (i32.const ${number})) (call $halt (i32.const ${EXIT_CODE})))`,
);
const image = await toyImage({ name: 'together', images: { halts }, processes: [{ image: 'halts', priority: 50 }] });
console.log(await buildImage(image));

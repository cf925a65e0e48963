import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as protocol from '../components/graphics/protocol.ts';
import { difference, GOLDEN_PICTURES, hashOf, PICTURE_NAMES, readGolden } from './golden.ts';
import { openGraphics } from './graphics.ts';

for (const [name, scale] of GOLDEN_PICTURES) {
	const golden = readGolden(`${name}-${scale}x`);
	const graphics = openGraphics(scale);
	const index = PICTURE_NAMES.indexOf(name);

	test(`${name} at scale ${scale} is the golden picture`, () => {
		graphics.call(protocol.DRAW, index, scale);
		assert.equal(difference(graphics.picture(), golden), 'equal');
		assert.equal(graphics.results()[3], hashOf(golden));
	});

	test(`${name} at scale ${scale} is the same in a region`, () => {
		graphics.call(protocol.DRAW_REGION, index, scale);
		assert.equal(difference(graphics.regionPicture(), golden), 'equal');
	});
}

test('a picture drawn in pieces, one clip at a time, is the picture; nothing outside a clip is touched', () => {
	const edges = fc.tuple(fc.integer({ min: -50, max: 440 }), fc.integer({ min: -50, max: 900 }));
	fc.assert(
		fc.property(fc.nat(protocol.PICTURES - 1), edges, (index, [column, row]) => {
			const golden = readGolden(`${PICTURE_NAMES[index]}-1x`);
			const fresh = openGraphics(1);
			const draw = (x: number, y: number, width: number, height: number) =>
				fresh.call(protocol.DRAW_CLIPPED, index, 1, x, y, width, height);
			draw(-1000, -1000, column + 1000, row + 1000);
			const quarter = fresh.picture();
			for (let place = 0; place < quarter.width * quarter.height; place++) {
				const inside = place % quarter.width < column && Math.floor(place / quarter.width) < row;
				if (!inside && quarter.pixels[4 * place + 3] !== 0) assert.fail(`pixel ${place} lies outside the clip`);
			}
			draw(column, -1000, 2000, row + 1000);
			draw(-1000, row, column + 1000, 2000);
			draw(column, row, 2000, 2000);
			assert.equal(difference(fresh.picture(), golden), 'equal');
		}),
		{ numRuns: 8 },
	);
});

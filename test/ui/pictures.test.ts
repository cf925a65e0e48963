import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	ROLE_BUTTON,
	ROLE_HEADING,
	ROLE_LIST_ITEM,
	ROLE_TEXT,
	STATE_DISABLED,
} from '../../interfaces/display/nodes.ts';
import * as protocol from '../components/gallery/protocol.ts';
import { difference, readPicture } from '../graphics/golden.ts';
import { contrast } from '../graphics/wcag.ts';
import { goldenFile } from './golden.ts';
import type { Node } from './nodes.ts';
import { lookWord, openApp, type Phone } from './phone.ts';
import { drawPicture, GALLERY, PICTURES } from './pictures.ts';

for (const name of Object.keys(PICTURES)) {
	test(`${name} is the golden picture`, async () => {
		assert.equal(difference(await drawPicture(name), readPicture(goldenFile(name))), 'equal');
	});
}

/** Colour of the pixel that occurs most often in a node, and of the one that stands out most from it. */
function colours(phone: Phone, { x, y, width, height }: Node): [ground: number, ink: number] {
	const { window } = phone;
	const words = new Uint32Array(window.pixels.buffer, window.pixels.byteOffset, window.width * window.height);
	const counts = new Map<number, number>();
	for (let row = Math.max(0, y); row < Math.min(window.height, y + height); row++) {
		for (const word of words.subarray(row * window.width + x, row * window.width + x + width)) {
			counts.set(word & 0xffffff, (counts.get(word & 0xffffff) ?? 0) + 1);
		}
	}
	const [ground = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
	const [ink = 0] = [...counts.keys()].toSorted((a, b) => contrast(ground, b) - contrast(ground, a));
	return [ground, ink];
}

const READ = [ROLE_HEADING, ROLE_TEXT, ROLE_BUTTON, ROLE_LIST_ITEM];

test('what is written reaches 4.5:1 in the pixels, in every ambience', async () => {
	const phone = await openApp(GALLERY, { scale: 2 });
	for (const dark of [true, false]) {
		for (const hue of [0, 60, 120, 180, 245, 300]) {
			for (const contrasting of [false, true]) {
				phone.relook({ dark, hue, contrast: contrasting });
				const seen = phone.window.nodes.filter(
					({ role, y, height }) => READ.includes(role) && y >= 0 && y + height <= phone.window.height,
				);
				assert.ok(seen.length > 10);
				for (const node of seen) {
					const [ground, ink] = colours(phone, node);
					const ratio = contrast(ground, ink);
					assert.ok(ratio >= 4.5, `${node.name}: ${ratio} with hue ${hue}, ${dark ? 'dark' : 'light'}`);
				}
			}
		}
	}
});

test('every colour of the theme can be read on every ground, and none has the hue of the gold band', async () => {
	const phone = await openApp(GALLERY);
	for (const dark of [true, false]) {
		for (let hue = 0; hue < 360; hue += 5) {
			for (const chroma of [0, 97, 120]) {
				const [address = 0] = phone.call(protocol.THEME, lookWord({ hue, chroma, dark }));
				const bytes = phone.bytes(address, 4 * (protocol.GROUNDS + protocol.INKS)).slice();
				const all = [...new Uint32Array(bytes.buffer)].map((pixel) => pixel & 0xffffff);
				for (const ground of all.slice(0, protocol.GROUNDS)) {
					for (const ink of all.slice(protocol.GROUNDS)) {
						assert.ok(contrast(ground, ink) >= 4.5, `${ink.toString(16)} on ${ground.toString(16)}, hue ${hue}`);
					}
				}
				for (const pixel of all) assert.ok(!isGold(pixel), `${pixel.toString(16)}, hue ${hue}, chroma ${chroma}`);
			}
		}
	}
});

/** Hue within eight degrees of the band's, and as colourful (OKLCH). */
function isGold(pixel: number): boolean {
	const [l = 0, a = 0, b = 0] = oklab(pixel);
	const hue = (Math.atan2(b, a) * 180) / Math.PI;
	return l > 0.7 && Math.hypot(a, b) > 0.08 && hue > 77 && hue < 98;
}

function oklab(pixel: number): number[] {
	const [r = 0, g = 0, b = 0] = [pixel, pixel >> 8, pixel >> 16].map((channel) => {
		const value = (channel & 255) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
		1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
		0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
	];
}

test('everything that can be pressed is at least 48 points wide and high, at every size of text', async () => {
	for (const scale of [1, 2] as const) {
		const phone = await openApp(GALLERY, { scale });
		for (const text of [0, 1, 2, 3]) {
			phone.relook({ text });
			const targets = phone.window.nodes.filter(
				({ actions, state }) => actions !== 0 && (state & STATE_DISABLED) === 0,
			);
			assert.ok(targets.length > 10);
			for (const { name, width, height } of targets) {
				assert.ok(
					Math.min(width, height) >= 48 * scale,
					`${name}: ${width} x ${height} at scale ${scale}, text ${text}`,
				);
			}
		}
	}
});

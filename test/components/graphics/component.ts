import { printLine } from '../../../interfaces/console/print.ts';
import { halt } from '../../../sdk/control.ts';
import { AMBIENCE_BYTES, Ambience } from '../../../sdk/graphics/ambience.ts';
import { contrast } from '../../../sdk/graphics/colour.ts';
import { addCoverage } from '../../../sdk/graphics/coverage-copy.ts';
import { DAMAGE_BYTES, Damage } from '../../../sdk/graphics/damage.ts';
import * as faces from '../../../sdk/graphics/face-numbers.ts';
import { OwnMemory } from '../../../sdk/graphics/own.ts';
import { lineWidth, nextLine, setText } from '../../../sdk/graphics/run.ts';
import { SPRING_BYTES, Spring, WINDOW_DAMPING, WINDOW_STIFFNESS } from '../../../sdk/graphics/spring.ts';
import { SURFACE_BYTES, Surface } from '../../../sdk/graphics/surface.ts';
import { answer, setWord } from '../../../sdk/message.ts';
import { RegionMemory } from '../../../sdk/region/memory.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { add, addNumber } from '../../../sdk/text.ts';
import { setAlarm } from '../../../sdk/time.ts';
import { drawHome, drawPrompt } from './phone.ts';
import * as protocol from './protocol.ts';
import { repeat } from './repeat.ts';
import { applyKernel } from './rows.ts';
import { drawShapes } from './shapes.ts';
import { drawTexts, SAMPLE } from './text.ts';

const CONSOLE: i32 = 1;
const POWER: i32 = 2;
const OK: i32 = 0;
const UNKNOWN: i32 = 1;
const SOON: u64 = 1000;
const FNV_PRIME: u32 = 16_777_619;
const FNV_BASIS: u32 = 2_166_136_261;
/** Results that are longer than an answer. */
const RESULTS: u32 = memory.data(256, 8) as u32;
/** Behind the static data: the pixels. */
const PIXELS: u32 = ((__heap_base as u32) + 15) & ~15;
const own = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
const region = changetype<Surface<Memory1>>(memory.data(SURFACE_BYTES, 4));
const ambience = changetype<Ambience>(memory.data(AMBIENCE_BYTES, 4));
const damage = changetype<Damage>(memory.data(DAMAGE_BYTES, 4));
const spring = changetype<Spring>(memory.data(SPRING_BYTES, 8));
let picture: i32 = 0;

function open(scale: i32): void {
	own.open(PIXELS, protocol.POINTS_WIDE * scale, protocol.POINTS_HIGH * scale);
}

function draw<M extends RegionMemory>(surface: Surface<M>, which: i32, scale: i32): void {
	if (which === protocol.PICTURE_SHAPES) drawShapes(surface, scale);
	else if (which === protocol.PICTURE_TEXT) drawTexts(surface, scale);
	else if (which === protocol.PICTURE_HOME) drawHome(surface, scale, true);
	else if (which === protocol.PICTURE_LIGHT) drawHome(surface, scale, false);
	else drawPrompt(surface, scale);
}

/** FNV-1a over the pixels of the surface, word by word. */
function hash<M extends RegionMemory>(surface: Surface<M>): u32 {
	let sum = FNV_BASIS;
	const end = surface.offset + 4 * <u32>(surface.width * surface.height);
	for (let place = surface.offset; place < end; place += 4) {
		sum = (sum ^ changetype<M>(0).load32(place)) * FNV_PRIME;
	}
	return sum;
}

function describe<M extends RegionMemory>(surface: Surface<M>): i32 {
	setWord(0, surface.offset);
	setWord(1, surface.width);
	setWord(2, surface.height);
	setWord(3, hash(surface));
	return answer(OK, 4);
}

function move(distance: i32, velocity: i32, framesASecond: i32): i32 {
	spring.hold(0, (<i64>velocity) << 16);
	spring.release((<i64>distance) << 16, WINDOW_STIFFNESS, WINDOW_DAMPING);
	for (let frame: i32 = 0; frame < 32; frame++) {
		spring.advance(1_000_000_000 / framesASecond);
		store<i32>(RESULTS + 4 * frame, <i32>(spring.position >> 10));
	}
	setWord(0, RESULTS);
	return answer(OK, 1);
}

function mark(operation: i32, x: i32, y: i32, width: i32, height: i32): i32 {
	if (operation === 0) damage.clear();
	else damage.add(x, y, width, height);
	setWord(0, changetype<u32>(damage));
	return answer(OK, 1);
}

function wrap(width: i32): i32 {
	setText(faces.SMALL, SAMPLE);
	let lines: u32 = 0;
	for (; lines < 60 && nextLine(width); lines++) store<i32>(RESULTS + 4 + 4 * lines, lineWidth());
	store<u32>(RESULTS, lines);
	setWord(0, RESULTS);
	return answer(OK, 1);
}

function colours(hue: i32, chroma: i32, dark: i32): i32 {
	ambience.compute(hue, chroma, dark !== 0);
	setWord(0, changetype<u32>(ambience));
	return answer(OK, 1);
}

function serve(_badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	if (method === protocol.DRAW) {
		open(w1);
		draw(own, w0, w1);
		return describe(own);
	}
	if (method === protocol.DRAW_REGION) {
		region.open(0, protocol.POINTS_WIDE * w1, protocol.POINTS_HIGH * w1);
		draw(region, w0, w1);
		return describe(region);
	}
	if (method === protocol.DRAW_CLIPPED) {
		open(w1);
		own.clip(w2, w3, w4, w5);
		draw(own, w0, w1);
		return describe(own);
	}
	if (method === protocol.AMBIENCE) return colours(w0, w1, w2);
	if (method === protocol.CONTRAST) return answer(contrast(w0, w1), 0);
	if (method === protocol.SPRING) return move(w0, w1, w2);
	if (method === protocol.DAMAGE) return mark(w0, w1, w2, w3, w4);
	if (method === protocol.WRAP) return wrap(w0);
	if (method === protocol.ROWS) return applyKernel(w0, w1, w2, w3 !== 0);
	if (method === protocol.ADD_COVERAGE) {
		addCoverage(w0, w1, w2, w3);
		return answer(OK, 0);
	}
	if (method === protocol.REPEAT) {
		open(w2);
		return answer(repeat(own, w0, w1, w2), 0);
	}
	return answer(UNKNOWN, 0);
}

/** As part of a system: draws one picture an activation and prints its hash. */
export function init(): void {
	setAlarm(SOON, 1);
}

export function notified(_bits: u32): void {
	open(1);
	draw(own, picture, 1);
	add('picture ');
	addNumber(picture);
	add(': ');
	addNumber(<i64>hash(own));
	printLine(CONSOLE);
	picture++;
	if (picture < protocol.PICTURES) setAlarm(SOON, 1);
	else halt(POWER, 0);
}

export { serve as protected };

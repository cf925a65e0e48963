/** The target under the finger is lighter, from the moment it is touched. */
import { NODE_HEIGHT, NODE_WIDTH, NODE_X, NODE_Y } from '../../interfaces/display/nodes.ts';
import { faded } from '../../sdk/graphics/pixel.ts';
import { fillRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { damagePane } from './damaged.ts';
import { px, stripHeight } from './geometry.ts';
import { ambience } from './look.ts';
import { LIST_STRIP, NO_TARGET, targetCount, targetNode } from './targets.ts';

const ALPHA: u32 = 40;
let list: u32 = 0;
let index: i32 = NO_TARGET;

/** The finger is on a target of a list; NO_TARGET: on none. */
export function press(ofList: u32, target: i32): void {
	damagePressed();
	list = ofList;
	index = target;
	damagePressed();
}

export function pressedTarget(): i32 {
	return index;
}

export function pressedList(): u32 {
	return list;
}

function isShown(): bool {
	return index !== NO_TARGET && list !== LIST_STRIP && <u32>index < targetCount(list);
}

function damagePressed(): void {
	if (!isShown()) return;
	const node = targetNode(list, index);
	damagePane(
		load<i16>(node, NODE_X),
		load<i16>(node, NODE_Y),
		load<i16>(node, NODE_WIDTH),
		load<i16>(node, NODE_HEIGHT),
	);
}

export function drawPressed<M extends RegionMemory>(surface: Surface<M>): void {
	if (!isShown()) return;
	const node = targetNode(list, index);
	const width: i32 = load<i16>(node, NODE_WIDTH);
	const height: i32 = load<i16>(node, NODE_HEIGHT);
	const radius = min(px(16), min(width, height) / 2);
	const y: i32 = load<i16>(node, NODE_Y);
	fillRounded(surface, load<i16>(node, NODE_X), y + stripHeight, width, height, radius, faded(ambience.text, ALPHA));
}

/** What has to be drawn again: of the screen, and of home's picture. */
import { DAMAGE_BYTES, Damage } from '../../sdk/graphics/damage.ts';
import { paneHeight, screenHeight, screenWidth, stripHeight } from './geometry.ts';

/** Of the screen, in its pixels. */
export const damage = changetype<Damage>(memory.data(DAMAGE_BYTES, 4));
/** Of home's picture. */
export const homeDamage = changetype<Damage>(memory.data(DAMAGE_BYTES, 4));
/** The strip's picture has to be drawn again. */
export let stripStale: bool = true;
/** The overlay's picture has to be drawn again. */
export let overlayStale: bool = false;
/** What is said of the screen has changed. */
export let treeStale: bool = true;
/** What the shell was told may have changed. */
export let shellStale: bool = true;

/** A rectangle of the screen below the strip, in pixels of a pane; what lies outside is left out. */
export function damagePane(x: i32, y: i32, width: i32, height: i32): void {
	const left = max(0, x);
	const top = max(0, y);
	const right = min(screenWidth, x + width);
	const bottom = min(paneHeight, y + height);
	damage.add(left, top + stripHeight, right - left, bottom - top);
}

/** Everything below the strip. */
export function damagePanes(): void {
	damage.add(0, stripHeight, screenWidth, paneHeight);
}

export function damageAll(): void {
	damage.add(0, 0, screenWidth, screenHeight);
}

/** The strip says something else. */
export function damageStrip(): void {
	stripStale = true;
	damageTree();
}

export function stripDrawn(): void {
	stripStale = false;
	damage.add(0, 0, screenWidth, stripHeight);
}

/** Home shows something else everywhere. */
export function damageHome(): void {
	homeDamage.add(0, 0, screenWidth, paneHeight);
	damageTree();
}

/** The overlay shows something else. */
export function damageOverlay(): void {
	overlayStale = true;
	damageTree();
}

export function overlayDrawn(): void {
	overlayStale = false;
}

/** Somebody has to be told what the screen shows now. */
export function damageTree(): void {
	treeStale = true;
	shellStale = true;
}

export function treeSent(): void {
	treeStale = false;
}

export function shellTold(): void {
	shellStale = false;
}

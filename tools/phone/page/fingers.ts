/** Pointers of the browser as fingers of the phone. The browser itself does nothing with them: no scrolling, no zooming, no menu. */
import type { OutsideRequest } from '../../../machines/hosted/browser/requests.ts';
import { AXIS_MOST, FINGERS, type TouchKind } from '../../../machines/hosted/devices/outside.ts';

type Bring = (request: OutsideRequest) => void;

/** Gives what happens on `glass` to the phone. */
export function followFingers(glass: HTMLElement, bring: Bring): void {
	const fingers = new Fingers(glass, bring);
	glass.addEventListener('pointerdown', (event) => fingers.down(event));
	glass.addEventListener('pointermove', (event) => fingers.move(event));
	glass.addEventListener('pointerup', (event) => fingers.up(event));
	// A pointer that the browser takes away goes up where it was: the phone has no other way to lose one.
	glass.addEventListener('pointercancel', (event) => fingers.up(event));
	for (const unwanted of ['contextmenu', 'dragstart', 'selectstart', 'touchstart', 'wheel']) {
		glass.addEventListener(unwanted, (event) => event.preventDefault(), { passive: false });
	}
}

class Fingers {
	private readonly glass: HTMLElement;
	private readonly bring: Bring;
	/** The finger of each pointer that is down. */
	private readonly held = new Map<number, number>();

	constructor(glass: HTMLElement, bring: Bring) {
		this.glass = glass;
		this.bring = bring;
	}

	down(event: PointerEvent): void {
		const taken = new Set(this.held.values());
		const finger = Array.from({ length: FINGERS }, (_, index) => index).find((index) => !taken.has(index));
		if (finger === undefined || event.button > 0) return;
		this.held.set(event.pointerId, finger);
		this.glass.setPointerCapture(event.pointerId);
		this.tell('down', finger, event);
	}

	/** Only the newest of the movements that the browser has joined counts: the finger is there. */
	move(event: PointerEvent): void {
		const finger = this.held.get(event.pointerId);
		if (finger !== undefined) this.tell('move', finger, event.getCoalescedEvents().at(-1) ?? event);
	}

	up(event: PointerEvent): void {
		const finger = this.held.get(event.pointerId);
		if (finger === undefined) return;
		this.held.delete(event.pointerId);
		this.tell('up', finger, event);
	}

	private tell(kind: TouchKind, finger: number, { clientX, clientY, timeStamp }: PointerEvent): void {
		const { left, top, width, height } = this.glass.getBoundingClientRect();
		const x = onAxis((clientX - left) / width);
		const y = onAxis((clientY - top) / height);
		this.bring({ device: 'touch', event: kind, finger, x, y, at: performance.timeOrigin + timeStamp });
	}
}

function onAxis(part: number): number {
	return Math.round(Math.min(1, Math.max(0, part)) * AXIS_MOST);
}

/** Pointers of the browser as fingers of the phone. The browser itself does nothing with them: no scrolling, no zooming, no menu. */
import type { OutsideRequest } from '../../../machines/hosted/browser/requests.ts';
import { AXIS_MOST, FINGERS, type TouchKind } from '../../../machines/hosted/devices/outside.ts';

type Bring = (request: OutsideRequest) => void;
/** Where a pointer is on the page, and when. */
type Place = Pick<PointerEvent, 'clientX' | 'clientY' | 'timeStamp'>;

/** CSS pixels that a finger that taps does not move. */
const NO_TAP = 24;

/** Gives what happens on `glass` to the phone. */
export function followFingers(glass: HTMLElement, bring: Bring): void {
	const fingers = new Fingers(glass, bring);
	glass.addEventListener('pointerdown', (event) => fingers.down(event));
	glass.addEventListener('pointermove', (event) => fingers.move(event));
	glass.addEventListener('pointerup', (event) => fingers.up(event));
	glass.addEventListener('pointercancel', (event) => fingers.cancel(event));
	for (const unwanted of ['contextmenu', 'dragstart', 'selectstart', 'touchstart', 'wheel']) {
		glass.addEventListener(unwanted, (event) => event.preventDefault(), { passive: false });
	}
}

class Fingers {
	private readonly glass: HTMLElement;
	private readonly bring: Bring;
	/** The pointers that are down: which finger each is, and where it began. */
	private readonly held = new Map<number, { readonly finger: number; readonly began: PointerEvent }>();

	constructor(glass: HTMLElement, bring: Bring) {
		this.glass = glass;
		this.bring = bring;
	}

	down(event: PointerEvent): void {
		const taken = new Set([...this.held.values()].map(({ finger }) => finger));
		const finger = Array.from({ length: FINGERS }, (_, index) => index).find((index) => !taken.has(index));
		if (finger === undefined || event.button > 0) return;
		this.held.set(event.pointerId, { finger, began: event });
		this.glass.setPointerCapture(event.pointerId);
		this.tell('down', finger, event);
	}

	/** Only the newest of the movements that the browser has joined counts: the finger is there. */
	move(event: PointerEvent): void {
		const pointer = this.held.get(event.pointerId);
		if (pointer !== undefined) this.tell('move', pointer.finger, event.getCoalescedEvents().at(-1) ?? event);
	}

	up(event: PointerEvent): void {
		const pointer = this.held.get(event.pointerId);
		if (pointer === undefined) return;
		this.held.delete(event.pointerId);
		this.tell('up', pointer.finger, event);
	}

	/**
	 * The browser takes the pointer away, and no gesture must come of it. A touch screen knows no such thing: so the finger goes back to where it began, which takes
	 * every gesture back, by a way that is too long for a tap.
	 */
	cancel(event: PointerEvent): void {
		const pointer = this.held.get(event.pointerId);
		if (pointer === undefined) return;
		this.held.delete(event.pointerId);
		const { clientX, clientY, timeStamp } = pointer.began;
		this.tell('move', pointer.finger, { clientX: clientX + NO_TAP, clientY, timeStamp });
		this.tell('move', pointer.finger, pointer.began);
		this.tell('up', pointer.finger, pointer.began);
	}

	private tell(kind: TouchKind, finger: number, { clientX, clientY, timeStamp }: Place): void {
		const { left, top, width, height } = this.glass.getBoundingClientRect();
		const x = onAxis((clientX - left) / width);
		const y = onAxis((clientY - top) / height);
		this.bring({ device: 'touch', event: kind, finger, x, y, at: performance.timeOrigin + timeStamp });
	}
}

function onAxis(part: number): number {
	return Math.round(Math.min(1, Math.max(0, part)) * AXIS_MOST);
}

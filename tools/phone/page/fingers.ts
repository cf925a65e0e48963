/** Pointers of the browser as fingers of the phone. The browser itself does nothing with them: no scrolling, no zooming, no menu. */
import type { OutsideRequest } from '../../../machines/hosted/browser/requests.ts';
import { AXIS_MOST, FINGERS, type TouchKind } from '../../../machines/hosted/devices/outside.ts';

type Bring = (request: OutsideRequest) => void;
/** Where a pointer is on the page, and when. */
type Place = Pick<PointerEvent, 'clientX' | 'clientY' | 'timeStamp'>;

/** CSS pixels that a finger that taps does not move. */
const NO_TAP = 24;
/** Milliseconds between two movements at least: a quarter of a frame, for there are mice that tell a thousand in a second. */
const RAW_MILLISECONDS = 4;

/** Gives what happens on `glass` to the phone. */
export function followFingers(glass: HTMLElement, bring: Bring): void {
	const fingers = new Fingers(glass, bring);
	glass.addEventListener('pointerdown', (event) => fingers.down(event));
	glass.addEventListener('pointermove', (event) => fingers.move(event));
	// Browsers hold `pointermove` back until they draw a frame of the page, and of a page that does not change they draw none now and then: the phone has frames of its own.
	glass.addEventListener('pointerrawupdate', (event) => fingers.moveSoon(event as PointerEvent));
	glass.addEventListener('pointerup', (event) => fingers.up(event));
	glass.addEventListener('pointercancel', (event) => fingers.cancel(event));
	for (const unwanted of ['contextmenu', 'dragstart', 'selectstart', 'touchstart', 'wheel']) {
		glass.addEventListener(unwanted, (event) => event.preventDefault(), { passive: false });
	}
}

/** A pointer that is down. */
interface Held {
	readonly finger: number;
	readonly began: PointerEvent;
	/** When it was where the phone believes it to be, milliseconds since the page was opened. */
	toldAt: number;
}

class Fingers {
	private readonly glass: HTMLElement;
	private readonly bring: Bring;
	/** The pointers that are down. */
	private readonly held = new Map<number, Held>();

	constructor(glass: HTMLElement, bring: Bring) {
		this.glass = glass;
		this.bring = bring;
	}

	down(event: PointerEvent): void {
		const taken = new Set([...this.held.values()].map(({ finger }) => finger));
		const finger = Array.from({ length: FINGERS }, (_, index) => index).find((index) => !taken.has(index));
		if (finger === undefined || event.button > 0) return;
		this.held.set(event.pointerId, { finger, began: event, toldAt: event.timeStamp });
		this.glass.setPointerCapture(event.pointerId);
		this.tell('down', finger, event);
	}

	/** Where the finger is when the page is drawn: the last of its movements is among them. */
	move(event: PointerEvent): void {
		const pointer = this.held.get(event.pointerId);
		if (pointer !== undefined) this.follow(pointer, newestOf(event), 0);
	}

	/** Where it is now. */
	moveSoon(event: PointerEvent): void {
		const pointer = this.held.get(event.pointerId);
		if (pointer !== undefined) this.follow(pointer, newestOf(event), RAW_MILLISECONDS);
	}

	/** Only what is newer by more than so many milliseconds is told. */
	private follow(pointer: Held, place: Place, milliseconds: number): void {
		if (place.timeStamp - pointer.toldAt <= milliseconds) return;
		pointer.toldAt = place.timeStamp;
		this.tell('move', pointer.finger, place);
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

/** Only the newest of the movements that the browser has joined counts: the finger is there. */
function newestOf(event: PointerEvent): Place {
	return event.getCoalescedEvents().at(-1) ?? event;
}

function onAxis(part: number): number {
	return Math.round(Math.min(1, Math.max(0, part)) * AXIS_MOST);
}

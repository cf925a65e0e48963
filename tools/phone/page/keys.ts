/** Keys of a real keyboard, and the phone's own power key. Codes are those of Linux (input-event-codes.h), which virtio uses. */
import type { OutsideRequest } from '../../../machines/hosted/browser/requests.ts';

const KEY_POWER = 116;
/** Rows of a keyboard whose codes follow each other: first code, and the browser's names. */
const ROWS: readonly (readonly [first: number, names: readonly string[]])[] = [
	[1, ['Escape', ...digits(), 'Minus', 'Equal', 'Backspace']],
	[16, [...letters('QWERTYUIOP'), 'BracketLeft', 'BracketRight', 'Enter', 'ControlLeft']],
	[30, [...letters('ASDFGHJKL'), 'Semicolon', 'Quote', 'Backquote', 'ShiftLeft', 'Backslash']],
	[44, [...letters('ZXCVBNM'), 'Comma', 'Period', 'Slash', 'ShiftRight']],
	[56, ['AltLeft', 'Space']],
	[88, ['F12']],
	[97, ['ControlRight']],
	[102, ['Home', 'ArrowUp', 'PageUp', 'ArrowLeft', 'ArrowRight', 'End', 'ArrowDown', 'PageDown']],
	[111, ['Delete']],
];
const CODES: ReadonlyMap<string, number> = new Map(
	ROWS.flatMap(([first, names]) => names.map((name, index) => [name, first + index] as const)),
);
/** Where keys mean something to the page itself. */
const OF_THE_PAGE = '.panel, .mirror :is(button, [role="switch"], [role="slider"]), .veil button';

type Bring = (request: OutsideRequest) => void;

/** Gives keys to the phone, except where they are for the page. */
export function followKeys(power: HTMLElement, bring: Bring): void {
	for (const kind of ['keydown', 'keyup'] as const) {
		window.addEventListener(kind, (event) => {
			const code = CODES.get(event.code);
			const ofThePage = event.code !== 'F12' && (event.target as Element).closest?.(OF_THE_PAGE) !== null;
			if (code === undefined || ofThePage || event.metaKey || event.repeat) return;
			event.preventDefault();
			bring({ device: 'key', code, down: kind === 'keydown' });
		});
	}
	followPower(power, bring);
}

/** Held as long as the finger, or the key on the keyboard, is down: a long press means something else than a short one. */
function followPower(power: HTMLElement, bring: Bring): void {
	let held = false;
	const set = (down: boolean) => {
		if (held !== down) bring({ device: 'key', code: KEY_POWER, down });
		held = down;
	};
	power.addEventListener('pointerdown', (event) => {
		power.setPointerCapture(event.pointerId);
		set(true);
	});
	for (const end of ['pointerup', 'pointercancel', 'blur']) power.addEventListener(end, () => set(false));
	power.addEventListener('keydown', ({ key }) => key === 'Enter' && set(true));
	power.addEventListener('keyup', ({ key }) => key === 'Enter' && set(false));
}

function digits(): string[] {
	return [...'1234567890'].map((digit) => `Digit${digit}`);
}

function letters(row: string): string[] {
	return [...row].map((letter) => `Key${letter}`);
}

/** The screen of a machine in a worker: a canvas that the page has given away. What was drawn is shown at the next vertical sync, never twice between two. */
import type { Picture, Rectangle, ScreenSink } from '../devices/outputs.ts';
import type { ShownFrame, ShownFrames } from './summary.ts';

/** Frames whose times are kept until somebody asks. */
const FRAMES_KEPT = 20_000;
/**
 * Milliseconds after a frame in which each vertical sync is awaited, whether there is something to show or not. A browser that is asked for single syncs starts and
 * stops telling of them each time, which on a busy computer makes it miss some.
 */
const AWAKE_MILLISECONDS = 100;

export class CanvasScreen implements ScreenSink {
	readonly paced = true;
	private readonly canvas: OffscreenCanvas;
	private readonly context: OffscreenCanvasRenderingContext2D;
	private readonly onShown: () => void;
	private image: ImageData | undefined;
	private damage: Rectangle | undefined;
	private requested = false;
	/** The vertical sync of the newest frame, milliseconds of `requestAnimationFrame`. */
	private presentedAt = Number.NEGATIVE_INFINITY;
	/** When the newest touch came that no frame has answered, milliseconds. */
	private touchedAt: number | undefined;
	private frames: ShownFrame[] = [];
	/** When the damage was given last, milliseconds since 1970. */
	private drawn = 0;
	private latencies: number[] = [];

	/** `onShown` is called when what was drawn is on the screen. */
	constructor(canvas: OffscreenCanvas, onShown: () => void) {
		const context = canvas.getContext('2d', { alpha: false, desynchronized: true });
		if (context === null) throw new Error('this browser gives no canvas to a worker');
		this.canvas = canvas;
		this.context = context;
		this.onShown = onShown;
	}

	show(rectangle: Rectangle, picture: Picture): void {
		if (this.image?.data !== picture.pixels) this.adopt(picture);
		this.damage = this.damage === undefined ? rectangle : around(this.damage, rectangle);
		this.drawn = performance.timeOrigin + performance.now();
		this.awaitSync();
	}

	/** A touch has come to the machine. */
	touched(at: number): void {
		this.touchedAt ??= at;
	}

	/** The frames since the last time that somebody asked. */
	takeFrames(): Omit<ShownFrames, 'calls'> {
		const { frames, latencies } = this;
		this.frames = [];
		this.latencies = [];
		return { frames, latencies };
	}

	private adopt({ width, height, pixels }: Picture): void {
		this.canvas.width = width;
		this.canvas.height = height;
		this.image = new ImageData(pixels, width, height);
	}

	private awaitSync(): void {
		if (this.requested) return;
		this.requested = true;
		requestAnimationFrame((time) => {
			this.requested = false;
			this.present(time);
			if (time - this.presentedAt < AWAKE_MILLISECONDS) this.awaitSync();
		});
	}

	/** `time`: the vertical sync that the frame is for. */
	private present(time: number): void {
		if (this.image === undefined || this.damage === undefined) return;
		const { x, y, width, height } = this.damage;
		this.context.putImageData(this.image, 0, 0, x, y, width, height);
		this.damage = undefined;
		this.presentedAt = time;
		this.note(time);
		this.onShown();
	}

	private note(time: number): void {
		if (this.frames.length >= FRAMES_KEPT) return;
		const shown = performance.timeOrigin + performance.now();
		this.frames.push({ sync: performance.timeOrigin + time, drawn: this.drawn, shown });
		if (this.touchedAt !== undefined) this.latencies.push(shown - this.touchedAt);
		this.touchedAt = undefined;
	}
}

/** The smallest rectangle that holds both. */
function around(one: Rectangle, other: Rectangle): Rectangle {
	const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
	const right = Math.max(one.x + one.width, other.x + other.width);
	const bottom = Math.max(one.y + one.height, other.y + other.height);
	return { x, y, width: right - x, height: bottom - y };
}

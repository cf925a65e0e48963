/**
 * The host's sensors, asked only when a driver of the phone waits for a value, which it does only for somebody whom the phone's own permission server has let. So the
 * browser's question comes after the phone's, and a sensor that nobody uses is off.
 */

import type { OutsideRequest } from '../../../machines/hosted/browser/requests.ts';
import type { DeviceDescription, SensorKind } from '../../../machines/hosted/core/system.ts';
import { make } from './element.ts';

type Bring = (request: OutsideRequest) => void;
/** Measures once; rejects when the host does not let it. */
type Measure = (bring: Bring) => Promise<void>;

/** By SENSOR_* of interfaces/sensors/values.ts. */
const MEASURES: readonly (Measure | undefined)[] = [takePicture, listen, locate, readBattery, readClock];
const NAMES: readonly string[] = ['camera', 'microphone', 'position', 'battery', 'clock'];
/** What the browser calls it when its user, or a policy, says no. */
const REFUSED = 'NotAllowedError';
/** Milliseconds without a wish after which a sensor is switched off. */
const IDLE_MILLISECONDS = 2000;
const DEGREE = 1e7;
const LOUDEST = 1000;
/** Milliseconds. */
const MINUTE = 60_000;
const WORD = 2 ** 32;

/** The host's sensors in the hands of the phone. */
export interface HostSensors {
	/** The devices that the phone has: how large a picture is. */
	know(devices: readonly DeviceDescription[]): void;
	/** A driver waits for a value of SENSOR_*. */
	want(sensor: number): void;
}

/** Follows the wishes of the phone's drivers; `say` tells the person at the browser why one of them gets nothing. */
export function followSensors(bring: Bring, say: (text: string) => void): HostSensors {
	const busy = new Set<number>();
	return {
		know(devices) {
			const { width = 0, height = 0 } = devices.find(({ sensor }) => sensor === 'camera') ?? {};
			picture = { width, height };
		},
		want(sensor) {
			const measure = MEASURES[sensor];
			if (measure === undefined || busy.has(sensor)) return;
			busy.add(sensor);
			measure(bring)
				.catch((error: unknown) => say(reasonOf(NAMES[sensor] ?? 'sensor', error)))
				.finally(() => busy.delete(sensor));
		},
	};
}

/** Why there is nothing, and what can be done. The phone itself only knows that it has no such sensor. */
function reasonOf(name: string, error: unknown): string {
	const isRefused =
		(error instanceof DOMException && error.name === REFUSED) ||
		(error instanceof GeolocationPositionError && error.code === error.PERMISSION_DENIED);
	if (isRefused)
		return `Your browser keeps the ${name} from the phone. Allow it for this page, beside the address, and try again.`;
	return `The phone finds no ${name} on this computer.`;
}

/** A stream of the host that is switched off when nobody has wanted it for a while. */
class Stream {
	private readonly wish: MediaStreamConstraints;
	private opened: Promise<MediaStream> | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(wish: MediaStreamConstraints) {
		this.wish = wish;
	}

	get(): Promise<MediaStream> {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.close(), IDLE_MILLISECONDS);
		this.opened ??= navigator.mediaDevices.getUserMedia(this.wish).catch((error) => {
			this.opened = undefined;
			throw error;
		});
		return this.opened;
	}

	private async close(): Promise<void> {
		const { opened } = this;
		this.opened = undefined;
		for (const track of (await opened)?.getTracks() ?? []) track.stop();
	}
}

/** Size of the pictures that the phone's camera takes. */
let picture = { width: 0, height: 0 };
const camera = new Stream({ video: true });
const microphone = new Stream({ audio: true });
let video: HTMLVideoElement | undefined;
let analyser: { readonly stream: MediaStream; readonly node: AnalyserNode } | undefined;

async function takePicture(bring: Bring): Promise<void> {
	const stream = await camera.get();
	video ??= make('video');
	if (video.srcObject !== stream) {
		video.srcObject = stream;
		video.muted = true;
		await video.play();
	}
	const { width, height } = picture;
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { alpha: false }) as OffscreenCanvasRenderingContext2D;
	// The middle of what the host's camera sees, as large as the picture can show it.
	const factor = Math.max(width / video.videoWidth, height / video.videoHeight);
	const [seenWidth, seenHeight] = [video.videoWidth * factor, video.videoHeight * factor];
	context.drawImage(video, (width - seenWidth) / 2, (height - seenHeight) / 2, seenWidth, seenHeight);
	const { data } = context.getImageData(0, 0, width, height);
	bring({ device: 'camera', pixels: new Uint8Array(data.buffer) });
}

async function listen(bring: Bring): Promise<void> {
	const stream = await microphone.get();
	if (analyser?.stream !== stream) {
		const audio = new AudioContext();
		const node = audio.createAnalyser();
		audio.createMediaStreamSource(stream).connect(node);
		analyser = { stream, node };
	}
	const samples = new Float32Array(analyser.node.fftSize);
	analyser.node.getFloatTimeDomainData(samples);
	const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
	const square = samples.reduce((sum, sample) => sum + sample * sample, 0);
	const level = Math.sqrt(square / samples.length);
	sense(bring, 'microphone', [level * LOUDEST, peak * LOUDEST, 0]);
}

async function locate(bring: Bring): Promise<void> {
	const position = await new Promise<GeolocationPosition>((resolve, reject) => {
		navigator.geolocation.getCurrentPosition(resolve, reject, { enableHighAccuracy: true });
	});
	const { latitude, longitude, accuracy } = position.coords;
	sense(bring, 'location', [latitude * DEGREE, longitude * DEGREE, accuracy]);
}

interface Battery {
	readonly level: number;
	readonly charging: boolean;
}

async function readBattery(bring: Bring): Promise<void> {
	const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
	const battery = await getBattery?.call(navigator);
	sense(bring, 'battery', battery === undefined ? [-1, 0, 0] : [battery.level * 100, battery.charging ? 1 : 0, 0]);
}

/** The phone has no time zones: it is told the time of day that this computer shows. */
async function readClock(bring: Bring): Promise<void> {
	const local = Date.now() - new Date().getTimezoneOffset() * MINUTE;
	sense(bring, 'clock', [(local % WORD) | 0, Math.floor(local / WORD), 0]);
}

function sense(bring: Bring, sensor: SensorKind, values: readonly [number, number, number]): void {
	const [first, second, third] = values.map(Math.round) as [number, number, number];
	bring({ device: 'sensor', sensor, values: [first, second, third] });
}

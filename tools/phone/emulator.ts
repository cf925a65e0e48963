/** Serves a phone on an emulated ARM64 machine: the page, its screen (VNC through a web socket) and everything else (a second one). */
import type { IncomingMessage } from 'node:http';
import { createConnection } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { OutsideRequest } from '../../machines/hosted/browser/requests.ts';
import { AXIS_MOST } from '../../machines/hosted/devices/outside.ts';
import { type InteractiveQemu, startQemu } from '../arm64/interactive.ts';
import type { SystemImage } from '../image/types.ts';
import type { EmulatorMessage } from './emulator-messages.ts';

/** Characters of the console that a page that comes late still gets. */
const LOG_KEPT = 100_000;

/** A machine that pages can look at and touch. */
export class Emulator {
	private readonly system: SystemImage;
	private readonly sockets = new WebSocketServer({ noServer: true });
	private readonly pages = new Set<WebSocket>();
	private qemu: InteractiveQemu | undefined;
	private log = '';
	/** The finger that QEMU's only one stands for. */
	private finger: number | undefined;

	constructor(system: SystemImage) {
		this.system = system;
	}

	/** Starts the machine from an image file. */
	async start(path: string): Promise<void> {
		const { devices = [] } = this.system;
		const qemu = await startQemu(path, { devices, onOutput: (text) => this.hear(text) });
		qemu.port?.on('data', (bytes: Buffer) => this.broadcast(bytes));
		this.qemu = qemu;
	}

	/** What the machine has said on its console. */
	get console(): string {
		return this.log;
	}

	/** Settles when the machine has ended by itself. */
	get ended(): Promise<unknown> {
		return this.qemu?.ended ?? Promise.resolve();
	}

	async stop(): Promise<void> {
		for (const page of this.pages) page.terminate();
		await this.qemu?.stop();
	}

	/** A page wants a web socket: `…/machine` or `…/screen`. Pages of other origins get none: they could type here. */
	upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
		const own = request.headers.origin === `http://${request.headers.host}`;
		const path = request.url ?? '';
		if (!own || !/\/(machine|screen)$/.test(path)) {
			stream.destroy();
			return;
		}
		this.sockets.handleUpgrade(request, stream, head, (socket) => {
			if (path.endsWith('/screen')) this.joinScreen(socket);
			else this.joinMachine(socket);
		});
	}

	private joinScreen(socket: WebSocket): void {
		const screen = createConnection(this.qemu?.vnc ?? '');
		screen.on('data', (bytes: Buffer) => socket.send(bytes));
		screen.on('error', () => socket.close());
		screen.on('close', () => socket.close());
		socket.on('message', (bytes: Buffer) => screen.write(bytes));
		socket.on('close', () => screen.destroy());
	}

	private joinMachine(socket: WebSocket): void {
		this.pages.add(socket);
		this.tell(socket, { kind: 'kernel', hash: this.system.kernel.sha256 });
		this.tell(socket, { kind: 'log', text: this.log });
		socket.on('close', () => this.pages.delete(socket));
		socket.on('message', (data: Buffer, binary) => {
			if (binary) this.qemu?.port?.write(data);
			else this.bring(JSON.parse(data.toString('utf8')) as OutsideRequest);
		});
	}

	/** Nothing that a page says can hurt more than the phone: what is not understood is passed over. */
	private bring(request: OutsideRequest): void {
		const done = request.device === 'touch' ? this.touch(request) : this.key(request);
		done?.catch(() => undefined);
	}

	private touch({ event, finger, x, y }: OutsideRequest & { device: 'touch' }): Promise<void> | undefined {
		if (event === 'down') this.finger ??= finger;
		if (finger !== this.finger) return undefined;
		if (event === 'up') this.finger = undefined;
		return this.qemu?.point(x / AXIS_MOST, y / AXIS_MOST, event === 'move' ? undefined : event === 'down');
	}

	private key(request: OutsideRequest): Promise<void> | undefined {
		return request.device === 'key' ? this.qemu?.key(request.code, request.down) : undefined;
	}

	private hear(text: string): void {
		this.log = (this.log + text).slice(-LOG_KEPT);
		for (const page of this.pages) this.tell(page, { kind: 'log', text });
	}

	private broadcast(bytes: Buffer): void {
		for (const page of this.pages) page.send(bytes);
	}

	private tell(page: WebSocket, message: EmulatorMessage): void {
		page.send(JSON.stringify(message));
	}
}

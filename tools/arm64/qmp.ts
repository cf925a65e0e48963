/** QEMU's machine protocol: JSON, a message a line, over a Unix socket (qemu.org, QMP reference). Inputs and pictures of the screen, beside plain commands. */
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What QEMU says of a command that it could not carry out. */
export class QmpError extends Error {}

/** A finger goes down, moves or goes up; `x` and `y` are parts of the screen, 0..1. */
export type FingerKind = 'down' | 'move' | 'up';

const AXIS_MOST = 32767;
/** Keys up to this Linux code have the same number in QEMU. */
const SAME_NUMBERS = 88;
/** Others, by the names that QEMU has for them. */
const KEY_NAMES: ReadonlyMap<number, string> = new Map([
	[113, 'audiomute'],
	[114, 'volumedown'],
	[115, 'volumeup'],
	[116, 'power'],
	[102, 'home'],
	[103, 'up'],
	[105, 'left'],
	[106, 'right'],
	[108, 'down'],
	[158, 'ac_back'],
]);
const TRIALS = 200;
const PAUSE_MILLISECONDS = 25;

interface Waiting {
	readonly resolve: (result: unknown) => void;
	readonly reject: (error: Error) => void;
}

interface Message {
	readonly id?: number;
	readonly return?: unknown;
	readonly error?: { readonly desc: string };
}

export class Qmp {
	private readonly socket: Socket;
	private readonly waiting = new Map<number, Waiting>();
	private text = '';
	private next = 1;

	private constructor(socket: Socket) {
		this.socket = socket;
		socket.on('data', (data) => this.take(data.toString('utf8')));
		socket.on('close', () => this.fail(new QmpError('QEMU has ended')));
		socket.on('error', (error) => this.fail(error));
	}

	/** Connects to the socket of a QEMU that may just be starting. */
	static async open(path: string): Promise<Qmp> {
		const qmp = new Qmp(await connected(path));
		await qmp.execute('qmp_capabilities');
		return qmp;
	}

	/** Carries out a command, and gives what it returns. Throws QmpError. */
	execute(command: string, parameters: object = {}): Promise<unknown> {
		const id = this.next++;
		return new Promise((resolve, reject) => {
			this.waiting.set(id, { resolve, reject });
			this.socket.write(`${JSON.stringify({ execute: command, arguments: parameters, id })}\n`);
		});
	}

	/** The tablet is touched: one finger. */
	async touch(kind: FingerKind, x: number, y: number): Promise<void> {
		const axis = (name: 'x' | 'y', part: number) => ({
			type: 'abs',
			data: { axis: name, value: Math.round(Math.min(1, Math.max(0, part)) * AXIS_MOST) },
		});
		const button = { type: 'btn', data: { down: kind === 'down', button: 'left' } };
		const place = [axis('x', x), axis('y', y)];
		const events = kind === 'move' ? place : kind === 'down' ? [...place, button] : [button];
		await this.execute('input-send-event', { events });
	}

	/** A key, by its Linux code. Throws QmpError for one that QEMU does not have. */
	async key(code: number, down: boolean): Promise<void> {
		const name = KEY_NAMES.get(code);
		if (name === undefined && code > SAME_NUMBERS) throw new QmpError(`QEMU has no name here for key ${code}`);
		const key = name === undefined ? { type: 'number', data: code } : { type: 'qcode', data: name };
		await this.execute('input-send-event', { events: [{ type: 'key', data: { down, key } }] });
	}

	/** Writes what the screen shows to a file: PNG. */
	async screenshot(file: string): Promise<void> {
		await this.execute('screendump', { filename: file, format: 'png' });
	}

	close(): void {
		this.socket.destroy();
	}

	private take(text: string): void {
		const lines = (this.text + text).split('\n');
		this.text = lines.pop() ?? '';
		for (const line of lines) if (line.trim() !== '') this.answer(JSON.parse(line) as Message);
	}

	/** Events, and the greeting, have no number. */
	private answer({ id, error, return: result }: Message): void {
		if (id === undefined) return;
		const waiting = this.waiting.get(id);
		this.waiting.delete(id);
		if (error === undefined) waiting?.resolve(result);
		else waiting?.reject(new QmpError(error.desc));
	}

	private fail(error: Error): void {
		for (const { reject } of this.waiting.values()) reject(error);
		this.waiting.clear();
	}
}

/** A connection to a Unix socket that may not be there yet. */
export async function connected(path: string): Promise<Socket> {
	for (let trial = 1; ; trial++) {
		try {
			return await once(path);
		} catch (error) {
			if (trial === TRIALS) throw error;
			await wait(PAUSE_MILLISECONDS);
		}
	}
}

function once(path: string): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const socket = connect(path);
		socket.once('connect', () => {
			socket.off('error', reject);
			resolve(socket);
		});
		socket.once('error', reject);
	});
}

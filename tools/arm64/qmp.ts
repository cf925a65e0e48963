/** QEMU's control socket (QMP): one JSON object a line, answers in the order of the commands, events between them. */
import { createConnection, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

interface Pending {
	resolve(value: unknown): void;
	reject(error: Error): void;
}

/** An answer or an event. */
interface Message {
	readonly return?: unknown;
	readonly error?: { readonly class: string; readonly desc: string };
}

/** Milliseconds between two tries to reach a socket that QEMU has not made yet. */
const RETRY_MILLISECONDS = 20;

/** Connects to a socket that QEMU is about to make, however long it takes to start. Rejects when it does not live any more. */
export async function connectSocket(path: string, lives: () => boolean): Promise<Socket> {
	for (;;) {
		try {
			return await tryToConnect(path);
		} catch (error) {
			if (!lives()) throw error;
			await wait(RETRY_MILLISECONDS);
		}
	}
}

function tryToConnect(path: string): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const socket = createConnection(path);
		socket.once('error', reject);
		socket.once('connect', () => {
			// That QEMU has ended is heard from QEMU; what it had not read by then is nobody's concern.
			socket.on('error', () => undefined);
			resolve(socket);
		});
	});
}

export class Qmp {
	private readonly socket: Socket;
	private readonly pending: Pending[] = [];
	private closed = false;

	private constructor(socket: Socket) {
		this.socket = socket;
		const lines = createInterface(socket);
		lines.on('line', (line) => this.hear(JSON.parse(line) as Message));
		// The socket's errors are passed on there, too.
		lines.on('error', () => this.fail());
		socket.on('close', () => this.fail());
	}

	/** Connects, and leaves the negotiation behind. */
	static async connect(path: string, lives: () => boolean): Promise<Qmp> {
		const qmp = new Qmp(await connectSocket(path, lives));
		await qmp.execute('qmp_capabilities');
		return qmp;
	}

	/** Has QEMU execute a command; resolves with what it returns. Rejects with QEMU's own words. */
	execute(command: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
		return new Promise((resolve, reject) => {
			this.pending.push({ resolve, reject });
			if (this.closed) this.fail();
			else this.socket.write(`${JSON.stringify({ execute: command, arguments: parameters })}\n`);
		});
	}

	close(): void {
		this.socket.destroy();
	}

	private hear(message: Message): void {
		if ('error' in message) this.pending.shift()?.reject(new Error(`QEMU: ${message.error?.desc}`));
		else if ('return' in message) this.pending.shift()?.resolve(message.return);
	}

	private fail(): void {
		this.closed = true;
		for (const { reject } of this.pending.splice(0)) reject(new Error('QEMU has closed its control socket'));
	}
}

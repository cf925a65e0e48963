/** The log leaves the kernel in pieces of one to four bytes; the page gets whole lines. */

const NEWLINE = 10;
/** A line that is longer goes in parts. */
const BUFFER_BYTES = 1024;

export class LogBuffer {
	private readonly send: (bytes: Uint8Array) => void;
	private readonly buffer = new Uint8Array(BUFFER_BYTES);
	private length = 0;

	constructor(send: (bytes: Uint8Array) => void) {
		this.send = send;
	}

	append(bytes: Uint8Array): void {
		for (const byte of bytes) {
			this.buffer[this.length++] = byte;
			if (byte === NEWLINE || this.length === BUFFER_BYTES) this.flush();
		}
	}

	/** Sends what has come since the last line. */
	flush(): void {
		if (this.length === 0) return;
		this.send(this.buffer.slice(0, this.length));
		this.length = 0;
	}
}

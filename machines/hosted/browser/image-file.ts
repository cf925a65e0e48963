/**
 * A system image as one file: kernel, components, tables and the hosted manifest, for machines that cannot run the builder.
 * docs/reference/04-hosted.md describes the format. A reader trusts nothing in it: whatever is wrong has a sentence of its own. What the builder has made ready is
 * used only when the file is, by its digest, one that the reader's own code was built with.
 */
import { MalformedError, Reader } from '../../wasm/reader.ts';
import type { HostedSystem } from '../core/system.ts';
import { decodeBody, encodeBody } from './image-body.ts';

/** "tessera" and a zero. */
const MAGIC = Uint8Array.of(0x74, 0x65, 0x73, 0x73, 0x65, 0x72, 0x61, 0);
/** Raised with every change of the format. */
export const IMAGE_FILE_VERSION = 3;
const VERSION_OFFSET = 8;
const LENGTH_OFFSET = 12;
const DIGEST_OFFSET = 16;
const DIGEST_BYTES = 32;
const BODY_OFFSET = DIGEST_OFFSET + DIGEST_BYTES;

/** The file cannot be used: the message says why, in words for the person who has it. */
export class ImageFileError extends Error {
	override readonly name = 'ImageFileError';
}

/** The file for a system. */
export async function encodeImageFile(system: HostedSystem): Promise<Uint8Array> {
	const body = encodeBody(system);
	const file = new Uint8Array(BODY_OFFSET + body.length);
	const view = new DataView(file.buffer);
	file.set(MAGIC);
	view.setUint32(VERSION_OFFSET, IMAGE_FILE_VERSION, true);
	view.setUint32(LENGTH_OFFSET, file.length, true);
	file.set(await digest(body), DIGEST_OFFSET);
	file.set(body, BODY_OFFSET);
	return file;
}

/** The digest in a file: what identifies it. */
export function imageDigest(file: Uint8Array): string {
	return hexadecimal(file.subarray(DIGEST_OFFSET, BODY_OFFSET));
}

/**
 * The system in a file, with the kernel's SHA-256 computed from the kernel itself. Components that the builder has made ready are ready only where the file's
 * digest is one of `known`: the machine that reads any other file does that work, and its checks, itself. Throws `ImageFileError`.
 */
export async function decodeImageFile(file: Uint8Array, known: readonly string[] = []): Promise<HostedSystem> {
	checkHead(file);
	const body = file.subarray(BODY_OFFSET);
	const computed = hexadecimal(await digest(body));
	if (computed !== imageDigest(file)) {
		throw new ImageFileError('the image file is damaged: its contents do not match the digest in it; get it again');
	}
	try {
		const system = decodeBody(new Reader(body), known.includes(computed));
		const sha256 = hexadecimal(await digest(system.kernel.wasm));
		return { ...system, kernel: { wasm: system.kernel.wasm, sha256 } };
	} catch (error) {
		if (!(error instanceof MalformedError)) throw error;
		throw new ImageFileError(`the image file is wrong at byte ${BODY_OFFSET + error.offset}: ${error.message}`);
	}
}

function checkHead(file: Uint8Array): void {
	if (file.length < MAGIC.length || MAGIC.some((byte, index) => file[index] !== byte)) {
		throw new ImageFileError('this is not a Tessera image file: one begins with the word "tessera" and a zero');
	}
	if (file.length < BODY_OFFSET) throw new ImageFileError('the image file is cut off in its first bytes');
	const view = new DataView(file.buffer, file.byteOffset, file.length);
	const version = view.getUint32(VERSION_OFFSET, true);
	if (version !== IMAGE_FILE_VERSION) {
		throw new ImageFileError(
			`the image file has format ${version}, this machine reads format ${IMAGE_FILE_VERSION}: build both from one checkout`,
		);
	}
	const length = view.getUint32(LENGTH_OFFSET, true);
	if (length === file.length) return;
	const what = file.length < length ? 'cut off' : 'too long';
	throw new ImageFileError(`the image file is ${what}: ${file.length} bytes instead of ${length}`);
}

async function digest(bytes: Uint8Array): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

/** Lower-case hexadecimal digits of bytes. */
function hexadecimal(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

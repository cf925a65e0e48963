/**
 * A system image as one file: kernel, components, tables and the hosted manifest, for machines that cannot run the builder.
 * docs/reference/04-hosted.md describes the format. A reader trusts nothing in it: whatever is wrong has a sentence of its own.
 */
import { MEMORY_LAST_REGION } from '../../../abi/component.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import { HOSTED_SLOTS } from '../../../abi/transports.ts';
import { PROCESS_COUNT } from '../../../kernel/layout.ts';
import { MalformedError, Reader } from '../../wasm/reader.ts';
import { Writer } from '../../wasm/writer.ts';
import {
	type DeviceDescription,
	type DeviceKind,
	HOSTED_SIZES,
	type HostedComponent,
	type HostedSystem,
	type SensorKind,
} from '../core/system.ts';

/** "tessera" and a zero. */
const MAGIC = Uint8Array.of(0x74, 0x65, 0x73, 0x73, 0x65, 0x72, 0x61, 0);
/** Raised with every change of the format. */
export const IMAGE_FILE_VERSION = 2;
const VERSION_OFFSET = 8;
const LENGTH_OFFSET = 12;
const DIGEST_OFFSET = 16;
const DIGEST_BYTES = 32;
const BODY_OFFSET = DIGEST_OFFSET + DIGEST_BYTES;
/** A device's kind is its position here. */
const DEVICE_KINDS: readonly DeviceKind[] = ['rng', 'block', 'gpu', 'touch', 'keyboard', 'port', 'sensor'];
/** A sensor is its position here; 0 = the device is none. */
const SENSORS: readonly (SensorKind | undefined)[] = [
	undefined,
	'camera',
	'microphone',
	'location',
	'battery',
	'clock',
];
const WORD = 2 ** 32;
const PAGE_BYTES = 4096;
/** Pages of 64 KiB in the whole address space of a component. */
const WASM_PAGES_MOST = 65_536;

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

/** The system in a file, with the kernel's SHA-256 computed from the kernel itself. Throws `ImageFileError`. */
export async function decodeImageFile(file: Uint8Array): Promise<HostedSystem> {
	checkHead(file);
	const body = file.subarray(BODY_OFFSET);
	const recorded = file.subarray(DIGEST_OFFSET, BODY_OFFSET);
	if (hexadecimal(await digest(body)) !== hexadecimal(recorded)) {
		throw new ImageFileError('the image file is damaged: its contents do not match the digest in it; get it again');
	}
	try {
		const system = decodeBody(new Reader(body));
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

function encodeBody(system: HostedSystem): Uint8Array {
	const { name, kernel, images, data, boot, devices = [], processNames } = system;
	const { bytes, freePages } = system.manifest(HOSTED_SIZES);
	const out = new Writer();
	out.name(name).sized(kernel.wasm);
	out.vector(images, (image) => writeImage(out, image));
	out.vector(data, (table) => out.sized(table.bytes));
	out.u32(boot.cpuShare).u32(boot.slots).u32(boot.initSlots).u32(boot.initPriority);
	writeTime(out, boot.initBudget);
	writeTime(out, boot.initPeriod);
	out.vector(devices, (device) => writeDevice(out, device));
	out.vector([...processNames], ([row, process]) => out.u32(row).name(process));
	return out.u32(freePages).sized(bytes).finish();
}

function writeImage(out: Writer, { name, wasm, memories, memoryPages }: HostedComponent): void {
	out.name(name).u32(memoryPages).sized(wasm);
	out.vector(memories, (declared) => out.u32(declared.memory).name(declared.name).u32(declared.rights));
}

function writeDevice(out: Writer, { kind, slot, sectors = 0, width = 0, height = 0, sensor }: DeviceDescription): void {
	out.u32(DEVICE_KINDS.indexOf(kind)).u32(slot).u32(sectors).u32(width).u32(height).u32(SENSORS.indexOf(sensor));
}

/** Nanoseconds: low word, high word. */
function writeTime(out: Writer, nanoseconds: number): void {
	out.u32(nanoseconds % WORD).u32(Math.floor(nanoseconds / WORD));
}

function decodeBody(reader: Reader): HostedSystem {
	const name = reader.name();
	const kernel = { wasm: readBytes(reader), sha256: '' };
	const images = readVector(reader, readImage);
	if (images.length === 0) reader.fail('there is no component: the first one must be init');
	const data = readVector(reader, readTable);
	const boot = {
		cpuShare: reader.u32(),
		slots: reader.u32(),
		initSlots: reader.u32(),
		initPriority: reader.u32(),
		initBudget: readTime(reader),
		initPeriod: readTime(reader),
	};
	const devices = readVector(reader, readDevice);
	const processNames = new Map(readVector(reader, readProcessName));
	const freePages = reader.u32();
	const manifest = { bytes: readBytes(reader), freePages };
	if (!reader.done) reader.fail('something follows the manifest, which is the last part');
	return { name, kernel, images, data, boot, devices, processNames, manifest: () => manifest };
}

function readImage(reader: Reader): HostedComponent {
	const name = reader.name();
	const memoryPages = within(reader, 'the memory size of a component', 1, WASM_PAGES_MOST);
	const wasm = readBytes(reader);
	const memories = readVector(reader, () => ({
		memory: within(reader, 'a memory number', 1, MEMORY_LAST_REGION),
		name: reader.name(),
		rights: within(reader, 'the rights of a memory', 0, RIGHT_READ | RIGHT_WRITE),
	}));
	return { name, wasm, memories, memoryPages };
}

function readTable(reader: Reader): { bytes: Uint8Array } {
	const start = reader.position;
	const bytes = readBytes(reader);
	if (bytes.length % PAGE_BYTES !== 0)
		reader.fail(`a table does not consist of whole pages of ${PAGE_BYTES} bytes`, start);
	return { bytes };
}

function readDevice(reader: Reader): DeviceDescription {
	const kind = DEVICE_KINDS[within(reader, 'a kind of device', 0, DEVICE_KINDS.length - 1)] as DeviceKind;
	const slot = within(reader, 'the transport of a device', 0, HOSTED_SLOTS - 1);
	const [sectors, width, height] = [reader.u32(), reader.u32(), reader.u32()].map((number) => number || undefined);
	const sensor = SENSORS[within(reader, 'a sensor', 0, SENSORS.length - 1)];
	return { kind, slot, sectors, width, height, sensor };
}

function readProcessName(reader: Reader): [number, string] {
	return [within(reader, 'a process number', 1, PROCESS_COUNT - 1), reader.name()];
}

function readTime(reader: Reader): number {
	return reader.u32() + reader.u32() * WORD;
}

function readBytes(reader: Reader): Uint8Array {
	const length = reader.u32();
	const start = reader.skip(length);
	return reader.bytes.slice(start, start + length);
}

function readVector<Element>(reader: Reader, read: (reader: Reader) => Element): Element[] {
	return Array.from({ length: reader.count() }, () => read(reader));
}

function within(reader: Reader, what: string, least: number, most: number): number {
	const start = reader.position;
	const value = reader.u32();
	if (value < least || value > most) reader.fail(`${what} is ${value}, not ${least} to ${most}`, start);
	return value;
}

async function digest(bytes: Uint8Array): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

/** Lower-case hexadecimal digits of bytes. */
function hexadecimal(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

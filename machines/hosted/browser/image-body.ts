/** The body of an image file (image-file.ts): everything that a system is, and, where the builder has made them, its components as the machine runs them. */
import { MEMORY_LAST_REGION } from '../../../abi/component.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import { HOSTED_SLOTS } from '../../../abi/transports.ts';
import { PROCESS_COUNT } from '../../../kernel/layout.ts';
import type { Reader } from '../../wasm/reader.ts';
import { Writer } from '../../wasm/writer.ts';
import type { RehostedComponent } from '../core/rehost.ts';
import {
	type DeviceDescription,
	type DeviceKind,
	HOSTED_SIZES,
	type HostedComponent,
	type HostedSystem,
	type SensorKind,
} from '../core/system.ts';

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

/** The body for a system. */
export function encodeBody(system: HostedSystem): Uint8Array {
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

function writeImage(out: Writer, { name, wasm, memories, memoryPages, rehosted }: HostedComponent): void {
	out.name(name).u32(memoryPages).sized(wasm);
	out.vector(memories, (declared) => out.u32(declared.memory).name(declared.name).u32(declared.rights));
	out.vector(rehosted === undefined ? [] : [rehosted], (ready) => writeRehosted(out, ready));
}

function writeRehosted(out: Writer, { wasm, data, globals }: RehostedComponent): void {
	out.sized(wasm);
	out.vector(data, ({ offset, bytes }) => out.u32(offset).sized(bytes));
	out.vector(globals, (name) => out.name(name));
}

function writeDevice(out: Writer, { kind, slot, sectors = 0, width = 0, height = 0, sensor }: DeviceDescription): void {
	out.u32(DEVICE_KINDS.indexOf(kind)).u32(slot).u32(sectors).u32(width).u32(height).u32(SENSORS.indexOf(sensor));
}

/** Nanoseconds: low word, high word. */
function writeTime(out: Writer, nanoseconds: number): void {
	out.u32(nanoseconds % WORD).u32(Math.floor(nanoseconds / WORD));
}

/** The system in a body, its kernel's SHA-256 left out; what is wrong fails the reader. `trusted`: the components that the builder has made ready are used as they are. */
export function decodeBody(reader: Reader, trusted: boolean): HostedSystem {
	const name = reader.name();
	const kernel = { wasm: readBytes(reader), sha256: '' };
	const images = readVector(reader, () => readImage(reader, trusted));
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

function readImage(reader: Reader, trusted: boolean): HostedComponent {
	const name = reader.name();
	const memoryPages = within(reader, 'the memory size of a component', 1, WASM_PAGES_MOST);
	const wasm = readBytes(reader);
	const memories = readVector(reader, () => ({
		memory: within(reader, 'a memory number', 1, MEMORY_LAST_REGION),
		name: reader.name(),
		rights: within(reader, 'the rights of a memory', 0, RIGHT_READ | RIGHT_WRITE),
	}));
	const [rehosted] = readVector(reader, () => readRehosted(reader, memoryPages));
	return { name, wasm, memories, memoryPages, ...(trusted && rehosted !== undefined ? { rehosted } : {}) };
}

function readRehosted(reader: Reader, memoryPages: number): RehostedComponent {
	const wasm = readBytes(reader);
	const data = readVector(reader, () => ({ offset: reader.u32(), bytes: readBytes(reader) }));
	const globals = readVector(reader, () => reader.name());
	return { wasm, data, globals, memoryPages };
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

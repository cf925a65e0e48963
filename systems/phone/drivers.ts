/** The phone's drivers: each has the registers of its devices, an interrupt for each, memory for DMA, and one client. */

import block from '../../drivers/block/driver/manifest.ts';
import input from '../../drivers/input/driver/manifest.ts';
import port from '../../drivers/port/driver/manifest.ts';
import rng from '../../drivers/rng/driver/manifest.ts';
import screen from '../../drivers/screen/driver/manifest.ts';
import { BLOCK_REGION_BYTES } from '../../interfaces/block/queue.ts';
import { SCREEN_PIXELS } from '../../interfaces/screen/queue.ts';
import type { Manifest } from '../../sdk/define.ts';
import { kibibytes, mebibytes, microseconds, milliseconds } from '../define.ts';
import { VIRTIO_PAGE_BYTES, virtioLine, virtioPage } from '../devices.ts';
import { LABEL_DRIVER, LABEL_SHARED } from './labels.ts';
import { supervised } from './supervision.ts';
import type { Wiring } from './wiring.ts';

const SLOT_RNG = 0;
const SLOT_BLOCK = 8;
const SLOT_SCREEN = 16;
const SLOT_TOUCH = 24;
const SLOT_KEYBOARD = 25;
const SLOT_PORT = 26;
const POINTS = { width: 390, height: 844 };
const PIXEL_BYTES = 4;
const DISK_BYTES = mebibytes(32);
const SECTOR_BYTES = 512;
const PAGE = kibibytes(64);

/** A driver of virtio devices. */
interface VirtioDriver {
	readonly folder: string;
	readonly manifest: Manifest;
	readonly priority: number;
	/** In every 50 ms, nanoseconds. */
	readonly budget: number;
	/** The transport whose page of registers it has. */
	readonly slot: number;
	/** Capability for each interrupt, with its transport. */
	readonly interrupts: Readonly<Record<string, number>>;
}

const PERIOD = milliseconds(50);
const WORST_CASE = microseconds(200);

/** Whole pages of shared memory. */
const pages = (bytes: number): number => Math.ceil(bytes / PAGE) * PAGE;

function addDriver(wiring: Wiring, name: string, driver: VirtioDriver): void {
	const { slot, interrupts, ...component } = driver;
	const rest = { period: PERIOD, worstCase: WORST_CASE, label: LABEL_DRIVER, ...supervised(name) };
	wiring.component(name, { ...component, ...rest });
	wiring.region(`${name}Queue`, { size: PAGE, label: LABEL_SHARED, maps: [both(name, 'queue')] });
	wiring.grant({ to: { component: name, as: 'region' }, region: `${name}Queue`, rights: ['address'] });
	for (const [as, line] of Object.entries(interrupts)) {
		wiring.grant({ to: { component: name, as }, interrupt: virtioLine(line), rights: ['bind', 'acknowledge'] });
	}
}

const both = (component: string, as: string) => ({ component, as, rights: ['read', 'write'] }) as const;

/** A page of registers that one driver has for itself. */
function addRegisters(wiring: Wiring, name: string, slot: number): void {
	const region = { device: virtioPage(slot), size: VIRTIO_PAGE_BYTES, label: LABEL_SHARED };
	wiring.region(`${name}Registers`, { ...region, maps: [both(name, 'registers')] });
}

/** What a driver and its one client share, with a signal each way. */
function connect(wiring: Wiring, driver: string, size: number, client: Client): void {
	const maps = [both(driver, 'client'), both(client.component, client.region)];
	wiring.region(`${driver}Client`, { size: pages(size), label: LABEL_SHARED, maps });
	wiring.signal(driver, 'answer', client.component, client.bit);
	wiring.signal(client.component, client.signal, driver, 1);
	wiring.gate(client.component, client.gate, driver, 1, { apart: true });
}

interface Client {
	readonly component: string;
	readonly region: string;
	readonly gate: string;
	readonly signal: string;
	/** Bit that the driver raises. */
	readonly bit: number;
}

function addStorage(wiring: Wiring): void {
	addDriver(wiring, 'rng', {
		folder: 'drivers/rng/driver',
		manifest: rng,
		priority: 230,
		budget: microseconds(250),
		slot: SLOT_RNG,
		interrupts: { interrupt: SLOT_RNG },
	});
	addRegisters(wiring, 'rng', SLOT_RNG);
	wiring.device({ kind: 'rng', slot: SLOT_RNG });
	addDriver(wiring, 'block', {
		folder: 'drivers/block/driver',
		manifest: block,
		priority: 229,
		budget: microseconds(500),
		slot: SLOT_BLOCK,
		interrupts: { interrupt: SLOT_BLOCK },
	});
	addRegisters(wiring, 'block', SLOT_BLOCK);
	wiring.device({ kind: 'block', slot: SLOT_BLOCK, sectors: DISK_BYTES / SECTOR_BYTES });
}

/** Touches, keys and the accessibility port lie in one page of registers: their drivers trust each other with it. */
function addInput(wiring: Wiring): void {
	addDriver(wiring, 'input', {
		folder: 'drivers/input/driver',
		manifest: input,
		priority: 228,
		budget: microseconds(500),
		slot: SLOT_TOUCH,
		interrupts: { touch: SLOT_TOUCH, keyboard: SLOT_KEYBOARD },
	});
	addDriver(wiring, 'port', {
		folder: 'drivers/port/driver',
		manifest: port,
		priority: 226,
		budget: microseconds(400),
		slot: SLOT_PORT,
		interrupts: { interrupt: SLOT_PORT },
	});
	wiring.region('inputRegisters', {
		device: virtioPage(SLOT_TOUCH),
		size: VIRTIO_PAGE_BYTES,
		label: LABEL_SHARED,
		shared: 'there are four pages of transports for six devices, and whoever hears touches may as well carry the port',
		maps: [both('input', 'registers'), both('port', 'registers')],
	});
	wiring.device({ kind: 'touch', slot: SLOT_TOUCH });
	wiring.device({ kind: 'keyboard', slot: SLOT_KEYBOARD });
	wiring.device({ kind: 'port', slot: SLOT_PORT });
}

function addScreen(wiring: Wiring, scale: number): void {
	addDriver(wiring, 'screen', {
		folder: 'drivers/screen/driver',
		manifest: screen,
		priority: 227,
		budget: microseconds(500),
		slot: SLOT_SCREEN,
		interrupts: { interrupt: SLOT_SCREEN },
	});
	addRegisters(wiring, 'screen', SLOT_SCREEN);
	wiring.grant({ to: { component: 'screen', as: 'pixels' }, region: 'screenClient', rights: ['address'] });
	wiring.device({ kind: 'gpu', slot: SLOT_SCREEN, width: POINTS.width * scale, height: POINTS.height * scale });
}

/** All of them, for a screen of `scale` pixels to the point. */
export function addDrivers(wiring: Wiring, scale: 1 | 2): void {
	addStorage(wiring);
	addInput(wiring);
	addScreen(wiring, scale);
}

/** The compositor's three drivers. */
export function connectScreen(wiring: Wiring, scale: 1 | 2): void {
	const pixels = POINTS.width * POINTS.height * scale * scale * PIXEL_BYTES;
	const client = (name: string, bit: number): Client => {
		return { component: 'compositor', region: name, gate: name, signal: `${name}Signal`, bit };
	};
	connect(wiring, 'screen', SCREEN_PIXELS + pixels, client('screen', 0));
	connect(wiring, 'input', PAGE, client('input', 1));
	connect(wiring, 'port', PAGE, client('port', 2));
}

/** The store's driver. */
export function connectDisk(wiring: Wiring): void {
	connect(wiring, 'block', BLOCK_REGION_BYTES, {
		component: 'store',
		region: 'disk',
		gate: 'block',
		signal: 'wake',
		bit: 0,
	});
}

/** Memory and devices: sizes, places, and that nothing is given twice. */

import { isAbsolute, normalize } from 'node:path';
import { BOARD_CONSOLE, BOARD_DISTRIBUTOR, BOARD_RAM } from '../../../abi/board.ts';
import { PAGE, type RegionDescription, SHARED_PAGE } from '../description.ts';
import { isTable, type Model, tableWord } from '../model.ts';
import type { Report } from '../report.ts';
import { hexadecimal, list, size } from '../words.ts';
import { sizeAdvice } from './channels.ts';
import { at, unique } from './names.ts';

/** Physical addresses of the board that are not for drivers; below its console all is the interrupt controller's. */
const TAKEN = [
	{ what: 'the interrupt controller', first: BOARD_DISTRIBUTOR, end: BOARD_CONSOLE },
	{ what: "the machine's own console", first: BOARD_CONSOLE, end: BOARD_CONSOLE + 0x1000 },
	{ what: 'RAM', first: BOARD_RAM, end: 2 ** 40 },
];

/** Of REGION_DEVICE in the kernel: 16 pages. */
const DEVICE_MOST = 16 * PAGE;

export function checkRegions(model: Model, report: Report): void {
	for (const [name, region] of model.description.regions) {
		checkKind(report, name, region);
		if (region.device !== undefined) checkDevice(report, name, region, region.device);
	}
	checkOverlaps(model, report);
	checkSharing(model, report);
	checkInterrupts(model, report);
}

function checkKind(report: Report, name: string, region: RegionDescription): void {
	if (isTable(region)) checkTable(report, name, region);
	else checkSize(report, name, region);
}

function checkSize(report: Report, name: string, { size: bytes, device, path }: RegionDescription): void {
	if (bytes === undefined) {
		report.error(path, `regions.${name} has no 'size'; add size: <bytes, a multiple of 65536>`, 'key');
	} else if (device !== undefined && bytes % PAGE > 0) {
		report.error(
			[...path, 'size'],
			`'${name}' has ${bytes} bytes; a device has whole pages of 4096 bytes: write ${Math.ceil(bytes / PAGE) * PAGE}`,
		);
	} else if (device === undefined && bytes % SHARED_PAGE > 0) {
		report.error([...path, 'size'], sizeAdvice(name, bytes));
	}
}

/** What the builder makes has a size of its own, and nobody writes it. */
function checkTable(report: Report, name: string, region: RegionDescription): void {
	const { size: bytes, device, roster, contents, maps, path } = region;
	const what = tableWord(region);
	if (device !== undefined) {
		report.error([...path, 'device'], `'${name}' is both ${what} and a device; make two regions of it`);
	} else if (bytes !== undefined) {
		report.error([...path, 'size'], `'${name}' is ${what}, which has a size of its own; take the size away`);
	} else if (roster !== undefined && contents !== undefined) {
		report.error([...path, 'contents'], `'${name}' is both a roster and a file; make two regions of it`);
	} else if (contents !== undefined && !isInside(contents)) {
		report.error(
			[...path, 'contents'],
			`'${contents}' is not a file of the checkout; name it from the checkout's root, without '..'`,
		);
	}
	for (const map of maps) {
		if (!map.rights.includes('write')) continue;
		report.error(
			[...map.path, 'rights'],
			`'${name}' is ${what}, which nobody may write; take 'write' out of these rights`,
		);
	}
}

function isInside(file: string): boolean {
	return file !== '' && !isAbsolute(file) && !normalize(file).startsWith('..');
}

function checkDevice(report: Report, name: string, region: RegionDescription, address: number): void {
	const place = [...region.path, 'device'];
	if (address % PAGE > 0) {
		const down = Math.floor(address / PAGE) * PAGE;
		report.error(
			place,
			`'${name}' begins at ${hexadecimal(address)}, which is not the beginning of a page; write device: ${hexadecimal(down)} and let the driver add the rest`,
		);
	}
	const bytes = region.size ?? 0;
	if (bytes > DEVICE_MOST) {
		report.error(
			[...region.path, 'size'],
			`'${name}' has ${size(bytes)}; one device region has at most ${size(DEVICE_MOST)}: make several regions of it`,
		);
	}
	const taken = TAKEN.find(({ first, end }) => address < end && first < address + bytes);
	if (taken !== undefined) {
		report.error(
			place,
			`'${name}' (${range(address, bytes)}) is part of ${taken.what}; no component can have it as a device`,
		);
	}
}

function range(address: number, bytes: number): string {
	return `${hexadecimal(address)} to ${hexadecimal(address + bytes - 1)}`;
}

function checkOverlaps({ regions }: Model, report: Report): void {
	const devices = [...regions].flatMap(([name, { device, size: bytes, path }]) =>
		device === undefined || bytes === undefined ? [] : [{ name, first: device, bytes, path }],
	);
	for (const [index, region] of devices.entries()) {
		const other = devices
			.slice(0, index)
			.find((one) => region.first < one.first + one.bytes && one.first < region.first + region.bytes);
		if (other === undefined) continue;
		const both = `'${region.name}' (${range(region.first, region.bytes)}) overlaps '${other.name}' (${range(other.first, other.bytes)})`;
		report.error([...region.path, 'device'], `${both}; a device belongs to one region`);
	}
}

/** A device has one driver; memory without a writer or a reader is a mistake more often than not. */
function checkSharing(model: Model, report: Report): void {
	for (const [name, region] of model.description.regions) {
		const { device, shared: reason, path } = region;
		const maps = model.maps.filter((map) => map.region === name);
		const holders = model.grants
			.filter((grant) => grant.kind === 'region' && grant.region === name)
			.map((grant) => grant.to.component);
		const users = [...new Set([...maps.map((map) => map.component), ...holders])];
		if (users.length === 0)
			report.warn(path, `nobody uses the region '${name}'; map it, grant it, or take it away`, 'key');
		if (device !== undefined && reason === undefined && users.length > 1) {
			report.error(
				path,
				`the device '${name}' is given to ${list(users)}; a device has one driver, the others talk to that`,
				'key',
			);
		}
		if (reason !== undefined && (device === undefined || users.length < 2)) {
			report.error([...path, 'shared'], `'${name}' is not a device of several drivers; take 'shared' away`);
		}
		const shared = device === undefined && !isTable(region) && holders.length === 0 && maps.length > 0;
		if (shared && !maps.some((map) => map.rights.includes('write'))) {
			report.warn(path, `nobody can write the region '${name}', so it only ever holds zeros`, 'key');
		}
		if (shared && !maps.some((map) => map.rights.includes('read'))) {
			report.warn(path, `nobody can read the region '${name}'`, 'key');
		}
	}
}

function checkInterrupts(model: Model, report: Report): void {
	const interrupts = model.grants.filter((grant) => grant.kind === 'interrupt');
	unique(
		interrupts,
		(grant) => grant.interrupt,
		(grant, first) =>
			report.error(
				[...grant.path, 'interrupt'],
				`interrupt ${grant.interrupt} is already given to '${first.to.component}' (${at(first.path)}); an interrupt has one driver`,
			),
	);
}

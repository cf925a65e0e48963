/** The kernel's memory of an ARM64 machine, put together again from what QEMU's monitor saves. */
import { readFileSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
	BLOCK_BASE,
	BLOCK_STRIDE,
	DENSE_END,
	EXTENT_REGION,
	KERNEL_PAGES,
	PROCESS_BASE,
	PROCESS_BLOCK_PAGES,
	PROCESS_COUNT,
	PROCESS_ROOT_64,
	PROCESS_STATE,
	PROCESS_STRIDE,
	REGION_BASE,
	REGION_COUNT,
	REGION_STATE,
	REGION_STRIDE,
	REGION_TABLE_PAGES,
	REGION_TABLES,
	TABLES_BASE,
	TABLES_STRIDE,
} from '../../kernel/layout.ts';
import { PATIENCE_MILLISECONDS } from '../../tools/patience.ts';

const PAGE_BYTES = 4096;
const WASM_PAGE_BYTES = 65536;
/** Where the machine maps the kernel's memory (machines/arm64/machine.h), and where its RAM begins. */
const KERNEL_BASE = '0xffffffc000000000';
const RAM_BASE = 0x40000000;
/** Bits of TTBR0 that are an address. */
const ADDRESS_MASK = 0x0000_ffff_ffff_f000n;
const PROMPT = '(qemu)';
/** Between two looks whether a file has been written. */
const TRY_MILLISECONDS = 20;

/** Sends one command to QEMU's monitor and waits until it is done. */
function command(monitor: Socket, text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		let answer = '';
		const take = (data: Buffer) => {
			answer += data.toString();
			if (!answer.includes(PROMPT)) return;
			monitor.off('data', take);
			resolve();
		};
		monitor.on('data', take);
		monitor.once('error', reject);
		monitor.once('close', () => reject(new Error(`QEMU's monitor has ended after: ${answer}`)));
		if (text !== '') monitor.write(`${text}\n`);
	});
}

/** Stops the machine behind the monitor socket and saves its kernel's memory. `ram` is its RAM in bytes. */
export async function dumpKernel(socket: string, folder: string, ram: number): Promise<Uint8Array> {
	const monitor = connect(socket);
	await command(monitor, '');
	await command(monitor, 'stop');
	const dense = path.join(folder, 'dense');
	const physical = path.join(folder, 'ram');
	await command(monitor, `memsave ${KERNEL_BASE} ${DENSE_END} "${dense}"`);
	await command(monitor, `pmemsave ${RAM_BASE} ${ram} "${physical}"`);
	const memory = assemble(await whole(dense, DENSE_END), await whole(physical, ram));
	monitor.destroy();
	return memory;
}

/** A saved file, once all of it is there: on a busy host the monitor may show its prompt before it has written everything. */
async function whole(file: string, bytes: number): Promise<Uint8Array> {
	for (let waited = 0; waited < PATIENCE_MILLISECONDS; waited += TRY_MILLISECONDS) {
		if (statSync(file, { throwIfNoEntry: false })?.size === bytes) return readFileSync(file);
		await setTimeout(TRY_MILLISECONDS);
	}
	throw new Error(`QEMU did not write the ${bytes} bytes of ${file}`);
}

/** Dense tables first; they say where in RAM the process blocks and the page tables of regions are. */
function assemble(dense: Uint8Array, ram: Uint8Array): Uint8Array {
	const memory = new Uint8Array(KERNEL_PAGES * WASM_PAGE_BYTES);
	memory.set(dense);
	const view = new DataView(memory.buffer);
	const copy = (address: number, physical: number, pages: number) => {
		const from = physical - RAM_BASE;
		memory.set(ram.subarray(from, from + pages * PAGE_BYTES), address);
	};
	for (let row = 1; row < PROCESS_COUNT; row++) {
		const process = PROCESS_BASE + row * PROCESS_STRIDE;
		if (view.getUint32(process + PROCESS_STATE, true) === 0) continue;
		const root = Number(view.getBigUint64(process + PROCESS_ROOT_64, true) & ADDRESS_MASK);
		copy(BLOCK_BASE + row * BLOCK_STRIDE, root, PROCESS_BLOCK_PAGES);
	}
	for (let row = 1; row < REGION_COUNT; row++) {
		const region = REGION_BASE + row * REGION_STRIDE;
		if (view.getUint32(region + REGION_STATE, true) !== EXTENT_REGION) continue;
		const tables = view.getUint32(region + REGION_TABLES, true) * PAGE_BYTES;
		copy(TABLES_BASE + row * TABLES_STRIDE, tables, view.getUint32(region + REGION_TABLE_PAGES, true));
	}
	return memory;
}

/** Everything about a component binary except its code: imports, exports, memories, tables, static data. */

import { MEMORY_LAST_REGION, STATIC_BASE } from '../../abi/component.ts';
import { instructions } from './instructions.ts';
import {
	FUNCREF,
	type Import,
	KIND_FUNCTION,
	KIND_MEMORY,
	type MemoryDeclaration,
	type Range,
	type WasmModule,
} from './module.ts';
import * as rules from './rules.ts';
import type { ComponentDeclaration, Refuse } from './validate.ts';

const PAGE = 65536;

export function validateShape(module: WasmModule, declared: ComponentDeclaration, refuse: Refuse): void {
	checkSizes(module, refuse);
	const regions = new Set<number>();
	for (const entry of module.imports) checkImport(module, entry, declared, regions, refuse);
	checkOwnMemory(module, declared, refuse);
	checkExports(module, refuse);
	checkTables(module, refuse);
	checkData(module, declared, refuse);
	if (module.start !== undefined) {
		refuse(
			'start',
			placeOf(module, 8),
			'a start function would run at every instantiation: call it from `init` instead',
		);
	}
	if (module.tags > 0) refuse('instruction', placeOf(module, 13), 'exception tags are not accepted');
}

function placeOf(module: WasmModule, id: number): number {
	return module.sections.find((section) => section.id === id)?.start ?? 0;
}

function checkSizes(module: WasmModule, refuse: Refuse): void {
	if (module.functions.length > rules.FUNCTIONS_MOST) {
		refuse(
			'size',
			placeOf(module, 3),
			`${module.functions.length} functions; at most ${rules.FUNCTIONS_MOST} are accepted`,
		);
	}
	if (module.types.length > rules.TYPES_MOST) {
		refuse('size', placeOf(module, 1), `${module.types.length} types; at most ${rules.TYPES_MOST} are accepted`);
	}
	for (const { parameters, results } of module.types) {
		if (parameters.length > rules.PARAMETERS_MOST || results.length > 1) {
			refuse(
				'size',
				placeOf(module, 1),
				`a function type has more than ${rules.PARAMETERS_MOST} parameters or several results`,
			);
		}
	}
}

function checkImport(
	module: WasmModule,
	entry: Import,
	declared: ComponentDeclaration,
	regions: Set<number>,
	refuse: Refuse,
): void {
	const name = `${entry.module}.${entry.name}`;
	if (entry.kind === KIND_MEMORY && entry.module === 'memory') {
		checkRegion(module, entry, declared, regions, refuse);
		return;
	}
	const wanted = entry.module === 'kernel' ? rules.KERNEL_FUNCTIONS.get(entry.name) : undefined;
	if (entry.kind !== KIND_FUNCTION || wanted === undefined) {
		refuse(
			'import',
			entry.start,
			`imports ${name}; a component imports the functions of sdk/kernel.ts and its regions, nothing else`,
		);
		return;
	}
	const type = module.types[module.functions[entry.index]?.type ?? -1];
	if (type === undefined || rules.signature(type) !== wanted) {
		refuse('import-type', entry.start, `imports ${name} with another signature than sdk/kernel.ts declares`);
	}
}

function checkRegion(
	module: WasmModule,
	entry: Import,
	declared: ComponentDeclaration,
	regions: Set<number>,
	refuse: Refuse,
): void {
	const number = Number(entry.name);
	if (String(number) !== entry.name || !(number >= 1 && number <= MEMORY_LAST_REGION)) {
		refuse('import', entry.start, `imports memory.${entry.name}; regions are memories 1 to ${MEMORY_LAST_REGION}`);
		return;
	}
	if (regions.has(number)) refuse('region', entry.start, `memory ${number} is imported twice`);
	regions.add(number);
	if (!declared.memories.some((region) => region.memory === number)) {
		refuse(
			'region',
			entry.start,
			`imports memory ${number}, but manifest.ts declares no region with \`memory: ${number}\``,
		);
	}
	const { minimum, maximum, shared, wide } = (module.memories[entry.index] as MemoryDeclaration).limits;
	if (minimum !== 0 || maximum !== undefined || shared || wide) {
		refuse(
			'import-type',
			entry.start,
			`memory ${number} must be imported with minimum 0, without maximum, 32-bit and unshared`,
		);
	}
}

function checkOwnMemory(module: WasmModule, declared: ComponentDeclaration, refuse: Refuse): void {
	const place = placeOf(module, 5);
	const own = module.memories.findIndex((memory) => memory.import === undefined);
	const memory = module.memories[own];
	if (memory === undefined) {
		refuse('memory', place, 'defines no memory of its own');
		return;
	}
	if (own !== module.memories.length - 1) refuse('memory', place, 'defines more than one memory');
	const { minimum, maximum, shared, wide } = memory.limits;
	if (shared || wide) refuse('memory', place, 'its own memory must be 32-bit and unshared');
	if (maximum !== minimum) refuse('memory', place, 'its own memory can grow: make its maximum equal to its minimum');
	if (minimum !== declared.memoryPages) {
		refuse(
			'memory',
			place,
			`its own memory has ${minimum} pages; manifest.ts says memoryPages: ${declared.memoryPages}`,
		);
	}
	if (!module.exports.some((entry) => entry.kind === KIND_MEMORY && entry.name === 'memory' && entry.index === own)) {
		refuse('memory', placeOf(module, 7), "does not export its own memory as 'memory'");
	}
}

function checkExports(module: WasmModule, refuse: Refuse): void {
	for (const { name, kind, index, start } of module.exports) {
		if (kind === KIND_MEMORY && name === 'memory') continue;
		const wanted = kind === KIND_FUNCTION ? rules.ENTRY_POINTS.get(name) : undefined;
		if (wanted === undefined) {
			const known = ['memory', ...rules.ENTRY_POINTS.keys()].join(', ');
			refuse('export', start, `exports '${name}'; a component exports ${known}, nothing else`);
			continue;
		}
		const declaration = module.functions[index];
		const type = module.types[declaration?.type ?? -1];
		if (type === undefined || declaration?.import !== undefined || rules.signature(type) !== wanted) {
			refuse('export-type', start, `'${name}' is not a function of its own with the signature of abi/component.ts`);
		}
	}
}

function checkTables(module: WasmModule, refuse: Refuse): void {
	const [table] = module.tables;
	if (table === undefined) return;
	const place = placeOf(module, 4);
	const { minimum, wide, shared } = table.limits;
	if (module.tables.length > 1 || table.type !== FUNCREF || wide || shared) {
		refuse('table', place, 'at most one table is accepted, of functions');
	}
	if (minimum > rules.TABLE_MOST) refuse('table', place, `its table has more than ${rules.TABLE_MOST} entries`);
	for (const segment of module.elements) {
		const offset = constant(module, segment.offset);
		const fits = offset !== undefined && offset + segment.functions.length <= minimum;
		if ((segment.flags & 5) !== 0 || !fits) {
			refuse('segment', segment.start, 'a part of the table is not active with a constant place inside it');
		}
	}
}

function checkData(module: WasmModule, declared: ComponentDeclaration, refuse: Refuse): void {
	const own = module.memories.length - 1;
	for (const { memory, offset, contents, start } of module.data) {
		const place = memory === own ? constant(module, offset) : undefined;
		const size = contents.end - contents.start;
		if (place === undefined || place + size > declared.memoryPages * PAGE) {
			refuse('segment', start, 'static data is not at a constant place inside its own memory');
		} else if (place < STATIC_BASE && size > 0) {
			refuse('segment', start, `static data at ${place}; bytes below ${STATIC_BASE} belong to the ABI`);
		}
	}
}

/** Value of an expression that is one i32.const, else undefined. */
export function constant(module: WasmModule, expression: Range): number | undefined {
	const [first, second] = instructions(module, expression);
	const alone = first?.opcode.name === 'i32.const' && second?.opcode.name === 'end';
	return alone ? first.value >>> 0 : undefined;
}

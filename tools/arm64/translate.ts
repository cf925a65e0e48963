/**
 * WebAssembly to C: changes to what wasm2c emits that suit a machine where every memory has a fixed address. wasm2c passes an instance
 * around and loads the memory's address from it at each access; here there is one instance, at a constant address, and so are memories.
 */

/** A module in C, ready to be compiled between tools/arm64/component/imports.h and entries.h. */
export interface Translation {
	/** C source: types, `instantiate()`, every function. It uses INSTANCE, OWN and REGION(k). */
	readonly source: string;
	/** Names of exported functions and memories. */
	readonly exports: readonly string[];
	/** Elements of all function tables together. */
	readonly tableElements: number;
	/** Which parameters its `protected` uses, after the badge: method, then six words. All false if it exports none. */
	readonly protectedUses: readonly boolean[];
	/** Its functions use f32 or f64. */
	readonly floating: boolean;
}

/** Method and six words. */
const PARAMETERS_OF_PROTECTED = 7;

/** What wasm2c wrote for a module of the name `module`. */
export interface Emitted {
	readonly module: string;
	readonly header: string;
	readonly source: string;
}

/** The statements of wasm2c's `instantiate` that still make sense, as a function without arguments. */
function instantiateFunction(source: string, module: string): string {
	const pattern = new RegExp(`^void wasm2c_${module}_instantiate\\([^)]*\\) \\{\\n([\\s\\S]*?)^\\}`, 'm');
	const body = source.match(pattern)?.[1] ?? '';
	const kept = body.split('\n').filter((line) => !/assert\(|init_instance_import\(/.test(line));
	return `static void instantiate(void) {\n${kept.join('\n')}}\n`;
}

/** Without what concerns instances that come and go: from the binding of imports to the list of function types. */
function withoutInstances(source: string, module: string): string {
	const first = source.search(
		new RegExp(`^(static void init_instance_import|const u\\d+ wasm2c_|void wasm2c_${module}_instantiate)`, 'm'),
	);
	const typeList = source.indexOf(`wasm_rt_func_type_t wasm2c_${module}_get_func_type(`);
	return source.slice(0, first) + source.slice(source.indexOf('\n}\n', typeList) + 3);
}

/**
 * Without wasm2c's helpers for bulk memory and function tables, and the list of function types: for the kernel, which has none of these.
 */
export function withoutTables(source: string): string {
	const first = source.indexOf('static inline void memory_fill(');
	const last = source.indexOf('#if defined(__GNUC__) || defined(__clang__)\n#define FUNC_TYPE_DECL_EXTERN_T');
	return (source.slice(0, first) + source.slice(last))
		.replace(/^FUNC_TYPE_T\(.*$/gm, '')
		.replace(/^static inline bool func_types_eq[\s\S]*?^}$/m, '');
}

/** The header's types and function prototypes, without the declarations of what was cut. */
function withoutImportedMemories(header: string): string {
	return header
		.replace(/^extern .*;$/gm, '')
		.replace(/^(wasm_rt_memory_t\* |void wasm2c_|wasm_rt_func_type_t ).*;$/gm, '');
}

/** Gives each function table its place among the elements of all. */
function placeTables(text: string): string {
	let offset = 0;
	return text.replace(
		/wasm_rt_allocate_funcref_table\((&[\w.>-]+), (\d+), \d+\)/g,
		(_, table: string, elements: string) => {
			offset += Number(elements);
			return `placeTable(${table}, ${offset - Number(elements)}, ${elements})`;
		},
	);
}

/** C type in memory, and the type that it is widened to, of each WebAssembly load and store. */
function accessTypes(name: string): { stored: string; wide: string } {
	const [, kind, width, , narrow, sign] = name.match(/^([if])(32|64)_(load|store)(\d+)?(?:_([su]))?$/) ?? [];
	if (kind === undefined) throw new Error(`wasm2c emitted ${name}, which this machine does not know`);
	if (narrow === undefined) {
		const type = `${kind === 'f' ? 'f' : 'u'}${width}`;
		return { stored: type, wide: type };
	}
	return { stored: `${sign ?? 'u'}${narrow}`, wide: `${sign ?? 'u'}${width}` };
}

/** Turns accesses to memory into READ and WRITE of machines/arm64/wasm.h. */
function rewriteAccesses(text: string, ownMemory: string): string {
	const access = new RegExp(
		`(\\w+_(load|store)\\w*?)_default32\\((&instance->${ownMemory}|instance->w2c_memory_(\\d+)), \\(u64\\)\\((\\w+)\\)(?: \\+ (\\d+)u?)?`,
		'g',
	);
	return text.replace(
		access,
		(_, name: string, direction, _memory, region: string | undefined, index, offset = '0') => {
			const { stored, wide } = accessTypes(name);
			const space = region === undefined ? '' : 'volatile';
			const base = region === undefined ? 'OWN' : `REGION(${region})`;
			const types = direction === 'load' ? `${stored}, ${wide}` : stored;
			return `${direction === 'load' ? 'READ' : 'WRITE'}(${space}, ${types}, ${base}, ${index}, ${offset}`;
		},
	);
}

/** Applies the changes to C text; their order matters. */
function rewrite(text: string, module: string, ownMemory: string): string {
	const rules: readonly (readonly [RegExp, string])[] = [
		[/^#include.*$/gm, ''],
		[/^wasm_rt_memory_t\* \w+\(.*\{\n.*\n\}$/gm, ''],
		[/instance->w2c_memory_(\d+)\b/g, '(&regionMemory$1)'],
		[new RegExp(`&?instance->${ownMemory}\\b`, 'g'), 'OWN_MEMORY'],
		[/LOAD_DATA\(OWN_MEMORY,/g, 'LOAD_DATA((*OWN_MEMORY),'],
		[/OWN_MEMORY\./g, 'OWN_MEMORY->'],
		[/\(\(struct w2c_\w+\*\) instance(?:, |(?=\)))/g, '('],
		[/\((?:struct )?w2c_\w+ ?\*(?: ?instance)?(?:, |(?=\)))/g, '('],
		[/\(instance->w2c_\w+_instance(?:, |(?=\)))/g, '('],
		[/\(instance(?:, |(?=\)))/g, '('],
		[/, instance\)/g, ', 0)'],
		[/instance->/g, 'INSTANCE.'],
		[new RegExp(`\\bw2c_${module}_(?=\\w)`, 'g'), `${module}_`],
		[/\bw2c_(kernel|machine)_(?=\w)/g, '$1_'],
	];
	return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/** Which parameters after the first the function uses that wasm2c calls from the export `name`. */
function usedParameters(source: string, module: string, name: string, count: number): boolean[] {
	const wrapper =
		source.match(new RegExp(`^\\w+ w2c_${module}_${name}\\([^)]*\\) \\{([\\s\\S]*?)^\\}`, 'm'))?.[1] ?? '';
	const inner = wrapper.match(/ (\w+)\(instance, var_p0/)?.[1];
	const body = source.match(new RegExp(`^\\w+ ${inner}\\([^)]*\\) \\{([\\s\\S]*?)^\\}`, 'm'))?.[1] ?? '';
	return Array.from({ length: count }, (_, index) => new RegExp(`\\bvar_p${index + 1}\\b`).test(body));
}

/** Rewrites what wasm2c emitted for `emitted.module`. */
export function translate({ module, header, source }: Emitted): Translation {
	const ownMemory = header.match(/^ {2}wasm_rt_memory_t (\w+);/m)?.[1] ?? 'none';
	const ownPages = source.match(/wasm_rt_allocate_memory\([^,]*, (\d+),/)?.[1] ?? '0';
	const regions = [...header.matchAll(/\*w2c_memory_(\d+);/g)].map((match) => match[1]);
	const memories = regions.map((k) => `static wasm_rt_memory_t regionMemory${k} = {(u8 *)WINDOW(${k}), 0, 1ul << 32};`);
	memories.push(`static const wasm_rt_memory_t ownMemory = {(u8 *)OWN_ADDRESS, ${ownPages}, ${ownPages}ul << 16};`);
	const code = withoutImportedMemories(header) + withoutInstances(source, module) + instantiateFunction(source, module);
	const functions = source.slice(source.indexOf(`wasm2c_${module}_get_func_type(`));
	const tables = [...source.matchAll(/wasm_rt_allocate_funcref_table\([^,]*, (\d+),/g)];
	return {
		source: `${memories.join('\n')}\n#define OWN_MEMORY (&ownMemory)\n${rewrite(rewriteAccesses(placeTables(code), ownMemory), module, ownMemory)}`,
		exports: [...header.matchAll(/^\/\* export: '(\w+)' \*\/$/gm)].map((match) => match[1] ?? ''),
		tableElements: tables.reduce((sum, match) => sum + Number(match[1]), 0),
		protectedUses: usedParameters(source, module, 'protected', PARAMETERS_OF_PROTECTED),
		floating: /\b(?:f32|f64) var_/.test(functions),
	};
}

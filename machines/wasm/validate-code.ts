/** Which instructions a component executes, and on which memories. */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { type Instruction, passing } from './instructions.ts';
import type { WasmModule } from './module.ts';
import { REFUSED } from './rules.ts';
import type { ComponentDeclaration, Refuse } from './validate.ts';
import { regionOf } from './validate.ts';

type Region = ComponentDeclaration['memories'][number];

export function validateCode(module: WasmModule, declared: ComponentDeclaration, refuse: Refuse): void {
	const regions = module.memories.map((_, index) => regionOf(module, index, declared));
	for (const body of module.bodies) {
		const report: Refuse = (code, offset, message) => refuse(code, offset, message, body.index);
		for (const instruction of passing(module, body.code)) {
			checkInstruction(instruction, report);
			checkMemories(module, instruction, regions, report);
		}
	}
	for (const global of module.globals) {
		for (const instruction of passing(module, global.initial)) checkInstruction(instruction, refuse);
	}
}

const FIRST_VECTOR = 0xfd0000;
const FIRST_ATOMIC = 0xfe00;

function checkInstruction({ opcode, start }: Instruction, refuse: Refuse): void {
	const reason = REFUSED.get(opcode.name);
	if (reason !== undefined) refuse('instruction', start, `${opcode.name}: ${reason}`);
	else if (opcode.code >= FIRST_VECTOR)
		refuse('instruction', start, `${opcode.name}: vector instructions are not accepted`);
	else if (opcode.code >= FIRST_ATOMIC)
		refuse('instruction', start, `${opcode.name}: atomic instructions are not accepted`);
}

function checkMemories(
	module: WasmModule,
	instruction: Instruction,
	regions: readonly (Region | undefined)[],
	refuse: Refuse,
): void {
	const { opcode, memory, source, start } = instruction;
	if (opcode.effect === 'none') {
		if (opcode.name === 'memory.size' && module.memories[memory]?.import !== undefined) {
			refuse('instruction', start, 'memory.size of a region differs between machines: ask the kernel (REGION_READ)');
		}
		return;
	}
	const copies = opcode.name === 'memory.copy';
	if (memory >= module.memories.length || (copies && source >= module.memories.length)) {
		refuse('invalid', start, `${opcode.name}: there is no memory ${Math.max(memory, source)}`);
		return;
	}
	const region = regions[memory];
	if (opcode.effect === 'store') checkRight(region, RIGHT_WRITE, instruction, refuse);
	else checkRight(region, RIGHT_READ, instruction, refuse);
	if (copies) checkRight(regions[source], RIGHT_READ, instruction, refuse);
}

function checkRight(region: Region | undefined, right: number, { opcode, start }: Instruction, refuse: Refuse): void {
	if (region === undefined || (region.rights & right) !== 0) return;
	const [code, verb, word] =
		right === RIGHT_WRITE ? (['read-only', 'writes', 'write'] as const) : (['write-only', 'reads', 'read'] as const);
	refuse(
		code,
		start,
		`${opcode.name} ${verb} memory ${region.memory}, region '${region.name}', which manifest.ts declares without the right '${word}'`,
	);
}

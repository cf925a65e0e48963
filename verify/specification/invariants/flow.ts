/** The mandatory policy, and that whoever executes has mapped only what it may use now. */
import { FLOW_ALL } from '../../../abi/rights.ts';
import { GLOBAL_EPOCH_64 } from '../../../kernel/layout.ts';
import { global64, mapping, operations, process, region } from '../state.ts';
import { grantLives, operationsOf } from './helpers.ts';

export function flowOperationsExist(subject: u32, object: u32): bool {
	return operations(subject, object) <= FLOW_ALL;
}

/** Is there a mapping of a process whose mappings were checked since the last revocation, destruction or tightening? */
function isRechecked(holder: u32, memory: u32): bool {
	return mapping(holder, memory).rights !== 0 && process(holder).epoch === global64(GLOBAL_EPOCH_64);
}

export function recheckedMappingIsOfNow(holder: u32, memory: u32): bool {
	if (!isRechecked(holder, memory)) return true;
	return mapping(holder, memory).generation === region(mapping(holder, memory).region).generation;
}

export function recheckedMappingIsGranted(holder: u32, memory: u32): bool {
	if (!isRechecked(holder, memory)) return true;
	return grantLives(mapping(holder, memory).grant, mapping(holder, memory).grantGeneration);
}

export function recheckedMappingIsAllowed(holder: u32, memory: u32): bool {
	if (!isRechecked(holder, memory)) return true;
	const label = region(mapping(holder, memory).region).label;
	return (~operations(process(holder).label, label) & operationsOf(mapping(holder, memory).rights)) === 0;
}

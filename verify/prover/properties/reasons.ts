/** The reasons for which fields may change: one function for each class of fields, each a list that one can read. */
import {
	KIND_INTERRUPT,
	KIND_PROCESS,
	RIGHT_ACKNOWLEDGE,
	RIGHT_BIND,
	RIGHT_CONFIGURE,
	RIGHT_DEVICE,
	RIGHT_FLOW,
	RIGHT_LABEL,
	RIGHT_LINES,
} from '../../../abi/rights.ts';
import { EXTENT_REGION, MEMORY_DEVICE } from '../../../kernel/layout.ts';
import { add, and, constant, equal, FALSE, implies, or } from '../build.ts';
import type { Term } from '../term.ts';
import { acted, acts, arrives, low, PROCESS, type Reason, remapped, rowOf, splits } from './reasons-of-processes.ts';
import type { Change } from './rows.ts';
import { PROCESS_BITS, type Scene } from './scene.ts';

// ---- regions, accounts, grants ----

function ownedRegion(scene: Scene, change: Change): Term {
	return scene.spends(scene.was('REGION.OWNER', rowOf(change)));
}

/** Handed on between accounts that the caller may spend from, or given between those that it may split. */
function regionGiven(scene: Scene, { before, after }: Change): Term {
	return or(and(scene.spends(before), scene.spends(after)), and(splits(scene, before), splits(scene, after)));
}

/** Of a region that stays one, Control's affair. */
function regionLabelled(scene: Scene, change: Change): Term {
	const row = rowOf(change);
	const region = constant(EXTENT_REGION);
	const stays = and(
		equal(scene.was('REGION.STATE', row), region),
		equal(scene.after.value('REGION.STATE', row), region),
	);
	return and(ownedRegion(scene, change), implies(stays, scene.controls(RIGHT_LABEL)));
}

function kindChosen(scene: Scene, change: Change): Term {
	const device = equal(change.after, constant(MEMORY_DEVICE));
	return and(ownedRegion(scene, change), implies(device, scene.controls(RIGHT_DEVICE)));
}

const REGION: Readonly<Record<string, Reason>> = { OWNER: regionGiven, LABEL: regionLabelled, KIND: kindChosen };

/** By who may spend or split it, or split its parent. */
function accountUsed(scene: Scene, change: Change): Term {
	const row = rowOf(change);
	return or(scene.spends(row), splits(scene, row), childOfSplit(scene, change));
}

function childOfSplit(scene: Scene, change: Change): Term {
	return splits(scene, scene.was('ACCOUNT.PARENT', rowOf(change)));
}

/** CPU share is also spent by who gives a process of the account another budget. */
function cpuUsed(scene: Scene, change: Change): Term {
	const lives = (process: Term): Term => scene.same(scene.was('PROCESS.ACCOUNT', process), rowOf(change));
	return or(accountUsed(scene, change), scene.namedWhere(KIND_PROCESS, RIGHT_CONFIGURE, PROCESS_BITS, lives));
}

function accountGiven(scene: Scene, { before, after }: Change): Term {
	return and(splits(scene, before), splits(scene, after));
}

const ACCOUNT: Readonly<Record<string, Reason>> = {
	STATE: childOfSplit,
	GENERATION: childOfSplit,
	CEILING: childOfSplit,
	PARENT: accountGiven,
	CPU: cpuUsed,
};

/** Revoked by who may spend from the account that owns it. */
function revoked(scene: Scene, change: Change): Term {
	return scene.spends(scene.was('GRANT.OWNER', rowOf(change)));
}

/** Also put to use by a process that lives on the account that owns it. */
function bound(scene: Scene, change: Change): Term {
	const own = equal(scene.was('GRANT.OWNER', rowOf(change)), scene.was('PROCESS.ACCOUNT', scene.caller));
	return or(revoked(scene, change), own);
}

const GRANT: Readonly<Record<string, Reason>> = { OWNER: accountGiven, GENERATION: revoked };

// ---- the machine ----

function lineUsed(scene: Scene, change: Change): Term {
	const row = rowOf(change);
	const held = or(scene.named(KIND_INTERRUPT, RIGHT_BIND, row), scene.named(KIND_INTERRUPT, RIGHT_ACKNOWLEDGE, row));
	return or(held, scene.controls(RIGHT_LINES));
}

/** Also by the line itself. */
function masked(scene: Scene, change: Change): Term {
	const { subject, lifted } = scene.subjected;
	const position = { interrupt: 0, interruptSwitch: 1 }[subject.entry];
	const raised = position === undefined ? FALSE() : scene.same(rowOf(change), lifted.values[position] as Term);
	return or(lineUsed(scene, change), raised);
}

const INTERRUPT: Readonly<Record<string, Reason>> = {
	STATE: (scene) => scene.controls(RIGHT_LINES),
	GENERATION: (scene) => scene.controls(RIGHT_LINES),
	MASKED: masked,
};

function never(): Term {
	return FALSE();
}

/** Who executes afterwards: nobody, or somebody who had a reason to act. */
function executes(scene: Scene, { after }: Change): Term {
	const row = low(after);
	return or(equal(after, constant(0)), scene.isCaller(row), acted(scene, row));
}

const GLOBAL: Readonly<Record<string, Reason>> = {
	CURRENT: executes,
	EPOCH: (_, { before, after }) => equal(after, add(before, constant(1, 64))),
	BOOTED: never,
	RAM_FIRST: never,
	RAM_END: never,
	CAN_SUSPEND: never,
};

/** Of a table: reasons of single fields, and of all others. */
const TABLES: Readonly<Record<string, readonly [Readonly<Record<string, Reason>>, Reason?]>> = {
	GLOBAL: [GLOBAL],
	PROCESS: [PROCESS, acts],
	CAPABILITY: [{}, arrives],
	MAPPING: [{}, remapped],
	REGION: [REGION, ownedRegion],
	TABLES: [{}, ownedRegion],
	ACCOUNT: [ACCOUNT, accountUsed],
	GRANT: [GRANT, bound],
	INTERRUPT: [INTERRUPT, lineUsed],
	FLOW: [{}, (scene) => scene.controls(RIGHT_FLOW)],
};

/** Why that field may have changed; undefined for fields that say nothing of their own. */
export function reasonFor(change: Change, scene: Scene): Term | undefined {
	const [fields, others] = TABLES[change.cell.table] ?? [];
	const reason = fields?.[change.name.slice(change.cell.table.length + 1)] ?? others;
	return reason?.(scene, change);
}

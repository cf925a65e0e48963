/**
 * Authority is never made out of nothing. A capability that is new, or another one than before, is a copy with at most the rights of a live one, or
 * was minted by somebody with authority over what it stands for. A new mapping has at most the rights of a capability of who made it.
 */
import {
	KIND_ACCOUNT,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_NONE,
	KIND_PROCESS,
	KIND_REGION,
	KIND_SIGNAL,
	RIGHT_ACKNOWLEDGE,
	RIGHT_ADDRESS,
	RIGHT_BIND,
	RIGHT_CALL,
	RIGHT_CONFIGURE,
	RIGHT_COPY,
	RIGHT_LINES,
	RIGHT_RAISE,
	RIGHT_READ,
	RIGHT_SPEND,
	RIGHT_SPLIT,
	RIGHT_START,
	RIGHT_STOP,
	RIGHT_TRANSFER,
	RIGHT_WRITE,
} from '../../../abi/rights.ts';
import { and, bitAnd, bitXor, constant, equal, extract, or, TRUE, variable } from '../build.ts';
import type { Goal, Property } from '../goal.ts';
import type { Term } from '../term.ts';
import { onlyUnmaps } from './mappings.ts';
import { Row } from './row.ts';
import { number, PROCESS_BITS, Scene } from './scene.ts';

const COMMON = RIGHT_COPY | RIGHT_TRANSFER;
const GRANT_BITS = 10;

/** Are `rights` among `most`? */
function within(rights: Term, most: Term | number): Term {
	return equal(bitAnd(rights, bitXor(number(most), constant(-1))), constant(0));
}

/** The slots that a capability may come from: those that arguments name, and what a server attached to its reply. */
function sources(scene: Scene): Term[] {
	const attached = scene.was('PROCESS.REPLY', scene.caller);
	return [...scene.slots, number(extract(attached, PROCESS_BITS - 1, 0))];
}

/** Under the grant of the source; or under one of the account that the caller lives on, which hangs under that of the source. */
function isUnder(scene: Scene, copy: Row, source: Row): Term {
	const same = and(
		equal(copy.field('GRANT'), source.field('GRANT')),
		equal(copy.field('GRANT_GENERATION'), source.field('GRANT_GENERATION')),
	);
	const row = extract(copy.field('GRANT'), GRANT_BITS - 1, 0);
	const derived = and(
		equal(scene.was('GRANT.OWNER', row), scene.was('PROCESS.ACCOUNT', scene.caller)),
		equal(copy.field('GRANT_GENERATION'), scene.after.value('GRANT.GENERATION', row)),
		equal(scene.after.value('GRANT.PARENT', row), source.field('GRANT')),
		equal(scene.after.value('GRANT.PARENT_GENERATION', row), source.field('GRANT_GENERATION')),
	);
	return or(same, derived);
}

/** A copy, with at most its rights, of a live capability of the caller; which had to have the rights to be copied and to be given on. */
export function isCopy(scene: Scene, copy: Row): Term {
	const [holder] = copy.index as [Term, Term];
	return or(
		...sources(scene).map((slot) => {
			const place = [scene.caller, extract(slot, PROCESS_BITS - 1, 0)];
			const source = new Row('CAPABILITY', place, scene.before);
			const moved = equal(scene.after.value('CAPABILITY.KIND', ...place), constant(KIND_NONE));
			return and(
				scene.says('isLive', [scene.caller, slot]),
				...['KIND', 'OBJECT', 'GENERATION', 'BADGE'].map((name) => equal(copy.field(name), source.field(name))),
				within(copy.field('RIGHTS'), source.field('RIGHTS')),
				isUnder(scene, copy, source),
				or(moved, source.has(RIGHT_COPY)),
				or(equal(holder, scene.caller), source.has(RIGHT_TRANSFER)),
			);
		}),
	);
}

/** Of a fresh capability: what rights it may have at most, and what authority over its object it takes to make it. */
function minting(scene: Scene, made: Row): readonly (readonly [kind: number, rights: number, authority: Term])[] {
	const object = made.field('OBJECT');
	const row = (bits: number): Term => extract(object, bits - 1, 0);
	const self = equal(object, number(scene.caller));
	const configures = or(self, scene.named(KIND_PROCESS, RIGHT_CONFIGURE, object));
	const splitsParent = scene.named(KIND_ACCOUNT, RIGHT_SPLIT, scene.was('ACCOUNT.PARENT', row(7)));
	return [
		[KIND_GATE, COMMON | RIGHT_CALL, configures],
		[KIND_SIGNAL, COMMON | RIGHT_RAISE, configures],
		[
			KIND_PROCESS,
			COMMON | RIGHT_CONFIGURE | RIGHT_START | RIGHT_STOP,
			scene.spends(scene.was('PROCESS.ACCOUNT', row(8))),
		],
		[KIND_REGION, COMMON | RIGHT_READ | RIGHT_WRITE | RIGHT_ADDRESS, scene.spends(scene.was('REGION.OWNER', row(10)))],
		[KIND_ACCOUNT, COMMON | RIGHT_SPEND | RIGHT_SPLIT, splitsParent],
		[KIND_INTERRUPT, COMMON | RIGHT_BIND | RIGHT_ACKNOWLEDGE, scene.controls(RIGHT_LINES)],
	];
}

/** Made by the caller, for itself, under no grant, with authority over the object. Control is never made. */
export function isMinted(scene: Scene, made: Row): Term {
	const [holder] = made.index as [Term, Term];
	const kinds = minting(scene, made).map(([kind, rights, authority]) =>
		and(equal(made.field('KIND'), constant(kind)), within(made.field('RIGHTS'), rights), authority),
	);
	return and(equal(holder, scene.caller), equal(made.field('GRANT'), constant(0)), or(...kinds));
}

/** The mapping is of a region that an argument names a live capability for, under the same grant, with no more rights. */
function isHeld(scene: Scene, mapping: Row): Term {
	const region = mapping.field('REGION');
	return or(
		...scene.slots.map((slot) => {
			const source = new Row('CAPABILITY', [scene.caller, extract(slot, PROCESS_BITS - 1, 0)], scene.before);
			return and(
				scene.says('holds', [scene.caller, slot, KIND_REGION, mapping.field('RIGHTS'), region]),
				equal(mapping.field('GENERATION'), source.field('GENERATION')),
				equal(mapping.field('GRANT'), source.field('GRANT')),
				equal(mapping.field('GRANT_GENERATION'), source.field('GRANT_GENERATION')),
			);
		}),
	);
}

function capabilityGoal(scene: Scene): Goal {
	const index = [variable('holder', 8), variable('slot', 8)];
	const [before, after] = [new Row('CAPABILITY', index, scene.before), new Row('CAPABILITY', index, scene.after)];
	const empty = equal(after.field('KIND'), constant(KIND_NONE));
	const statement = or(after.same(before), empty, isCopy(scene, after), isMinted(scene, after));
	return {
		says: 'a new capability is a copy with no more rights, or minted with authority over its object',
		statement,
	};
}

function mappingGoal(scene: Scene): Goal {
	const says = 'a new mapping has no more rights than a capability of the caller';
	if (onlyUnmaps(scene.after)) return { says, statement: TRUE() };
	const index = [variable('holder', 8), variable('memory', 4)];
	const [before, after] = [new Row('MAPPING', index, scene.before), new Row('MAPPING', index, scene.after)];
	const unused = equal(after.field('RIGHTS'), constant(0));
	const statement = or(after.same(before), unused, isHeld(scene, after));
	return { says, statement };
}

export const AMPLIFICATION: Property = {
	name: 'amplification',
	says: 'a new capability or mapping has no more rights than a live capability that the caller named, or than its authority over the object gives',
	goals: (subjected) => {
		const scene = new Scene(subjected);
		const { written } = scene.after;
		const goals: Goal[] = [];
		if (written.some((name) => name.startsWith('CAPABILITY.'))) goals.push(capabilityGoal(scene));
		if (written.some((name) => name.startsWith('MAPPING.'))) goals.push(mappingGoal(scene));
		return goals;
	},
};

/** A counterexample as it is shown: what the kernel does in that state, and what the specification does there. */
import { type Counterexample, type FieldValue, fieldOf, replay, showResult } from './counterexample.ts';
import type { Effects, Goal, Refusal, ShownField, Subjected } from './goal.ts';
import { type Place, type Played, placeIn, play } from './played.ts';

function shown({ value, ...place }: FieldValue): ShownField {
	return { ...place, value: value <= 0xffffffffn ? Number(value) : `0x${value.toString(16)}` };
}

function effectsOf({ result, effects }: Pick<Played, 'result' | 'effects'>, after: readonly Place[]): Effects {
	return {
		result: showResult(result),
		after: after.map(fieldOf).map(shown),
		asks: effects.map(({ name, values }) => `${name}(${values.join(', ')})`),
	};
}

/** What a binary does in that state; undefined when it traps. */
function tried(binary: Uint8Array, { entry, values, memory }: Counterexample): Played | undefined {
	try {
		return play(binary, entry, values, memory);
	} catch {
		return undefined;
	}
}

/** Do both return the same, ask the same of the machine and leave the same? */
function same(left: Played, right: Played): boolean {
	return (
		left.result === right.result &&
		JSON.stringify(left.effects) === JSON.stringify(right.effects) &&
		Buffer.compare(left.bytes, right.bytes) === 0
	);
}

/** The example, tried on the kernel and on its specification. */
export function refusalOf({ kernel, specification }: Subjected, goal: Goal, example: Counterexample): Refusal {
	const doubts = replay(kernel.module.bytes, example);
	const says = [goal.says, ...(doubts.length > 0 ? ['but the binary does otherwise', ...doubts] : [])].join('; ');
	const own = tried(kernel.module.bytes, example);
	const wanted = tried(specification.module.bytes, example);
	const places = new Map([...(own?.changed ?? []), ...(wanted?.changed ?? [])].map((place) => [place.address, place]));
	// Each is shown wherever one of them changes something, so that what a kernel forgets to change is seen.
	const at = ({ bytes }: Played): Place[] => [...places.values()].map(({ cell, index }) => placeIn(bytes, cell, index));
	const effects = own === undefined ? { result: 'a trap', after: [], asks: [] } : effectsOf(own, at(own));
	return {
		call: example.call,
		before: example.reasons.map(shown),
		further: example.before.map(shown),
		...effects,
		says,
		...(wanted === undefined || (own !== undefined && same(own, wanted))
			? {}
			: { specified: effectsOf(wanted, at(wanted)) }),
		...(example.elsewhere.length > 0 ? { elsewhere: example.elsewhere.map(shown) } : {}),
	};
}

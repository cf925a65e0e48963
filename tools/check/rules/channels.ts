/** Badges and bits: a server can tell its clients apart, a receiver its senders. */

import { ROSTER_BADGES } from '../../../abi/roster.ts';
import { SHARED_PAGE } from '../description.ts';
import type { GateEdge, Model } from '../model.ts';
import type { Report } from '../report.ts';
import { at, freeNumber, unique } from './names.ts';

export function checkChannels(model: Model, report: Report): void {
	checkBadges(model, report);
	checkBits(model, report);
	checkRosters(model, report);
	for (const { from, to, path } of model.signals) {
		if (from.component === to && to !== '')
			report.error(path, `'${to}' signals itself; a component can simply do what is to be done, or set an alarm`);
	}
	for (const channel of model.description.channels) {
		if (channel.kind !== 'queue') continue;
		if (channel.size % SHARED_PAGE > 0) {
			report.error([...channel.path, 'size'], sizeAdvice(channel.name, channel.size));
		}
	}
}

/** What to say about a size that is not a number of whole pages. */
export function sizeAdvice(name: string, size: number): string {
	const up = Math.ceil(size / SHARED_PAGE) * SHARED_PAGE;
	return `'${name}' has ${size} bytes; shared memory comes in pages of 64 KiB: write kibibytes(${up / 1024})`;
}

function checkBadges(model: Model, report: Report): void {
	unique(
		model.gates,
		(gate) => (gate.to === '' || Number.isNaN(gate.badge) ? undefined : `${gate.to} ${gate.badge}`),
		(gate, first) => {
			const taken = model.gates.filter((other) => other.to === gate.to).map((other) => other.badge);
			report.error(
				[...gate.path, 'badge'],
				`badge ${gate.badge} at '${gate.to}' is already that of '${first.from.component}' (${at(first.path)}); use another, such as ${freeNumber(taken, 1)}`,
			);
		},
	);
}

/** A roster lists the badges 0 to 63. A server of several interfaces tells them apart by higher ones, and who is listed already may have a second one. */
function checkRosters(model: Model, report: Report): void {
	const rostered = new Set([...model.regions.values()].map((region) => region.roster));
	for (const { to, badge, from, path } of model.gates) {
		if (!rostered.has(to) || !(badge >= ROSTER_BADGES)) continue;
		if ((model.components.get(to)?.manifest?.provides.length ?? 0) > 1) continue;
		if (model.gates.some((gate) => isListed(gate) && gate.to === to && gate.from.component === from.component))
			continue;
		const taken = model.gates.filter((other) => other.to === to).map((other) => other.badge);
		report.warn(
			[...path, 'badge'],
			`the roster of '${to}' lists the badges 0 to ${ROSTER_BADGES - 1}, so '${from.component}' (badge ${badge}) is missing in it; use another, such as ${freeNumber(taken, 1)}`,
		);
	}
}

function isListed({ badge }: GateEdge): boolean {
	return badge < ROSTER_BADGES;
}

/** Signals, queues and interrupts share the receiver's 32 bits. */
function checkBits(model: Model, report: Report): void {
	unique(
		model.signals,
		(signal) => (signal.to === '' || Number.isNaN(signal.bit) ? undefined : `${signal.to} ${signal.bit}`),
		(signal, first) => {
			const taken = model.signals.filter((other) => other.to === signal.to).map((other) => other.bit);
			report.error(
				[...signal.path, 'bit'],
				`bit ${signal.bit} of '${signal.to}' is already raised by '${first.from.component}' (${at(first.path)}); use another, such as ${freeNumber(taken, 0)}`,
			);
		},
	);
}

/**
 * Who looks after whom: the supervisor after drivers and servers, lifecycle after apps, and a second instance of the supervisor, the warden, after the
 * supervisor alone. The warden is called by nobody and reads nothing but its one child's faults.
 */

import supervisor from '../../servers/supervisor/manifest.ts';
import { microseconds, milliseconds } from '../define.ts';
import { LABEL_CORE } from './labels.ts';
import type { Wiring } from './wiring.ts';

/** Children of the supervisor, by the badge of their faults. */
const CHILDREN: readonly string[] = [
	'console',
	'rng',
	'block',
	'input',
	'screen',
	'port',
	'cameraDriver',
	'microphone',
	'location',
	'battery',
	'timeSensor',
	'cipher',
	'store',
	'lifecycle',
	'compositor',
	'keyboard',
	'clipboard',
	'permissions',
	'powerbox',
	'shell',
];

/** The first pause is short, because the phone stands still meanwhile; thirty in a row, that double up to 32 ms, are a second. */
const RESTART = { limit: 30, backOff: milliseconds(1) };

/** How a driver or server is looked after. */
export function supervised(name: string) {
	const badge = CHILDREN.indexOf(name);
	if (badge < 0) throw new Error(`nobody looks after '${name}'`);
	return { faultHandler: { component: 'supervisor', badge }, restart: RESTART };
}

/** The supervisor and the warden; after all that are supervised have been added. */
export function addSupervision(wiring: Wiring): void {
	const instance = { folder: 'servers/supervisor', manifest: supervisor, label: LABEL_CORE };
	wiring.component('warden', { ...instance, priority: 236, budget: milliseconds(1), period: milliseconds(500) });
	wiring.component('supervisor', {
		...instance,
		priority: 235,
		budget: milliseconds(2),
		period: milliseconds(200),
		worstCase: microseconds(200),
		faultHandler: { component: 'warden', badge: 0 },
		restart: RESTART,
	});
	wiring.process('warden', 'child0', 'supervisor', ['start', 'stop']);
	for (const [badge, name] of CHILDREN.entries()) {
		if (wiring.has(name)) wiring.process('supervisor', `child${badge}`, name, ['start', 'stop']);
	}
	wiring.roster('warden');
	wiring.roster('supervisor');
}

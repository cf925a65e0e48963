/** Every configuration, by name. */

import type { Configuration } from '../configuration.ts';
import { blocking } from './blocking.ts';
import { chain } from './chain.ts';
import { clients, clientsApart } from './clients.ts';
import { configure } from './configure.ts';
import { deferred } from './deferred.ts';
import { destroy } from './destroy.ts';
import { grants } from './grants.ts';
import { loans } from './loans.ts';
import { memory } from './memory.ts';
import { move } from './move.ts';
import { revoke } from './revoke.ts';
import { stop, stopChain } from './stop.ts';
import { throttle, throttleHosted } from './throttle.ts';

export const CONFIGURATIONS: readonly Configuration[] = [
	revoke,
	grants,
	chain,
	stop,
	stopChain,
	throttle,
	throttleHosted,
	deferred,
	configure,
	move,
	loans,
	memory,
	destroy,
	blocking,
	clients,
	clientsApart,
];

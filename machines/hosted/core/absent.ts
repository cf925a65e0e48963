/** Stands for the protected procedures of a server that has no current instance: makes one, then enters it. */
import { CAUSE_BAD_CALL } from '../../../abi/calls.ts';
import type { Core } from './core.ts';
import { ComponentFault } from './faults.ts';
import { NO_PROCEDURES } from './instance.ts';
import type { Protected } from './passage.ts';

export function absentProcedures(core: Core): Protected {
	return (...call) => {
		const server = core.executing();
		const instance = core.refresh(server);
		if (instance.protected === undefined) throw new ComponentFault(CAUSE_BAD_CALL, NO_PROCEDURES);
		return core.passage.enter(server.row, ...call);
	};
}

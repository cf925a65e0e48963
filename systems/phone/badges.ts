/** First badges of interfaces that share a server's Gate; a client's own badge is added. An app's badge is its number at every server. */

import { INTERFACE_SHIFT } from '../../sdk/interface.ts';

export const AT_COMPOSITOR = {
	display: 0,
	trusted: 1 << INTERFACE_SHIFT,
	preferences: 2 << INTERFACE_SHIFT,
	pages: 3 << INTERFACE_SHIFT,
} as const;
export const AT_CONSOLE = { console: 0, journal: 1 << INTERFACE_SHIFT } as const;

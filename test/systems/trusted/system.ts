/** The servers of the trusted path, with a stand-in for the compositor: what an app gets, when, and how it loses it. */

import idle from '../../../bench/components/idle/manifest.ts';
import clipboard from '../../../servers/clipboard/manifest.ts';
import permissions from '../../../servers/permissions/manifest.ts';
import { FIRST_GRANT_ROW, GRANT_ROWS } from '../../../servers/permissions/rows.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, kibibytes, milliseconds, percent } from '../../../systems/define.ts';
import actor from '../../components/actor/manifest.ts';
import user from '../../components/user/manifest.ts';
import { BADGE_CAMERA, BADGE_SENSOR } from '../../components/user/protocol.ts';

const timing = { budget: milliseconds(10), period: milliseconds(100), worstCase: milliseconds(1) };
const lend = ['copy', 'transfer'] as const;

export default defineSystem({
	name: 'trusted',
	description: 'permissions and clipboard, with a stand-in for the compositor',
	accounts: {
		permissions: {
			memory: kibibytes(256),
			slots: 64,
			cpu: percent(11),
			ceiling: 190,
			rows: { grants: Array.from({ length: GRANT_ROWS }, (_, index) => FIRST_GRANT_ROW + index) },
		},
	},
	components: {
		console: { ...consoleServer, priority: 240 },
		user: { folder: 'test/components/user', manifest: user, priority: 205, ...timing },
		clipboard: {
			folder: 'servers/clipboard',
			manifest: clipboard,
			priority: 195,
			...timing,
			worstCase: milliseconds(3),
		},
		permissions: {
			folder: 'servers/permissions',
			manifest: permissions,
			priority: 190,
			...timing,
			worstCase: milliseconds(4),
			slots: 64,
			account: 'permissions',
		},
		actor: {
			folder: 'test/components/actor',
			manifest: actor,
			priority: 100,
			budget: milliseconds(200),
			period: milliseconds(500),
			slots: 40,
		},
		bystander: {
			folder: 'bench/components/idle',
			manifest: idle,
			priority: 90,
			budget: milliseconds(1),
			period: milliseconds(100),
		},
	},
	regions: {
		/** The names of the console's clients, to whom the permission server gives the same badges. */
		names: {
			roster: 'console',
			maps: [...consoleRoster.maps, { component: 'permissions', as: 'roster', rights: ['read'] }],
		},
	},
	channels: [
		{ kind: 'gate', from: { component: 'permissions', as: 'trusted' }, to: 'user', badge: 64 },
		{ kind: 'gate', from: { component: 'permissions', as: 'camera' }, to: 'user', badge: BADGE_SENSOR, rights: lend },
		{
			kind: 'gate',
			from: { component: 'permissions', as: 'location' },
			to: 'user',
			badge: BADGE_SENSOR + 1,
			rights: lend,
		},
		{ kind: 'gate', from: { component: 'permissions', as: 'pictures' }, to: 'user', badge: BADGE_CAMERA },
		{ kind: 'gate', from: { component: 'permissions', as: 'clipboard' }, to: 'clipboard', badge: 64 },
		{ kind: 'gate', from: { component: 'clipboard', as: 'trusted' }, to: 'user', badge: 68 },
		{ kind: 'signal', from: { component: 'user', as: 'permissions' }, to: 'permissions', bit: 0 },
		{ kind: 'gate', from: { component: 'actor', as: 'user' }, to: 'user', badge: 1 },
		{ kind: 'gate', from: { component: 'actor', as: 'permissions' }, to: 'permissions', badge: 3 },
		{ kind: 'gate', from: { component: 'actor', as: 'settings' }, to: 'permissions', badge: 64 },
		{ kind: 'gate', from: { component: 'actor', as: 'neighbour' }, to: 'permissions', badge: 4 },
		{ kind: 'gate', from: { component: 'actor', as: 'clipboard' }, to: 'clipboard', badge: 3 },
		{ kind: 'gate', from: { component: 'actor', as: 'neighbourClipboard' }, to: 'clipboard', badge: 4 },
		{ kind: 'gate', from: { component: 'actor', as: 'console' }, to: 'console', badge: 3 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'actor', as: 'power' }, control: ['halt'] },
		{ to: { component: 'actor', as: 'server' }, process: 'permissions', rights: ['start', 'stop'] },
		{ to: { component: 'permissions', as: 'account' }, account: 'permissions', rights: ['spend'] },
		{ to: { component: 'permissions', as: 'app3' }, process: 'actor', rights: ['configure'] },
		{ to: { component: 'permissions', as: 'app4' }, process: 'bystander', rights: ['configure'] },
	],
	expect: {
		exitCode: 0,
		log: [
			'actor: camera before: -1',
			'actor: unasked answer: -1',
			'actor: request: 0',
			'actor: asked 1 3 1 0 7',
			'actor: given once: 0',
			'actor: copied: -2',
			'actor: shown 2 0',
			'actor: told 3 11 1',
			'actor: after leaving: -1',
			'actor: shown 0 0',
			'actor: told 4 12 1',
			'actor: slot not emptied: -1',
			'actor: told 5 12 1',
			'actor: emptied: 0',
			'actor: left, still open: 0',
			'actor: closed: -1',
			'actor: third: 0',
			'actor: told 8 12 1',
			'actor: fourth: 17',
			'actor: asked 3 3 1 0 7',
			'actor: shown 0 2',
			'actor: asked 4 3 1 0 7',
			'actor: shown 0 0',
			'actor: an hour later: 0',
			'actor: asked 5 3 1 0 7',
			'actor: neighbour behind: 0',
			'actor: asked 5 3 1 0 7',
			'actor: shown 0 2',
			'actor: never: 16',
			'actor: no such device: 16',
			'actor: asked 5 3 1 0 7',
			'actor: always: 0',
			'actor: taken by settings: -1',
			'actor: switched off: -1',
			'actor: asked while off: -1',
			'actor: asked 5 3 1 0 7',
			'actor: asked 6 3 3 2 7',
			'actor: request a picture: 0',
			'actor: untouched: -1',
			'actor: picture: 0',
			'actor: another: 17',
			'actor: after leaving: -1',
			'actor: copy from behind: 18',
			'actor: nothing to paste: 1',
			'actor: something is there: 1',
			'actor: without a grant: 17',
			'actor: pasted: 6',
			'actor: twice: -16',
			'actor: what was copied afterwards: -16',
			'actor: inspect: 19',
			'actor: change: 19',
			'actor: history: 19',
			'actor: uses: 4',
			'actor: things that happened: 33',
			'actor: held: 0',
			'actor: after its restart: -1',
			'actor: shown 0 0',
			'actor: told 25 12 0',
		],
	},
});

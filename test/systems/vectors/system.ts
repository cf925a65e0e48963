/** The cipher, the same binary on every machine, by examples of FIPS 180, RFC 7693, 4231, 8439 and 5869. */

import cipher from '../../../servers/cipher/manifest.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, milliseconds } from '../../../systems/define.ts';
import examiner from '../../components/examiner/manifest.ts';

export default defineSystem({
	name: 'vectors',
	components: {
		console: consoleServer,
		cipher: {
			folder: 'servers/cipher',
			manifest: cipher,
			priority: 180,
			budget: milliseconds(10),
			period: milliseconds(50),
			worstCase: milliseconds(10),
		},
		examiner: {
			folder: 'test/components/examiner',
			manifest: examiner,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(100),
		},
	},
	regions: { consoleRoster },
	channels: [
		{ kind: 'gate', from: { component: 'examiner', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'examiner', as: 'cipher' }, to: 'cipher', badge: 0 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'examiner', as: 'power' }, control: ['halt'] },
	],
	expect: {
		exitCode: 0,
		log: [
			'examiner: SHA-1 a9993e364706816aba3e25717850c26c9cd0d89d',
			'examiner: SHA-256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
			'examiner: BLAKE2b bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319',
			'examiner: HMAC-SHA-256 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
			'examiner: ChaCha20-Poly1305 d31a8d34648e60db7b86afbc53ef7ec2',
			'examiner: its tag 1ae10b594f09e26a7e902ecbd0600691',
			'examiner: it opens',
			'examiner: HKDF derives the key',
		],
	},
});

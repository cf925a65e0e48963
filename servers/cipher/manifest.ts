import { defineComponent } from '../../sdk/define.ts';

/** Holds nothing: who calls it lends what it is to work on. */
export default defineComponent({
	name: 'cipher',
	memoryPages: 1,
	libraries: [
		'Hacl_Chacha20Poly1305_32',
		'Hacl_HKDF',
		'Hacl_HMAC',
		'Hacl_Hash_Blake2',
		'Hacl_Hash_SHA1',
		'Hacl_Hash_SHA2',
	],
	provides: ['cipher'],
});

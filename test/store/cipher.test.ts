/** The cipher by the test vectors of the standards, and what it does with those who ask for something else. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { BLAKE2B, SHA1, SHA256 } from '../../interfaces/cipher/algorithms.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { Direct, type Process } from './direct.ts';

const GATE = 1;
const OTHER_GATE = 2;
const BUFFER = 4096;
const EXCHANGE = RIGHT_READ | RIGHT_WRITE;
// Numbers of the interface's methods and errors.
const METHODS = { setKey: 1, forget: 2, derive: 3, seal: 4, open: 5, wrap: 6, unwrap: 7, hash: 8, mac: 9 } as const;
const NO_KEY = 16;
const FORGED = 17;
const NO_SUCH_CLIENT = 18;
const BAD_LOAN = 3;

let module: WebAssembly.Module;
let direct: Direct;
let client: Process;

before(async () => {
	module = new WebAssembly.Module(Uint8Array.from((await buildComponent('servers/cipher')).wasm));
	direct = new Direct();
	client = direct.add('client', 100);
	const cipher = direct.add('cipher', 222);
	direct.start(cipher, module, {});
	client.slots.set(GATE, { kind: 'gate', to: cipher, badge: 3 });
	client.slots.set(OTHER_GATE, { kind: 'gate', to: cipher, badge: 4 });
});

function bytes(hexadecimal: string): Uint8Array {
	return Uint8Array.from(Buffer.from(hexadecimal.replaceAll(/\s/g, ''), 'hex'));
}

/** Calls with a loan; the error, and the lent bytes afterwards. */
function call(method: keyof typeof METHODS, message: Uint8Array, words: readonly number[], gate = GATE) {
	client.bytes().set(message, BUFFER);
	const loan = { rights: EXCHANGE, offset: BUFFER, length: message.length };
	const code = direct.call(client, gate, METHODS[method], words, 0, loan) >> 3;
	return { code, message: client.bytes().slice(BUFFER, BUFFER + message.length) };
}

function digest(method: 'hash' | 'mac', text: Uint8Array, words: readonly number[]): string {
	const { code, message } = call(method, Uint8Array.from([...new Uint8Array(32), ...text]), words);
	assert.equal(code, 0);
	return Buffer.from(message.subarray(0, 32)).toString('hex');
}

const SUNSCREEN = new TextEncoder().encode(
	"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
);
const SEALED = bytes(`
	d31a8d34648e60db7b86afbc53ef7ec2 a4aded51296e08fea9e2b5a736ee62d6 3dbea45e8ca9671282fafb69da92728b 1a71de0a9e060b2905d6a5b67ecd3b36
	92ddbd7f2d778b8c9803aee328091b58 fab324e4fad675945585808b4831d7bc 3ff4def08e4b7a9de576d26586cec64b 6116`);
const NONCE = bytes('070000004041424344454647');
const TAG = bytes('1ae10b594f09e26a7e902ecbd0600691');
const ASSOCIATED = bytes('50515253c0c1c2c3c4c5c6c7');
const KEY = bytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');

test('ChaCha20-Poly1305 seals and opens as in RFC 8439, section 2.8.2', () => {
	assert.equal(call('setKey', KEY, [0]).code, 0);
	const plain = Uint8Array.from([...NONCE, ...new Uint8Array(16), ...ASSOCIATED, ...SUNSCREEN]);
	const sealed = Uint8Array.from([...NONCE, ...TAG, ...ASSOCIATED, ...SEALED]);
	assert.deepEqual(call('seal', plain, [0, 12]), { code: 0, message: sealed });
	const opened = Uint8Array.from([...NONCE, ...TAG, ...ASSOCIATED, ...SUNSCREEN]);
	assert.deepEqual(call('open', sealed, [0, 12]), { code: 0, message: opened });
});

test('a message that differs anywhere is forged, and not given out', () => {
	call('setKey', KEY, [0]);
	const sealed = Uint8Array.from([...NONCE, ...TAG, ...ASSOCIATED, ...SEALED]);
	for (let place = 0; place < sealed.length; place++) {
		const changed = Uint8Array.from(sealed);
		changed[place] = (changed[place] ?? 0) ^ 0x40;
		assert.deepEqual(call('open', changed, [0, 12]), { code: FORGED, message: changed });
	}
	assert.equal(call('open', sealed, [0, 13]).code, FORGED);
});

test('SHA-1, SHA-256 and BLAKE2b of "abc" are those of FIPS 180 and RFC 7693', () => {
	const abc = new TextEncoder().encode('abc');
	assert.equal(digest('hash', abc, [SHA1]), `a9993e364706816aba3e25717850c26c9cd0d89d${'00'.repeat(12)}`);
	assert.equal(digest('hash', abc, [SHA256]), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	assert.equal(digest('hash', abc, [BLAKE2B]), 'bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319');
});

test('HMAC-SHA-256 is that of RFC 4231', () => {
	const cases = [
		['0b'.repeat(20), '4869205468657265', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
		[
			'4a656665',
			'7768617420646f2079612077616e7420666f72206e6f7468696e673f',
			'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		],
		['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
		[
			'0102030405060708090a0b0c0d0e0f10111213141516171819',
			'cd'.repeat(50),
			'82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
		],
	] as const;
	for (const [key, text, code] of cases) {
		call('setKey', bytes(key), [1]);
		assert.equal(digest('mac', bytes(text), [1, SHA256]), code);
	}
});

/** RFC 4226, section 5.3. */
function truncated(code: string, digits: number): string {
	const view = Buffer.from(code, 'hex');
	const value = view.readUInt32BE((view[19] ?? 0) & 15) & 0x7fffffff;
	return String(value % 10 ** digits).padStart(digits, '0');
}

test('one-time passwords are those of RFC 6238, appendix B', () => {
	const cases = [
		[59n, '94287082', '46119246'],
		[1111111109n, '07081804', '68084774'],
		[1111111111n, '14050471', '67062674'],
		[1234567890n, '89005924', '91819424'],
		[2000000000n, '69279037', '90698825'],
		[20000000000n, '65353130', '77737706'],
	] as const;
	const seed = '12345678901234567890123456789012';
	for (const [seconds, first, second] of cases) {
		const counter = new Uint8Array(8);
		new DataView(counter.buffer).setBigUint64(0, seconds / 30n);
		call('setKey', new TextEncoder().encode(seed.slice(0, 20)), [2]);
		assert.equal(truncated(digest('mac', counter, [2, SHA1]), 8), first);
		call('setKey', new TextEncoder().encode(seed), [2]);
		const long = Buffer.from(digest('mac', counter, [2, SHA256]), 'hex');
		const value = long.readUInt32BE((long[31] ?? 0) & 15) & 0x7fffffff;
		assert.equal(String(value % 10 ** 8).padStart(8, '0'), second);
	}
});

test('a derived key is that of RFC 5869, test case 1', () => {
	call('setKey', bytes('0b'.repeat(22)), [0]);
	const context = bytes('000102030405060708090a0b0c f0f1f2f3f4f5f6f7f8f9');
	assert.equal(call('derive', context, [1, 0, 13]).code, 0);
	// The key does not come out; but what it seals is what the key of the standard seals.
	const plain = Uint8Array.from([...NONCE, ...new Uint8Array(16), ...SUNSCREEN]);
	const derived = call('seal', plain, [1, 0]).message;
	call('setKey', bytes('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf'), [2]);
	assert.deepEqual(call('seal', plain, [2, 0]).message, derived);
});

test('a wrapped key is the same key when it is unwrapped, and only under the key that wrapped it', () => {
	call('setKey', KEY, [0]);
	call('setKey', bytes('11'.repeat(32)), [1]);
	const { code, message: wrapped } = call('wrap', Uint8Array.from([...NONCE, ...new Uint8Array(48)]), [0, 1]);
	assert.equal(code, 0);
	assert.equal(call('unwrap', wrapped, [2, 1]).code, 0);
	const plain = Uint8Array.from([...NONCE, ...new Uint8Array(16), ...SUNSCREEN]);
	assert.deepEqual(call('seal', plain, [2, 0]), call('seal', plain, [0, 0]));
	assert.equal(call('unwrap', wrapped, [3, 0]).code, FORGED);
	assert.equal(call('seal', plain, [3, 0]).code, NO_KEY);
});

test("keys are their client's own, and gone when they are forgotten", () => {
	call('setKey', KEY, [0]);
	const plain = Uint8Array.from([...NONCE, ...new Uint8Array(16), ...SUNSCREEN]);
	assert.equal(call('seal', plain, [0, 0], OTHER_GATE).code, NO_KEY);
	assert.equal(direct.call(client, GATE, METHODS.forget, [0]), 0);
	assert.equal(call('seal', plain, [0, 0]).code, NO_KEY);
});

test('nonsense is refused', () => {
	call('setKey', KEY, [0]);
	assert.equal(call('seal', new Uint8Array(30), [0, 3]).code, BAD_LOAN);
	assert.equal(call('open', new Uint8Array(28), [0, 1]).code, BAD_LOAN);
	call('setKey', bytes('aabb'), [1]);
	assert.equal(call('seal', new Uint8Array(60), [1, 0]).code, NO_KEY);
	client.slots.set(9, { kind: 'gate', to: direct.processes[1] as Process, badge: 32 });
	assert.equal(call('hash', new Uint8Array(60), [SHA1], 9).code, NO_SUCH_CLIENT);
});

test("nothing of keys and texts stays in the cipher's memory beside the keys themselves", () => {
	const cipher = direct.processes[1] as Process;
	call('setKey', bytes('c7'.repeat(32)), [0]);
	call('seal', Uint8Array.from([...NONCE, ...new Uint8Array(16), ...new Uint8Array(256).fill(0xb6)]), [0, 0]);
	call('forget', new Uint8Array(1), [0]);
	const memory = Buffer.from(cipher.bytes());
	assert.equal(memory.indexOf(Buffer.alloc(8, 0xc7)), -1);
	assert.equal(memory.indexOf(Buffer.alloc(8, 0xb6)), -1);
});

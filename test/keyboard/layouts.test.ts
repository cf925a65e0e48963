import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutSource, presentSource } from '../../tools/layouts/generate.ts';

test('the layouts are those that come out of their sources', () => {
	assert.equal(presentSource(), layoutSource());
});

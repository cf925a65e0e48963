import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countLines } from '../../tools/size/lines.ts';

test('blank lines and comments do not count', () => {
	assert.equal(countLines(''), 0);
	assert.equal(countLines('\n\t\n// only a remark\n'), 0);
	assert.equal(countLines('/* one\n\n two */\nmov x0, x1 // copy\n'), 1);
});

test('a line with code and a comment counts once', () => {
	assert.equal(countLines('int a; /* first */ int b;\n/* x */ int c;\n'), 2);
	assert.equal(countLines('int a; /* begins\nends */ int b;\n'), 2);
});

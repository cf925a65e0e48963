import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLOCK_BASE, DENSE_END, KERNEL_PAGES } from '../../kernel/layout.ts';
import { kernelTables, layoutJson } from '../../tools/build/layout.ts';

const tables = kernelTables();

test('the tables do not overlap and fit in the kernel memory', () => {
	const outer = tables
		.filter(({ name }) => name !== 'MAPPING' && name !== 'CAPABILITY')
		.sort((a, b) => a.base - b.base);
	let end = 0;
	for (const { name, base, stride, count } of outer) {
		assert.ok(base >= end, `${name} starts before the table in front of it ends`);
		end = base + stride * count;
		assert.ok(end <= (base < BLOCK_BASE ? DENSE_END : KERNEL_PAGES * 65536), `${name} ends too late`);
	}
});

test('counts of rows are powers of two, so that a mask bounds every access', () => {
	for (const { name, count } of tables) assert.equal(count & (count - 1), 0, name);
});

test('fields are aligned, inside their row, and do not overlap', () => {
	for (const { name, stride, fields } of tables) {
		let end = 0;
		for (const field of fields) {
			assert.equal(field.offset % field.width, 0, `${name}_${field.name} is not aligned`);
			assert.ok(field.offset >= end, `${name}_${field.name} overlaps the field in front of it`);
			end = field.offset + field.width;
		}
		assert.ok(end <= stride, `${name} has a field outside its row`);
	}
});

test('layout.json names every table with its fields', () => {
	const { tables: emitted } = JSON.parse(layoutJson()) as { tables: { name: string; fields: { name: string }[] }[] };
	const process = emitted.find(({ name }) => name === 'PROCESS');
	assert.ok(process?.fields.some(({ name }) => name === 'PRIORITY'));
	assert.equal(emitted.find(({ name }) => name === 'CAPABILITY')?.fields.length, 7);
});

/** The drawings show everything that the system has. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { judge } from '../../tools/check/check.ts';
import { drawDot } from '../../tools/check/draw/dot.ts';
import { type SystemGraph, systemGraph } from '../../tools/check/draw/graph.ts';
import { drawSvg } from '../../tools/check/draw/svg.ts';
import { baseManifests, baseSystem } from './base.ts';

function baseGraph(): SystemGraph {
	const { model } = judge(baseSystem(), baseManifests(), { root: PROJECT_ROOT, folder: 'base' });
	assert.ok(model);
	return systemGraph(model);
}

test('the graph has every component, region, channel, mapping, fault handler and grant', () => {
	const { nodes, edges } = baseGraph();
	assert.deepEqual(
		nodes.map((node) => node.name),
		['log', 'watch', 'maker', 'reader', 'clock', 'region:roster', 'region:sheet', 'region:clock', 'region:jobs'],
	);
	const count = (kind: string): number => edges.filter((edge) => edge.kind === kind).length;
	assert.deepEqual(['call', 'signal', 'map', 'fault', 'grant'].map(count), [2, 3, 6, 1, 3]);
});

test('the SVG has a box for each node and a curve for each edge, at finite places', () => {
	const graph = baseGraph();
	const svg = drawSvg(graph);
	const count = (pattern: RegExp): number => [...svg.matchAll(pattern)].length;
	assert.equal(count(/<rect [^>]*rx=/g), graph.nodes.length);
	assert.equal(count(/<path d="M[^"]* C/g), graph.edges.length);
	assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
});

test('the DOT text names each node and edge', () => {
	const graph = baseGraph();
	const dot = drawDot(graph);
	for (const { name } of graph.nodes) assert.ok(dot.includes(`"${name}" [`), name);
	assert.equal([...dot.matchAll(/ -> /g)].length, graph.edges.length);
});

/** The graph in the language of Graphviz. */

import type { GraphEdge, GraphNode, SystemGraph } from './graph.ts';

const NODE_SHAPES: Readonly<Record<GraphNode['kind'], string>> = {
	component: 'box',
	region: 'cylinder',
	device: 'component',
};
const EDGE_STYLES: Readonly<Record<GraphEdge['kind'], string>> = {
	call: 'solid',
	signal: 'dashed',
	map: 'dotted',
	fault: 'bold',
	grant: 'dotted',
};

export function drawDot({ name, nodes, edges }: SystemGraph): string {
	return [
		`digraph ${quote(name)} {`,
		'\trankdir=BT;',
		'\tnode [fontname="sans-serif"]; edge [fontname="sans-serif", fontsize=10];',
		...nodes.map(drawNode),
		...edges.map(drawEdge),
		'}',
	].join('\n');
}

function drawNode({ name, kind, detail }: GraphNode): string {
	const text = `${name.replace(/^region:/, '')}\n${detail}`;
	return `\t${quote(name)} [shape=${NODE_SHAPES[kind]}, label=${quote(text)}];`;
}

function drawEdge({ from, to, kind, text }: GraphEdge): string {
	const ends = kind === 'map' ? ', dir=none' : '';
	return `\t${quote(from)} -> ${quote(to)} [style=${EDGE_STYLES[kind]}, label=${quote(text)}${ends}];`;
}

/** JSON's escapes are Graphviz's: quotes, backslashes and line breaks. */
function quote(text: string): string {
	return JSON.stringify(text);
}

/** Proves one entry after the other in a thread of its own: each thread has its own table of formulas. */
import { parentPort, workerData } from 'node:worker_threads';
import { PROPERTIES } from './properties/properties.ts';
import { type Material, prove } from './prove.ts';
import { SUBJECTS } from './subjects.ts';

const { material, properties } = workerData as { material: Material; properties: readonly string[] };
const wanted = PROPERTIES.filter(({ name }) => properties.includes(name));

parentPort?.on('message', async (name: string) => {
	const subject = SUBJECTS.find((given) => given.name === name);
	if (subject === undefined) throw new Error(`the kernel has no entry ${name}`);
	await prove(material, subject, wanted, (verdict) => parentPort?.postMessage(verdict));
	parentPort?.postMessage(undefined);
});

/** Mistakes of the kind "labels": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const labels: readonly Case[] = [
	{
		what: 'a call crosses labels',
		spoil: (system) => {
			system.components.log.label = 'secret';
		},
		says: [
			{
				severity: 'error',
				place: 'channels[0]',
				message:
					"'maker' (label 'plain') may not call 'log' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['call'] }",
			},
			{
				severity: 'error',
				place: 'channels[1]',
				message:
					"'watch' (label 'plain') may not call 'log' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['call'] }",
			},
		],
	},
	{
		what: 'a signal crosses labels',
		spoil: (system) => {
			system.flows = [];
		},
		says: [
			{
				severity: 'error',
				place: 'channels[2]',
				message:
					"'maker' (label 'plain') may not signal 'clock' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['raise'] }",
			},
		],
	},
	{
		what: 'a mapping crosses labels',
		spoil: (system) => {
			system.regions.sheet.label = 'secret';
		},
		says: [
			{
				severity: 'error',
				place: 'regions.sheet.maps[0]',
				message:
					"'maker' (label 'plain') may not read or write 'sheet' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['read', 'write'] }",
			},
			{
				severity: 'error',
				place: 'regions.sheet.maps[1]',
				message:
					"'reader' (label 'plain') may not read 'sheet' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['read'] }",
			},
			{
				severity: 'error',
				place: 'grants[3]',
				message:
					"'maker' (label 'plain') may not read or write 'sheet' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['read', 'write'] }",
			},
			{
				severity: 'error',
				place: 'grants[4]',
				message:
					"'reader' (label 'plain') may not read 'sheet' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['read'] }",
			},
		],
	},
	{
		what: 'a label is listed twice',
		spoil: (system) => {
			system.labels.push('plain');
		},
		says: [
			{ severity: 'error', place: 'labels[2]', message: "the label 'plain' is listed twice; once is enough" },
			{ severity: 'warning', place: 'labels[2]', message: "nothing has the label 'plain'" },
		],
	},
	{
		what: 'a flow is described twice',
		spoil: (system) => {
			system.flows.push(structuredClone(system.flows[0]));
		},
		says: [
			{
				severity: 'error',
				place: 'flows[1]',
				message: "the flow from 'plain' to 'secret' is already described at flows[0]; put all operations there",
			},
		],
	},
	{
		what: 'there are flows without labels',
		spoil: (system) => {
			delete system.labels;
			delete system.components.clock.label;
			delete system.regions.clock.label;
		},
		says: [
			{
				severity: 'error',
				place: 'flows',
				message: "there are flows, but no labels; add labels: ['...', '...'], or take the flows away",
			},
		],
	},
	{
		what: 'a flow stays within a label',
		spoil: (system) => {
			system.flows.push({ from: 'plain', to: 'plain', allow: ['call'] });
		},
		says: [
			{
				severity: 'warning',
				place: 'flows[1]',
				message: "within the label 'plain' everything is allowed anyway; this flow is superfluous",
			},
		],
	},
	{
		what: 'a flow allows nothing',
		spoil: (system) => {
			system.flows.push({ from: 'secret', to: 'plain', allow: [] });
		},
		says: [
			{
				severity: 'warning',
				place: 'flows[1].allow',
				message: "the flow from 'secret' to 'plain' allows nothing, as if it were not there",
			},
		],
	},
	{
		what: 'nothing has a label',
		spoil: (system) => {
			system.labels.push('public');
		},
		says: [{ severity: 'warning', place: 'labels[2]', message: "nothing has the label 'public'" }],
	},
	{
		what: 'there are too many labels',
		spoil: (system) => {
			for (let index = 0; index < 62; index++) system.labels.push(`label${index}`);
		},
		says: [{ severity: 'error', place: 'labels', message: 'there are 64 labels; the kernel has room for 63' }],
		among: true,
	},
	{
		what: 'a capability is handed on across labels',
		spoil: (system) => {
			system.components.reader.label = 'secret';
			system.flows.push({ from: 'secret', to: 'plain', allow: ['read', 'write', 'raise'] });
		},
		says: [
			{
				severity: 'error',
				place: 'grants[4].by',
				message:
					"'maker' (label 'plain') may not transfer to 'reader' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['transfer'] }",
			},
		],
	},
];

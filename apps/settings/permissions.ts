/** Who may do what: a page for each capability, one for each app, and what has happened. */

import {
	CAPABILITIES,
	CAPABILITY_NOTIFY,
	GRANT_ALWAYS,
	GRANT_ASK,
	GRANT_NEVER,
} from '../../interfaces/permissions/capabilities.ts';
import { change } from '../../interfaces/permissions/client.ts';
import { capabilityIcon, capabilityName } from '../../interfaces/permissions/words.ts';
import { ICON_HISTORY, ICON_X } from '../../sdk/graphics/icon-numbers.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { agoOf, appShare, appState, concerns, isHeld, NEVER, readGrant, stateOf, usesOf } from './measured.ts';
import { PAGE_APP, PAGE_CAPABILITY, PAGE_HISTORY } from './pages.ts';
import { APPS, addApp, appCode, appMemory, isApp } from './parts.ts';
import { addAgo, addKibibytes, addShare, addUses, grantName, isByGadget } from './phrases.ts';
import { SLOT_GRANTS } from './slots.ts';

const BYTES_IN_KIBIBYTE: u32 = 1024;

function decide(app: u32, capability: u32, state: u32): void {
	change(SLOT_GRANTS, app, capability, state);
	readGrant(app, capability);
}

/** How many apps a capability concerns, and how many hold it now. */
function addSummary(capability: u32): void {
	let concerned: u32 = 0;
	let holding: u32 = 0;
	for (let app: u32 = 0; app < APPS; app++) {
		if (!isApp(app)) continue;
		if (concerns(app, capability)) concerned++;
		if (isHeld(app, capability)) holding++;
	}
	if (concerned === 0) {
		add('No app has asked');
		return;
	}
	addNumber(concerned);
	add(concerned === 1 ? ' app' : ' apps');
	if (holding === 0) return;
	add(', ');
	addNumber(holding);
	add(' now');
}

/** A page of capabilities. */
export function permissionsPage(): void {
	ui.header('Permissions');
	ui.beginCard();
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		clear();
		addSummary(capability);
		const summary = ui.built();
		if (ui.item(capabilityName(capability), summary, capabilityIcon(capability))) {
			ui.openPage(PAGE_CAPABILITY + capability);
		}
	}
	ui.endCard();
	if (ui.button('What was used', ICON_HISTORY)) ui.openPage(PAGE_HISTORY);
}

/** State, uses and last use of one grant. */
function grantLine(app: u32, capability: u32): u32 {
	clear();
	add(isHeld(app, capability) ? 'In use now' : grantName(stateOf(app, capability)));
	add(', ');
	addUses(usesOf(app, capability));
	if (usesOf(app, capability) !== 0 && agoOf(app, capability) !== NEVER) {
		add(', ');
		addAgo(agoOf(app, capability));
	}
	return ui.built();
}

/** The three standing decisions; while it is held, taking it back comes first. */
function decisions(app: u32, capability: u32): void {
	if (isHeld(app, capability) && ui.dangerButton('Take back', ICON_X)) decide(app, capability, GRANT_ASK);
	if (isByGadget(capability)) return;
	const state = stateOf(app, capability);
	ui.beginRow(3, 8);
	if (ui.chip('Ask', state !== GRANT_NEVER && state !== GRANT_ALWAYS)) decide(app, capability, GRANT_ASK);
	const speaks = capability === CAPABILITY_NOTIFY;
	if (ui.chip(speaks ? 'Allowed' : 'Always', state === GRANT_ALWAYS)) decide(app, capability, GRANT_ALWAYS);
	if (ui.chip(speaks ? 'Silenced' : 'Never', state === GRANT_NEVER)) decide(app, capability, GRANT_NEVER);
	ui.endRow();
	ui.gap(12);
}

/** Who has one capability. */
export function capabilityPage(capability: u32): void {
	ui.header(capabilityName(capability));
	let listed: u32 = 0;
	for (let app: u32 = 0; app < APPS; app++) {
		if (!isApp(app) || !concerns(app, capability)) continue;
		listed++;
		ui.key(app + 1);
		ui.beginCard();
		clear();
		addApp(app);
		if (ui.appItem(ui.built(), '', app)) ui.openPage(PAGE_APP + app);
		ui.caption(grantLine(app, capability));
		ui.gap(8);
		decisions(app, capability);
		ui.endCard();
	}
	ui.key(0);
	if (listed === 0) ui.note('No app has asked for it. To those that were not given it, it does not exist.', 3);
	else if (isByGadget(capability))
		ui.note('Given by your own press of a control that the system draws, and used up at once.', 3);
}

/** A list of apps. */
export function appsPage(): void {
	ui.header('Apps');
	ui.beginCard();
	for (let app: u32 = 0; app < APPS; app++) {
		if (!isApp(app)) continue;
		clear();
		addApp(app);
		const name = ui.built();
		clear();
		add(appState(app) === 1 ? 'Open, ' : 'Closed, ');
		addKibibytes(appMemory(app));
		ui.key(app + 1);
		if (ui.appItem(name, ui.built(), app)) ui.openPage(PAGE_APP + app);
	}
	ui.key(0);
	ui.endCard();
}

function fact(name: string, value: u32): void {
	ui.valueItem(name, value, 0);
}

/** All about one app. */
export function appPage(app: u32): void {
	clear();
	addApp(app);
	ui.header(ui.built());
	ui.beginCard();
	clear();
	addKibibytes(appMemory(app));
	fact('Memory', ui.built());
	clear();
	addShare(appShare(app));
	fact('Processor', ui.built());
	clear();
	addKibibytes(appCode(app) / BYTES_IN_KIBIBYTE);
	fact('Its own code', ui.built());
	ui.endCard();
	ui.section('Permissions');
	let listed: u32 = 0;
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if (!concerns(app, capability)) continue;
		listed++;
		ui.key(capability);
		ui.beginCard();
		ui.strong(capabilityName(capability));
		ui.caption(grantLine(app, capability));
		ui.gap(8);
		decisions(app, capability);
		ui.endCard();
	}
	ui.key(0);
	if (listed === 0) ui.note('It has asked for nothing, and holds nothing but its window and its own files.', 3);
}

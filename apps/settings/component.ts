/** Settings: the user's choices, who may do what, what everything takes, and what the phone is. */
import { run, start } from '../../interfaces/display/window.ts';
import { CHOICE_DARK } from '../../interfaces/preferences/choices.ts';
import {
	ICON_ACCESSIBILITY,
	ICON_CPU,
	ICON_INFO,
	ICON_LAYOUT_GRID,
	ICON_MOON,
	ICON_PALETTE,
	ICON_SHIELD,
	ICON_SHIELD_CHECK,
	ICON_TYPE,
} from '../../sdk/graphics/icon-numbers.ts';
import { now } from '../../sdk/time.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { ambiencePage, comfortPage, textPage } from './ambience.ts';
import { choose, isOn, readChoices } from './choices.ts';
import { historyPage, readHistory } from './history.ts';
import { measure, readGrants } from './measured.ts';
import * as pages from './pages.ts';
import { appPage, appsPage, capabilityPage, permissionsPage } from './permissions.ts';
import { sealPage } from './seal.ts';
import { aboutPage, resourcesPage } from './system.ts';

const SECOND: i64 = 1_000_000_000;

/** A row that leads to a page. */
function leads(name: string, detail: string, icon: u32, page: u32): void {
	if (ui.item(name, detail, icon)) ui.openPage(page);
}

function mainPage(): void {
	ui.header('Settings');
	ui.beginCard();
	leads('Ambience', 'Colour, light or dark', ICON_PALETTE, pages.PAGE_AMBIENCE);
	leads('Size of text', 'In all apps at once', ICON_TYPE, pages.PAGE_TEXT);
	leads('Comfort', 'Movement, contrast, edges', ICON_ACCESSIBILITY, pages.PAGE_COMFORT);
	leads('Your seal', 'By it you know the system', ICON_SHIELD_CHECK, pages.PAGE_SEAL);
	ui.endCard();
	ui.beginCard();
	leads('Permissions', 'Who may do what, and did', ICON_SHIELD, pages.PAGE_PERMISSIONS);
	leads('Apps', 'What each holds', ICON_LAYOUT_GRID, pages.PAGE_APPS);
	ui.endCard();
	ui.beginCard();
	leads('Resources', 'Memory and processor', ICON_CPU, pages.PAGE_RESOURCES);
	leads('About', 'Kernel, parts, licence', ICON_INFO, pages.PAGE_ABOUT);
	ui.endCard();
}

/** What the pages show is asked for again every second while they are seen. */
function refresh(): void {
	readChoices();
	readGrants();
	measure();
	readHistory();
	ui.wake(now() + SECOND);
}

@unmanaged
class Settings extends ui.App {
	opened(): void {
		refresh();
	}

	build(page: u32): void {
		if (page === pages.PAGE_MAIN) mainPage();
		else if (page === pages.PAGE_AMBIENCE) ambiencePage();
		else if (page === pages.PAGE_TEXT) textPage();
		else if (page === pages.PAGE_COMFORT) comfortPage();
		else if (page === pages.PAGE_SEAL) sealPage();
		else if (page === pages.PAGE_PERMISSIONS) permissionsPage();
		else if (page === pages.PAGE_APPS) appsPage();
		else if (page === pages.PAGE_RESOURCES) resourcesPage();
		else if (page === pages.PAGE_ABOUT) aboutPage();
		else if (page === pages.PAGE_HISTORY) historyPage();
		else if (page >= pages.PAGE_APP) appPage(page - pages.PAGE_APP);
		else capabilityPage(page - pages.PAGE_CAPABILITY);
	}

	cover(): void {
		ui.strong('Settings');
		ui.coverActions(ICON_MOON, 0);
	}

	coverAction(_action: u32): void {
		choose(CHOICE_DARK, isOn(CHOICE_DARK) ? 0 : 1);
	}

	woken(): void {
		refresh();
	}

	shown(visible: bool): void {
		if (visible) refresh();
		else ui.wake(0);
	}
}

export function init(): void {
	start<Settings>();
}

export function notified(bits: u32): void {
	run<Settings>(bits);
}

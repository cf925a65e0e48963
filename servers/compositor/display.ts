/** What apps call: interfaces/display. Everything that they say is checked before anything changes; pixels are copied, and an app has no place but its own to copy them to. */
import * as service from '../../interfaces/display/server.ts';
import { moveRows } from '../../sdk/graphics/blit.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { BAD_ARGUMENT, SUCCESS } from '../../sdk/interface.ts';
import { beginLent, LentMemory, lentStatus } from '../../sdk/lent.ts';
import { readLoan } from '../../sdk/loan.ts';
import { APPS, coverOf, isOpen, placeOf, setCoverActions, setCoverDrawn, setPurpose } from './apps.ts';
import { areLarge, coverHeight, coverPicture, coverWidth, takePart } from './covers.ts';
import { damagePane, damageTree } from './damaged.ts';
import { CLIENTS, clientOf, eventFirst, eventKind, eventSecond, eventTime, takeEvent } from './events.ts';
import { keepGadget } from './gadget.ts';
import { paneHeight, screenWidth } from './geometry.ts';
import { damageCover } from './home.ts';
import { freeHeight, isHeld, sheetSize } from './layers.ts';
import { lookWord, serial } from './look.ts';
import { NODES_SHEET, NODES_WINDOW, takeNodes } from './nodes.ts';
import { PANE_WINDOW, pane, sheetPicture } from './panes.ts';
import { front, visibleOf, windowSeen } from './scene.ts';
import { editSheet, pixelsHigh, sheetKind, sheetTop } from './sheet.ts';
import { windowApp } from './window.ts';

const SURFACE_WINDOW: u32 = 0;
const BYTES_A_PIXEL: u32 = 4;

const lent = changetype<Surface<LentMemory>>(memory.data(SURFACE_BYTES, 4));
/** The rectangle of the call being served, pixels. */
let x: i32 = 0;
let y: i32 = 0;
let wide: i32 = 0;
let high: i32 = 0;

function setRectangle(place: u32, size: u32): void {
	x = place & 0xffff;
	y = place >> 16;
	wide = size & 0xffff;
	high = size >> 16;
}

function isInside(width: i32, height: i32): bool {
	return wide > 0 && high > 0 && x + wide <= width && y + high <= height;
}

/** Height of an app's window, in pixels. */
function windowHeight(app: u32): i32 {
	return <i32>app === front ? freeHeight(paneHeight) : paneHeight;
}

/** Copies the rows that the caller lends into a picture. */
function copyRows(picture: Surface<OwnMemory>, length: u32): i32 {
	if (wide === picture.width) return readLoan(0, picture.place(0, y), length);
	const bytes = BYTES_A_PIXEL * <u32>wide;
	for (let row: i32 = 0; row < high; row++) {
		const status = readLoan(bytes * row, picture.place(x, y + row), bytes);
		if (status < 0) return status;
	}
	return SUCCESS;
}

@unmanaged
export class Display extends service.DisplayService {
	look(badge: u32): i32 {
		const client = clientOf(badge);
		if (client === CLIENTS) return BAD_ARGUMENT;
		if (client >= APPS) {
			service.setLookWindow(sheetSize(client));
			service.setLookCover(0);
			service.setLookVisible(2);
		} else {
			service.setLookWindow(<u32>screenWidth | ((<u32>windowHeight(client)) << 16));
			service.setLookCover(<u32>coverWidth() | ((<u32>coverHeight()) << 16));
			service.setLookVisible(visibleOf(client));
		}
		service.setLookLook(lookWord());
		service.setLookSerial(serial);
		return SUCCESS;
	}

	present(badge: u32, length: u32, surface: u32, place: u32, size: u32): i32 {
		const client = clientOf(badge);
		if (client === CLIENTS) return BAD_ARGUMENT;
		setRectangle(place, size);
		if (length !== BYTES_A_PIXEL * <u32>(wide * high)) return service.OUTSIDE;
		if (client >= APPS) return presentSheet(client, length);
		return surface === SURFACE_WINDOW ? presentWindow(client, length) : presentCover(client, length);
	}

	shift(badge: u32, place: u32, size: u32, distance: i32): i32 {
		const app = clientOf(badge);
		if (app >= APPS) return BAD_ARGUMENT;
		setRectangle(place, size);
		if (!isInside(screenWidth, windowHeight(app)) || abs(distance) >= high) return service.OUTSIDE;
		if (isHeld(app)) return service.HELD;
		if (windowApp !== <i32>app || distance === 0) return SUCCESS;
		moveRows(pane(PANE_WINDOW), x, y, wide, high, distance);
		if (windowSeen()) damagePane(x, y, wide, high);
		return SUCCESS;
	}

	event(badge: u32): i32 {
		const client = clientOf(badge);
		if (client === CLIENTS) return BAD_ARGUMENT;
		takeEvent(client);
		service.setEventKind(eventKind);
		service.setEventFirst(eventFirst);
		service.setEventSecond(eventSecond);
		service.setEventMilliseconds(eventTime);
		return SUCCESS;
	}

	describe(badge: u32, length: u32, surface: u32): i32 {
		const client = clientOf(badge);
		if (client === CLIENTS) return BAD_ARGUMENT;
		if (!describeSurface(client, length, surface)) return service.BAD_NODE;
		damageTree();
		return SUCCESS;
	}

	gadget(badge: u32, number: u32, kind: u32, place: u32, size: u32, argument: u32): i32 {
		const app = clientOf(badge);
		if (app >= APPS) return BAD_ARGUMENT;
		return keepGadget(app, number, kind, place, size, argument) ? SUCCESS : service.REFUSED;
	}

	edit(badge: u32, purpose: u32): i32 {
		const app = clientOf(badge);
		if (app >= APPS) return BAD_ARGUMENT;
		if (!isOpen(app)) return SUCCESS;
		setPurpose(app, purpose);
		editSheet(app, purpose);
		return SUCCESS;
	}

	coverActions(badge: u32, first: u32, second: u32): i32 {
		const app = clientOf(badge);
		if (app >= APPS) return BAD_ARGUMENT;
		if (!isOpen(app)) return SUCCESS;
		setCoverActions(app, first, second);
		damageCover(app);
		return SUCCESS;
	}
}

/** Takes what a client says of a surface; what nobody can see is passed over. */
function describeSurface(client: u32, length: u32, surface: u32): bool {
	if (client >= APPS) {
		const size = sheetSize(client);
		return size === 0 || takeNodes(NODES_SHEET, length, size & 0xffff, size >> 16);
	}
	if (surface !== SURFACE_WINDOW) {
		return !isOpen(client) || takeNodes(coverOf(client), length, coverWidth(), coverHeight());
	}
	return windowApp !== <i32>client || takeNodes(NODES_WINDOW, length, screenWidth, windowHeight(client));
}

/** What the owner of the sheet that is up draws. */
function presentSheet(client: u32, length: u32): i32 {
	if (sheetSize(client) === 0 || !isInside(screenWidth, pixelsHigh(sheetKind))) return service.OUTSIDE;
	const status = copyRows(sheetPicture(), length);
	if (status === SUCCESS) damagePane(x, sheetTop() + y, wide, high);
	return status;
}

/** Pixels of an app whose window is not kept go nowhere: it is asked to draw when it comes to the front. */
function presentWindow(app: u32, length: u32): i32 {
	if (!isInside(screenWidth, windowHeight(app))) return service.OUTSIDE;
	if (isHeld(app)) return service.HELD;
	if (windowApp !== <i32>app) return SUCCESS;
	const status = copyRows(pane(PANE_WINDOW), length);
	if (status < 0) return status;
	if (windowSeen()) damagePane(x, y, wide, high);
	return SUCCESS;
}

function presentCover(app: u32, length: u32): i32 {
	if (!isInside(coverWidth(), coverHeight())) return service.OUTSIDE;
	if (!isOpen(app)) return SUCCESS;
	const status = areLarge() ? copyRows(coverPicture(placeOf(app)), length) : copySmaller(app);
	if (status < 0) return status;
	setCoverDrawn(app, true);
	damageCover(app);
	return SUCCESS;
}

/** Makes what the caller lends smaller while it is copied. */
function copySmaller(app: u32): i32 {
	beginLent();
	lent.openPart(0, x, y, wide, high);
	takePart(placeOf(app), lent);
	return lentStatus;
}

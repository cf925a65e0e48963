import type { ReadBuffer } from '../types.ts';

/**
 * What an app has of the screen: one window below the strip, and one cover on home. Nothing else exists for it: coordinates begin in the top left
 * corner of its own window, and pixels, touches and names of others cannot be asked for. The badge tells which app is calling.
 * Pixels are lent, and copied before they are looked at, so what has been shown cannot be changed afterwards.
 * events.ts, look.ts and nodes.ts say what the words mean; window.ts is a client.
 *
 * @memory 8192
 * @error OUTSIDE Some of it would lie outside of the app's surface, or the buffer has another length than the rectangle.
 * @error HELD The system asks the user something: pixels stand still until the event RELEASED comes.
 * @error BAD_NODE A description is not of the form of nodes.ts.
 * @error REFUSED The gadget is too small, overlaps another, or reaches out of the window.
 */
export interface Display {
	/**
	 * How to draw: sizes in pixels (width | height << 16), the look (look.ts), what is visible of the app (look.ts), and the number of the configuration, which goes up with every change.
	 * @worstCase 20000
	 */
	look(): { window: u32; cover: u32; look: u32; visible: u32; serial: u32 };

	/**
	 * Shows pixels: rows of R8G8B8A8, exactly those of the rectangle. `surface`: 0 window, 1 cover; `place`: x | y << 16; `size`: width | height << 16.
	 * @worstCase 400000
	 * @length pixels 4..131072
	 * @range surface 0..1
	 * @throws OUTSIDE
	 * @throws HELD
	 */
	present(pixels: ReadBuffer, surface: u32, place: u32, size: u32): void;

	/**
	 * Moves what a rectangle of the window shows by `distance` rows (negative: up); the rows that come free keep their pixels until they are presented.
	 * @worstCase 400000
	 * @throws OUTSIDE
	 * @throws HELD
	 */
	shift(place: u32, size: u32, distance: i32): void;

	/**
	 * Takes the oldest event that waits for the app (events.ts); kind 0: none.
	 * @worstCase 20000
	 */
	event(): { kind: u32; first: u32; second: u32; milliseconds: u32 };

	/**
	 * Says what a surface shows to those who cannot see it: all its nodes (nodes.ts), 96 bytes each, in reading order. `surface` as above.
	 * @worstCase 60000
	 * @length nodes 0..6144
	 * @range surface 0..1
	 * @throws BAD_NODE
	 */
	describe(nodes: ReadBuffer, surface: u32): void;

	/**
	 * Embeds a control that the system draws and only the user can press: gadget `number`, 0..3, of `kind` (gadgets.ts). Size 0 takes it away.
	 * @worstCase 40000
	 * @range number 0..3
	 * @throws REFUSED
	 */
	gadget(number: u32, kind: u32, place: u32, size: u32, argument: u32): void;

	/**
	 * Asks for the keyboard (`purpose`: look.ts; 0 sends it away). It rises only while the app is in front, and what is typed comes as events.
	 * @worstCase 20000
	 * @range purpose 0..3
	 */
	edit(purpose: u32): void;

	/**
	 * The cover's actions: icons (assets) of the first and the second, 0 = none. The event COVER_ACTION tells that one was pressed.
	 * @worstCase 20000
	 */
	coverActions(first: u32, second: u32): void;
}

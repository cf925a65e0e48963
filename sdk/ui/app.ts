/** What an app answers to: extend it with an @unmanaged class and hand that to `start` and `run` of interfaces/display/window.ts. */

/** Every method may be left out. */
@unmanaged
export class App {
	/** The app begins, after a start or a restart. */
	opened(): void {}

	/** Declares a page of the window (a number of the app's own; 0 is the first) by calling widgets from top to bottom. Runs several times for each change, so it must not change anything except where a widget says that it was pressed. */
	build(_page: u32): void {}

	/** Declares the cover: widgets that are only read. */
	cover(): void {}

	/** One of the cover's actions was pressed, 0 or 1. */
	coverAction(_action: u32): void {}

	/** The time of a remorse (remorse.ts) has passed: carry `what` out. */
	carryOut(_what: u32): void {}

	/** The time that `wakeIn` was given has passed. */
	woken(): void {}

	/** Bits that are the app's own, or BIT_STORE. */
	notified(_bits: u32): void {}

	/** A capability (interfaces/permissions/capabilities.ts) has come into its slot, or its slot is empty now. */
	granted(_capability: u32): void {}
	taken(_capability: u32): void {}

	/** The window has come to sight, or has gone. */
	shown(_visible: bool): void {}

	/** `bytes` of a secret wait at the keyboard; 0: the user has cancelled. */
	secret(_bytes: u32): void {}

	/** Something was typed into a field. */
	typed(): void {}

	/** Another page is on top now. */
	paged(): void {}

	/** Enter was pressed in a field of one line. */
	entered(): void {}
}

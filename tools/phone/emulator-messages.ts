/** What the server of an emulated phone tells its page, as JSON; what the page tells it are `OutsideRequest`s. The bytes of the port go both ways as they are. */
export type EmulatorMessage =
	| { readonly kind: 'kernel'; readonly hash: string }
	/** The next piece of the machine's console. */
	| { readonly kind: 'log'; readonly text: string };

/** What the page uses of noVNC (docs/API.md there), which comes without types. */
declare module '@novnc/novnc' {
	export default class RFB extends EventTarget {
		constructor(target: Element, url: string);
		/** Pass nothing on of what a person does. */
		viewOnly: boolean;
		/** Scale the picture to the target's size. */
		scaleViewport: boolean;
		background: string;
		disconnect(): void;
	}
}

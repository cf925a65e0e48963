/** Elements of the page, by their id. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
	return document.getElementById(id) as Kind;
}

/** Settles when the page has all its elements: its script may run before. */
export function parsed(): Promise<void> {
	if (document.readyState !== 'loading') return Promise.resolve();
	return new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}

/** A new element with a class and text; text is never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	text = '',
	style = '',
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	made.textContent = text;
	made.className = style;
	return made;
}

/** Elements of the page, by their id. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
	return document.getElementById(id) as Kind;
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

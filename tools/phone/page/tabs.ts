/** Tabs (WAI-ARIA authoring practices): arrows move between them, the chosen one shows its view. */

/** Makes the tabs of a list work. `onChoose` hears the id of the view that is shown from now on. */
export function followTabs(list: HTMLElement, onChoose: (view: string) => void): void {
	const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
	const choose = (chosen: HTMLElement) => {
		for (const tab of tabs) {
			const is = tab === chosen;
			tab.setAttribute('aria-selected', String(is));
			tab.tabIndex = is ? 0 : -1;
			const view = viewOf(tab);
			view.hidden = !is;
			// A view scrolls: without a place in the order of focus a keyboard could not scroll it.
			view.tabIndex = 0;
		}
		onChoose(viewOf(chosen).id);
	};
	for (const [index, tab] of tabs.entries()) {
		tab.addEventListener('click', () => choose(tab));
		tab.addEventListener('keydown', ({ key }) => {
			const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
			const next = tabs[(index + step + tabs.length) % tabs.length] as HTMLElement;
			if (step === 0) return;
			choose(next);
			next.focus();
		});
	}
	choose(tabs[0] as HTMLElement);
}

function viewOf(tab: HTMLElement): HTMLElement {
	return document.getElementById(tab.getAttribute('aria-controls') ?? '') as HTMLElement;
}

/** Changes a choice of the user, for everybody at once. */
import { EVENT_EXPOSE, EVENT_LOOK } from '../../interfaces/display/events.ts';
import { CHOICE_EDGE, CHOICE_HINTS, CHOICE_SEAL } from '../../interfaces/preferences/choices.ts';
import { openAt, openCount } from './apps.ts';
import { damageAll, damageHome, damageOverlay, damageStrip } from './damaged.ts';
import { post } from './events.ts';
import { keepChoices } from './keep.ts';
import { allows, choice, computeColours, setChoice } from './look.ts';
import { saveSession } from './session.ts';

/** False: there is no such choice, or no such value. */
export function changeChoice(which: u32, value: u32): bool {
	if (!allows(which, value)) return false;
	if (choice(which) === value) return true;
	setChoice(which, value);
	saveSession();
	keepChoices();
	damageHome();
	damageOverlay();
	if (which !== CHOICE_EDGE && which !== CHOICE_SEAL && which !== CHOICE_HINTS) redraw();
	return true;
}

/** Everything looks different now. */
function redraw(): void {
	computeColours();
	for (let place: u32 = 0; place < openCount(); place++) {
		post(openAt(place), EVENT_LOOK, 0, 0);
		post(openAt(place), EVENT_EXPOSE, 3, 0);
	}
	damageStrip();
	damageAll();
}

/** What settings calls: interfaces/preferences. */
import { CHOICES } from '../../interfaces/preferences/choices.ts';
import * as service from '../../interfaces/preferences/server.ts';
import { BADGE_SETTINGS } from '../../interfaces/trusted/answers.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { changeChoice } from './choose.ts';
import { choice } from './look.ts';

@unmanaged
export class Preferences extends service.PreferencesService {
	read(badge: u32, which: u32): i32 {
		if (badge !== BADGE_SETTINGS) return service.NOT_YOURS;
		if (which >= CHOICES) return service.OUT_OF_RANGE;
		service.setReadResult(choice(which));
		return SUCCESS;
	}

	write(badge: u32, which: u32, value: u32): i32 {
		if (badge !== BADGE_SETTINGS) return service.NOT_YOURS;
		return changeChoice(which, value) ? SUCCESS : service.OUT_OF_RANGE;
	}
}

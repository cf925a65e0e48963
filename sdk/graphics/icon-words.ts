/** What an icon means as an action, in a word or two, for those who cannot see it. */
import * as icons from './icon-numbers.ts';

/** The word for an icon (icon-numbers.ts); those that are no actions are called so all the same. */
export function iconWord(icon: u32): string {
	if (icon === icons.ICON_PLUS) return 'New';
	if (icon === icons.ICON_X) return 'Clear';
	if (icon === icons.ICON_PLAY) return 'Start';
	if (icon === icons.ICON_PAUSE) return 'Pause';
	if (icon === icons.ICON_ROTATE_CCW) return 'Reset';
	if (icon === icons.ICON_TIMER) return 'Timer';
	if (icon === icons.ICON_MOON) return 'Light or dark';
	if (icon === icons.ICON_CHEVRON_LEFT) return 'Previous';
	if (icon === icons.ICON_CHEVRON_RIGHT) return 'Next';
	return 'Action';
}

/** Made by tools/layouts/generate.ts from simple-keyboard-layouts (MIT licence): of each layout its label, three rows of letters, and further letters. */

export const LAYOUTS: u32 = 5;
export const LAYOUT_STRINGS: u32 = 5;
export const LAYOUT_DATA: StaticArray<string> = [
	'EN',
	'qwertyuiop',
	'asdfghjkl',
	'zxcvbnm',
	'',
	'DE',
	'qwertzuiopü',
	'asdfghjklöä',
	'yxcvbnm',
	'ß',
	'FR',
	'azertyuiop',
	'qsdfghjklmù',
	'wxcvbn',
	'éèçà',
	'FI',
	'qwertyuiopå',
	'asdfghjklöä',
	'zxcvbnm',
	'',
	'ES',
	'qwertyuiop',
	'asdfghjklñ',
	'zxcvbnm',
	'',
];

/** How long the page takes from its opening until home can be used. */
import { setTimeout as wait } from 'node:timers/promises';
import type { PhoneBrowser } from './browser.ts';

const VISITS = 3;
/** Milliseconds that a browser which has just been started is busy with itself: a person's runs already. */
const SETTLING_MILLISECONDS = 3000;

/** Milliseconds, as the page tells them: for several visits, each in a profile where nothing has been kept. The phone must have no other visitor. */
export async function measureStarts(browser: PhoneBrowser): Promise<number[]> {
	await wait(SETTLING_MILLISECONDS);
	const starts: number[] = [];
	for (let visit = 0; visit < VISITS; visit++) {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.goto(browser.url);
		starts.push(await page.evaluate<number>('window.phone.usable'));
		await context.close();
	}
	return starts;
}

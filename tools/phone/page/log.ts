/** The system's log on the page. */
import { element } from './element.ts';

/** Older lines leave the page, so that a system that logs for days does not fill the browser. */
const PIECES_MOST = 2000;

/** Shows the next piece; who looks at the end keeps looking at the end. */
export function appendLog(text: string): void {
	const [log, view] = [element('log'), element('view-log')];
	const follows = view.scrollTop + view.clientHeight >= view.scrollHeight - 1;
	log.append(text);
	if (log.childNodes.length > PIECES_MOST) log.firstChild?.remove();
	if (follows) view.scrollTop = view.scrollHeight;
}

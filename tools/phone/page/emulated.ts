/** The page of a phone on an emulated ARM64 machine: pixels come by VNC, everything else goes through a socket of the server, which holds the emulator. */
import RFB from '@novnc/novnc';
import type { EmulatorMessage } from '../emulator-messages.ts';
import { treeRequest } from '../tree.ts';
import { element, parsed } from './element.ts';
import { appendLog } from './log.ts';
import { Stage } from './stage.ts';

/** Milliseconds between two tries to reach the screen of a machine that has just been started. */
const RETRY_MILLISECONDS = 300;

const address = (path: string) => new URL(path, document.baseURI).href.replace(/^http/, 'ws');
await parsed();
const socket = new WebSocket(address('machine'));
socket.binaryType = 'arraybuffer';

const stage = new Stage((request) => {
	if (socket.readyState !== WebSocket.OPEN) return;
	socket.send(request.device === 'port' ? (request.bytes as Uint8Array<ArrayBuffer>) : JSON.stringify(request));
});

socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
	if (typeof data === 'string') hear(JSON.parse(data) as EmulatorMessage);
	else stage.port(new Uint8Array(data));
});
socket.addEventListener('close', () => stage.end({ message: 'The machine has been switched off', exitCode: 0 }));
socket.addEventListener('open', () => {
	stage.state('Starting the ARM64 machine');
	showScreen();
	socket.send(treeRequest() as Uint8Array<ArrayBuffer>);
});

element('view-components').hidden = true;
element('view-log').hidden = false;

function hear(message: EmulatorMessage): void {
	if (message.kind === 'kernel') stage.kernel(message.hash);
	else appendLog(message.text);
}

/** The picture is only looked at: fingers take the same way as in the other page, where several of them and their times are kept apart. */
function showScreen(): void {
	const screen = element('remote');
	const view = new RFB(screen, address('screen'));
	view.viewOnly = true;
	view.scaleViewport = true;
	view.background = '#000';
	view.addEventListener('connect', () => stage.unveil());
	view.addEventListener('disconnect', () => {
		if (socket.readyState === WebSocket.OPEN) setTimeout(showScreen, RETRY_MILLISECONDS);
	});
}

/** Interrupts: a line is a capability, raises a signal, and stays masked until it is acknowledged. Raised here by software. */
import {
	COPY,
	DELETE,
	IDENTIFY,
	INTERRUPT_ACKNOWLEDGE,
	INTERRUPT_BIND,
	INTERRUPT_CREATE,
	INTERRUPT_RAISE,
	SIGNAL,
} from '../../../../abi/calls.ts';
import {
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	OK,
	SLOT_OCCUPIED,
	WRONG_STATE,
} from '../../../../abi/errors.ts';
import {
	KIND_INTERRUPT,
	RIGHT_ACKNOWLEDGE,
	RIGHT_BIND,
	RIGHT_COPY,
	RIGHT_LOG,
	RIGHT_TRANSFER,
} from '../../../../abi/rights.ts';
import { INTERRUPT_COUNT } from '../../../../kernel/layout.ts';
import { DO_INSPECT, INSPECT_BITS, INSPECT_NOTIFICATIONS } from '../../protocol.ts';
import { takeBits } from '../heard.ts';
import { beginArea, expect } from '../report.ts';
import { ACCOUNT, BIT_FIRST, CONTROL, EMPTY, END, IDLE, IMAGE_SUBJECT, SCRATCH, sys } from '../stage.ts';
import { ask, makeAndStart, processSlot, unmakeAll } from '../subjects.ts';

/** The last of the lines that QEMU's machine keeps for virtio: no device of ours is behind it. */
const LINE: i32 = 79;
const INTERRUPT: i32 = SCRATCH;
const SIGNAL_SLOT: i32 = SCRATCH + 1;
const POOR: i32 = SCRATCH + 2;
const AGAIN: i32 = SCRATCH + 3;
const DRIVER: i32 = 0;

function creating(): i32 {
	sys(COPY, CONTROL, POOR, RIGHT_LOG);
	expect('createNeedsPower', sys(INTERRUPT_CREATE, POOR, LINE, INTERRUPT), MISSING_RIGHT);
	expect('powerBeforeLine', sys(INTERRUPT_CREATE, POOR, INTERRUPT_COUNT, INTERRUPT), MISSING_RIGHT);
	sys(DELETE, POOR);
	expect('lineUnknown', sys(INTERRUPT_CREATE, CONTROL, INTERRUPT_COUNT, INTERRUPT), INVALID_ARGUMENT);
	expect('lineMinusOne', sys(INTERRUPT_CREATE, CONTROL, -1, INTERRUPT), INVALID_ARGUMENT);
	expect('occupied', sys(INTERRUPT_CREATE, CONTROL, LINE, ACCOUNT), SLOT_OCCUPIED);
	expect('create', sys(INTERRUPT_CREATE, CONTROL, LINE, INTERRUPT), OK);
	const rights = RIGHT_BIND | RIGHT_ACKNOWLEDGE | RIGHT_COPY | RIGHT_TRANSFER;
	expect('identified', sys(IDENTIFY, INTERRUPT), KIND_INTERRUPT | (rights << 8));
	expect('acknowledgeNothing', sys(INTERRUPT_ACKNOWLEDGE, INTERRUPT), WRONG_STATE);
	expect('bindNotSignal', sys(INTERRUPT_BIND, INTERRUPT, ACCOUNT), INVALID_CAPABILITY);
	expect('bindEmpty', sys(INTERRUPT_BIND, INTERRUPT, EMPTY), INVALID_CAPABILITY);
	expect('bindNotInterrupt', sys(INTERRUPT_BIND, ACCOUNT, SIGNAL_SLOT), INVALID_CAPABILITY);
	sys(SIGNAL, 0, SIGNAL_SLOT, BIT_FIRST);
	sys(COPY, SIGNAL_SLOT, POOR, RIGHT_COPY);
	expect('bindNeedsRaise', sys(INTERRUPT_BIND, INTERRUPT, POOR), MISSING_RIGHT);
	sys(DELETE, POOR);
	sys(COPY, INTERRUPT, POOR, RIGHT_ACKNOWLEDGE);
	expect('bindNeedsBind', sys(INTERRUPT_BIND, POOR, SIGNAL_SLOT), MISSING_RIGHT);
	expect('raiseNeedsBind', sys(INTERRUPT_RAISE, POOR), MISSING_RIGHT);
	sys(DELETE, POOR);
	sys(COPY, INTERRUPT, POOR, RIGHT_BIND);
	expect('acknowledgeNeedsRight', sys(INTERRUPT_ACKNOWLEDGE, POOR), MISSING_RIGHT);
	sys(DELETE, POOR);
	expect('bind', sys(INTERRUPT_BIND, INTERRUPT, SIGNAL_SLOT), OK);
	takeBits();
	expect('raise', sys(INTERRUPT_RAISE, INTERRUPT), OK);
	return IDLE;
}

function masked(): i32 {
	expect('signalled', takeBits() & BIT_FIRST, BIT_FIRST);
	sys(INTERRUPT_RAISE, INTERRUPT);
	return IDLE;
}

function acknowledging(): i32 {
	expect('maskedUntilAcknowledged', takeBits() & BIT_FIRST, 0);
	expect('acknowledge', sys(INTERRUPT_ACKNOWLEDGE, INTERRUPT), OK);
	return IDLE;
}

function pending(): i32 {
	expect('stayedPending', takeBits() & BIT_FIRST, BIT_FIRST);
	expect('acknowledgeSecond', sys(INTERRUPT_ACKNOWLEDGE, INTERRUPT), OK);
	return IDLE;
}

function driving(): i32 {
	expect('notThreeTimes', takeBits() & BIT_FIRST, 0);
	expect('acknowledgeTwice', sys(INTERRUPT_ACKNOWLEDGE, INTERRUPT), WRONG_STATE);
	expect('makeDriver', makeAndStart(DRIVER, IMAGE_SUBJECT, 160), OK);
	sys(DELETE, SIGNAL_SLOT);
	sys(SIGNAL, processSlot(DRIVER), SIGNAL_SLOT, 64);
	expect('bindToDriver', sys(INTERRUPT_BIND, INTERRUPT, SIGNAL_SLOT), OK);
	sys(INTERRUPT_RAISE, INTERRUPT);
	return IDLE;
}

function driven(): i32 {
	expect('driverSignalled', ask(DRIVER, DO_INSPECT, INSPECT_BITS), 64);
	expect('directorIsNot', takeBits() & BIT_FIRST, 0);
	expect('unbind', sys(INTERRUPT_BIND, INTERRUPT, 0), OK);
	sys(INTERRUPT_RAISE, INTERRUPT);
	return IDLE;
}

function handingOut(): i32 {
	expect('unboundIsSilent', ask(DRIVER, DO_INSPECT, INSPECT_NOTIFICATIONS), 1);
	expect('createAgain', sys(INTERRUPT_CREATE, CONTROL, LINE, AGAIN), OK);
	expect('formerHolderLoses', sys(INTERRUPT_BIND, INTERRUPT, SIGNAL_SLOT), INVALID_CAPABILITY);
	expect('formerCannotRaise', sys(INTERRUPT_RAISE, INTERRUPT), INVALID_CAPABILITY);
	expect('newHolderUnbinds', sys(INTERRUPT_BIND, AGAIN, 0), OK);
	for (let slot = INTERRUPT; slot <= AGAIN; slot++) sys(DELETE, slot);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function interrupts(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('interrupts');
			return creating();
		case 1:
			return masked();
		case 2:
			return acknowledging();
		case 3:
			return pending();
		case 4:
			return driving();
		case 5:
			return driven();
		default:
			return handingOut();
	}
}

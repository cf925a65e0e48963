/** Capabilities that the user has switched off for everybody, in the top menu. */
let switchedOff: u32 = 0;

/** CAPABILITY_* as bits. */
export function switches(): u32 {
	return switchedOff;
}

export function isSwitchedOff(capability: u32): bool {
	return (switchedOff & (1 << capability)) !== 0;
}

export function setSwitches(bits: u32): void {
	switchedOff = bits;
}

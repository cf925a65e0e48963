/** The accounts: a name and a secret each, as they lie in the file. */

export const NAME_BYTES: u32 = 40;
export const SECRET_BYTES: u32 = 64;
/** Accounts at most. */
export const ACCOUNTS: u32 = 32;
const ENTRY_BYTES: u32 = 112;
const NUMBER: u32 = 0;
const NAME_LENGTH: u32 = 4;
const SECRET_LENGTH: u32 = 5;
const NAME: u32 = 8;
const SECRET: u32 = 48;
export const FILE_BYTES: u32 = ACCOUNTS * ENTRY_BYTES;
const TABLE: u32 = memory.data(3584, 8) as u32;
let count: u32 = 0;
let nextNumber: u32 = 1;

function entry(index: u32): u32 {
	return TABLE + index * ENTRY_BYTES;
}

export function accountCount(): u32 {
	return count;
}

/** Where the accounts are, as they are written to the file. */
export function accountsAt(): u32 {
	return TABLE;
}

export function accountsUsed(): u32 {
	return count * ENTRY_BYTES;
}

/** Takes over what was read from the file. False: that is none of ours. */
export function adopt(length: u32): bool {
	count = 0;
	if (length % ENTRY_BYTES !== 0 || length > FILE_BYTES) return false;
	for (let index: u32 = 0; index * ENTRY_BYTES < length; index++) {
		const place = entry(index);
		if (load<u8>(place + NAME_LENGTH) > NAME_BYTES || load<u8>(place + SECRET_LENGTH) > SECRET_BYTES) return false;
		nextNumber = max(nextNumber, load<u32>(place + NUMBER) + 1);
	}
	count = length / ENTRY_BYTES;
	return true;
}

/** A number of its own, which stays the same when others go. */
export function accountNumber(index: u32): u32 {
	return load<u32>(entry(index) + NUMBER);
}

export function accountName(index: u32): u32 {
	return entry(index) + NAME;
}

export function accountNameLength(index: u32): u32 {
	return load<u8>(entry(index) + NAME_LENGTH);
}

export function accountSecret(index: u32): u32 {
	return entry(index) + SECRET;
}

export function accountSecretLength(index: u32): u32 {
	return load<u8>(entry(index) + SECRET_LENGTH);
}

/** Index of the account with a number, `accountCount()` when there is none. */
export function findAccount(number: u32): u32 {
	let index: u32 = 0;
	while (index < count && accountNumber(index) !== number) index++;
	return index;
}

/** Adds an account; the secret is copied. False: there is no room. */
export function addAccount(name: u32, nameLength: u32, secret: u32, secretLength: u32): bool {
	if (count === ACCOUNTS || nameLength > NAME_BYTES || secretLength > SECRET_BYTES) return false;
	const place = entry(count);
	memory.fill(place, 0, ENTRY_BYTES);
	store<u32>(place + NUMBER, nextNumber++);
	store<u8>(place + NAME_LENGTH, <u8>nameLength);
	store<u8>(place + SECRET_LENGTH, <u8>secretLength);
	memory.copy(place + NAME, name, nameLength);
	memory.copy(place + SECRET, secret, secretLength);
	count++;
	return true;
}

/** Removes an account, and wipes its secret. */
export function removeAccount(number: u32): void {
	const index = findAccount(number);
	if (index === count) return;
	memory.copy(entry(index), entry(index + 1), (count - index - 1) * ENTRY_BYTES);
	count--;
	memory.fill(entry(count), 0, ENTRY_BYTES);
}

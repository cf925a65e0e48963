/** What the kernel asks of the machine (module "machine", after this file's name): docs/reference/02-machine.md. */
export declare function back(address: u32, page: u32, count: u32): void;
export declare function unback(address: u32, count: u32): void;
export declare function clear(row: u32, page: u32, first: u32, count: u32): void;
export declare function mapping(process: u32, memory: u32): void;
export declare function reset(process: u32): void;
export declare function forget(process: u32): void;
export declare function copy(
	from: u32,
	fromMemory: u32,
	fromOffset: u32,
	to: u32,
	toMemory: u32,
	toOffset: u32,
	length: u32,
): void;
export declare function lineEnable(line: u32, on: u32): void;
export declare function lineRaise(line: u32): void;
export declare function log(word: u32, count: u32): void;
export declare function halt(code: i32): void;

// AssemblyScript's number types, for the files that both worlds read (abi/, kernel/layout.ts): to Node they are numbers.
type i8 = number;
type u8 = number;
type i16 = number;
type u16 = number;
type i32 = number;
type u32 = number;
type i64 = bigint;
type u64 = bigint;
type bool = boolean;

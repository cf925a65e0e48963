/** (n): answers n + 1 in word 0, and in word 1 how many calls this life has seen. */
export const WORK: i32 = 1;
/** (): traps. */
export const TRAP: i32 = 2;
/** (): never answers, and so takes longer than the worst case that was declared. */
export const OVERRUN: i32 = 3;

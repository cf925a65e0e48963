/** (a, b, c, d): answers their sum and how many times it was called; words 0 and 1. */
export const ADD: i32 = 1;

/** Which kernels a program has; bench/vectors/build.ts gives the compiler `true` in place of this file for the other one. */
export const VECTORS: bool = false;

/** The kernel's invariants, one export each. Over which rows each ranges, and what it says: verify/invariants/catalogue.ts. */
export * from './accounts.ts';
export * from './activations.ts';
export * from './authority.ts';
export * from './budgets.ts';
export * from './capabilities.ts';
export * from './flow.ts';
export * from './globals.ts';
export * from './grants.ts';
export * from './interrupts.ts';
export * from './mappings.ts';
export * from './processes.ts';
export * from './promises.ts';
export * from './ready.ts';
export * from './regions.ts';
export * from './sums.ts';
export * from './tables.ts';
export * from './timers.ts';

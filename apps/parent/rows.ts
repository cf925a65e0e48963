/** Table rows of the family account: which of them the parent uses for whom. systems/quota/system.ts gives them to it. */

/** The free extent with the family's memory. */
export const FAMILY_EXTENT: u32 = 600;
export const TOM_ACCOUNT: u32 = 100;
export const TOM_EXTENT: u32 = 601;
export const TOM_ROWS: u32 = 610;
export const ANN_ACCOUNT: u32 = 101;
export const ANN_EXTENT: u32 = 602;
export const ANN_ROWS: u32 = 630;
/** Rows for regions that each child gets. */
export const ROWS_EACH: u32 = 12;

/** Grant rows of the permission server's account: one for each app and capability, so that each grant can be taken back without the others. A system file gives them to it. */

/** First of the rows. */
export const FIRST_GRANT_ROW: u32 = 700;
/** Apps times capabilities (interfaces/permissions/capabilities.ts). */
export const GRANT_ROWS: u32 = 288;

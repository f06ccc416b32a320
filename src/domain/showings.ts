/** How many showings one run may have. */
export const MOST_SHOWINGS = 400;

/** How many of them one call makes or changes. */
export const SHOWINGS_A_CALL = 25;

/** Displays of at least so many pixels to the CSS pixel show a phone of two pixels to the point. */
export const FINE = 1.5;

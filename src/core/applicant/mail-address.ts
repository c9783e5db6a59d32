export const LONGEST_NAME = 120;
export const LONGEST_ADDRESS = 254;

const ADDRESS = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]{2,}$/;

/** Something@somewhere.ending: all that can be known of an address without writing to it. */
export const isWholeAddress = (text: string): boolean => text.length <= LONGEST_ADDRESS && ADDRESS.test(text);

/** A level of 1 to 5, also between two levels: 3, 3.5, 3.3. */
export const formatLevel = (level: number): string => String(Math.round(level * 10) / 10);

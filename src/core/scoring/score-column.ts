/** The two columns that an assessment's authors state planning values for. */
export type MeasuredColumn = 'judgment' | 'written';

/** A criterion by its place in the order of the rubric version: a rubric has at most six. */
export const SLOTS = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const;
export type Slot = (typeof SLOTS)[number];

/** Whatever has a score from 0 to 100 in a list. */
export type ScoreColumn = MeasuredColumn | Slot;

export const isSlot = (column: ScoreColumn): column is Slot => column !== 'judgment' && column !== 'written';

/** The place of its criterion in the rubric version, from 0. */
export const placeOfSlot = (slot: Slot): number => SLOTS.indexOf(slot);

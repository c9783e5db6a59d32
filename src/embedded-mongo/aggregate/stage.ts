import type { Doc } from '../bson/values.ts';

/** One step of a pipeline: what it passes on for a piece of documents, and what it has kept for the end. */
export type Stage = {
  readonly take: (docs: readonly Doc[]) => Doc[];
  readonly end: () => Doc[];
  /** Needs no further input. */
  readonly full?: () => boolean;
};

import type { Item } from '../item/item.ts';
import type { AssessmentId, ItemId, SectionId } from '../kernel/ids.ts';

/** A part of an assessment with its own clock. Staff and code say section, candidates read part. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly kind: 'judgment' | 'written';
  readonly minutes: number;
  /** What most people need, in words: "15–25". */
  readonly usualMinutes: string;
  readonly items: readonly ItemId[];
}

/** A practice item is never scored and says afterwards why an answer works. */
export type PracticeItem = Item & { readonly explanation: string };

/** The fixed, versioned set of items that a candidate takes. Holds no key and no dimension. */
export interface Form {
  readonly assessmentId: AssessmentId;
  readonly version: number;
  readonly title: string;
  readonly language: string;
  readonly summary: string;
  readonly audience: string;
  readonly claim: string;
  /** Where the time limits come from; until a pilot has checked them the pages say so. */
  readonly limitSource: 'author' | 'pilot';
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly practice: readonly PracticeItem[];
}

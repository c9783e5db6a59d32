/** What one automatic check measured. `about` is an item, or null for the form as a whole. */
export interface Finding {
  readonly check: string;
  readonly about: string | null;
  /** Which authored file to open: an item, the key, the rubric, the examples of a prompt … */
  readonly where: 'item' | 'key' | 'rubric' | 'examples' | 'calibration' | 'review' | 'form';
  readonly measured: string;
  readonly limit: string;
  readonly ok: boolean;
}

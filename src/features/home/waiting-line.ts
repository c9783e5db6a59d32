/** One thing that waits: what, where, and the page on which it is done. */
export interface WaitingLine {
  readonly text: string;
  readonly where: string | null;
  readonly action: string;
  readonly href: string;
}

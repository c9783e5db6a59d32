const MARKS = [10, 5, 1];

/** What is said aloud when the time left goes from one figure to another: at 10, 5 and 1 minutes and at the end. */
export function announcement(beforeMs: number, leftMs: number, allSaved: boolean): string | null {
  if (leftMs <= 0) return beforeMs > 0 ? 'Time is up.' : null;
  const mark = MARKS.find((minutes) => beforeMs > minutes * 60_000 && leftMs <= minutes * 60_000);
  if (mark === undefined) return null;
  const words = mark === 1 ? '1 minute left.' : `${mark} minutes left.`;
  return allSaved ? `${words} Your answers are saved.` : words;
}

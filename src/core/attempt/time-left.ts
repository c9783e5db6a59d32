/** A clock that was hidden early is there again for the last minutes. */
export const COMES_BACK_MS = 5 * 60_000;

/** What a quiet clock says: words and whole minutes, never a countdown of seconds. The same on server and page. */
export function timeLeftWords(leftMs: number): string {
  if (leftMs <= 0) return 'Time is up';
  if (leftMs < 60_000) return 'Less than 1 minute left';
  const minutes = Math.round(leftMs / 60_000);
  return minutes === 1 ? 'About 1 minute left' : `About ${minutes} minutes left`;
}

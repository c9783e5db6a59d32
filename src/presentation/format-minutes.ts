const minutes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A length of time in minutes: "1 minute", "7.5 minutes". */
export function formatMinutes(ms: number): string {
  const text = minutes.format(ms / 60_000);
  return text === '1' ? '1 minute' : `${text} minutes`;
}

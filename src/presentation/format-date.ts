const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words; the time of day is never shown. */
export const formatDate = (date: Date): string => longDate.format(date);

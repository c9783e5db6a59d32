/** Moments in the time of the device; without script they stand in UTC. */
export function startLocalTime(root: Document): void {
  for (const time of root.querySelectorAll('time')) {
    const moment = new Date(time.dateTime);
    if (Number.isNaN(moment.getTime())) continue;
    const options = { dateStyle: 'long', timeStyle: 'short' } as Intl.DateTimeFormatOptions;
    time.textContent = moment.toLocaleString(root.documentElement.lang, options);
  }
}

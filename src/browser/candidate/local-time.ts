/** Moments in the time of the device, written as the server writes days; without script they stand in UTC. */
export function startLocalTime(root: Document): void {
  for (const time of root.querySelectorAll('time')) {
    const options = { dateStyle: 'long', timeStyle: 'short' } as Intl.DateTimeFormatOptions;
    time.textContent = new Date(time.dateTime).toLocaleString('en-GB', options);
  }
}

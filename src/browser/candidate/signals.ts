import { BEAT_EVERY_MS } from '../../core/attempt/give-back-gap.ts';
import type { AttemptPage, Facts } from './attempt-page.ts';
import type { Stop } from './elsewhere.ts';

/** Signs of life while a part runs, and a look at the attempt when the page comes back from the cache. */
export function startSignals(
  page: AttemptPage,
  stop: (why: Stop) => void,
  isBehind: (facts: Facts) => boolean,
): void {
  page.listen(({ epoch }) => {
    if (page.writes && epoch !== undefined && epoch !== page.epoch) stop('old-epoch');
  });
  page.listen(({ deadlineMs, serverNow = 0 }) => {
    // Time was given back after this page had said that it was up.
    if (document.getElementById('time-up') && (deadlineMs ?? 0) > serverNow)
      location.replace(page.urls.overview);
  });
  if (page.writes && page.running) {
    const beat = () =>
      void page.ask(page.urls.heartbeat, { epoch: String(page.epoch) }).catch(() => undefined);
    beat();
    setInterval(beat, BEAT_EVERY_MS);
  }
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    page.ask(page.urls.state).then(
      ({ status, facts }) => {
        const moved = facts.state !== 'open' || (page.running && facts.part === null);
        if (status === 404 || moved) location.replace(page.urls.overview);
        else if (isBehind(facts)) location.reload();
      },
      () => undefined,
    );
  });
}

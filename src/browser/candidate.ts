import { readAttemptPage, type AttemptPage } from './candidate/attempt-page.ts';
import { startDeviceCheck } from './candidate/device-check.ts';
import { createDeviceCopy } from './candidate/device-copy.ts';
import { startLocalTime } from './candidate/local-time.ts';
import { startPicks } from './candidate/picks.ts';
import { startSaving } from './candidate/saving.ts';
import { startSignals } from './candidate/signals.ts';
import { startTimer } from './candidate/timer.ts';
import { startWordCount } from './candidate/word-count.ts';
import { startWriter } from './candidate/writer.ts';

/** Each part starts alone: one that fails must not take saving with it. */
function start(part: () => void): void {
  try {
    part();
  } catch (fault) {
    console.error(fault);
  }
}

function startAttempt(page: AttemptPage): void {
  const saving = startSaving(document, page);
  start(() => {
    startTimer(document, page, saving.allSaved, saving.timeUp);
  });
  start(() => {
    startSignals(page, saving.stop, saving.isBehind);
  });
  start(() => {
    startWriter(page);
  });
  start(() => {
    startDeviceCheck(document, page, saving.keeps);
  });
}

for (const part of [startPicks, startWordCount, startLocalTime]) {
  start(() => {
    part(document);
  });
}
start(() => {
  const attemptId = document.getElementById('erased')?.dataset['attempt'];
  if (attemptId !== undefined) createDeviceCopy(() => localStorage, attemptId).clear();
});
start(() => {
  const page = readAttemptPage(document);
  if (page) startAttempt(page);
});

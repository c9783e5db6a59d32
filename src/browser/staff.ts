import { startCopy } from './copy.ts';
import { startDialogs } from './dialog.ts';
import { startFragments } from './fragment.ts';
import { startInSight } from './in-sight.ts';
import { startKeepForms } from './keep-form.ts';
import { startKeys } from './keys.ts';
import { startMarkWords } from './mark-words.ts';
import { startMenus } from './menu.ts';
import { startRank } from './rank.ts';
import { startSort } from './sort.ts';
import { startTheme } from './theme.ts';

// Each part starts alone: one that fails must not take the others with it.
for (const start of [
  startKeys,
  startSort,
  startRank,
  startKeepForms,
  startFragments,
  startCopy,
  startDialogs,
  startMarkWords,
  startMenus,
  startInSight,
  startTheme,
]) {
  try {
    start(document);
  } catch (fault) {
    console.error(fault);
  }
}

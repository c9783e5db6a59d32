import { estimateWorkload } from '../../core/rating/estimate-workload.ts';
import type { Intake } from '../../core/requisition/requisition.ts';
import type { DefinitionList } from '../../http/parts.ts';
import { formatCount } from '../../presentation/format-count.ts';
import type { DraftPreview } from './preview-draft.ts';

const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** What a change would do, in counts and sizes: never who. */
export function effectOf({ places, decidingColumn }: Intake, preview: DraftPreview): DefinitionList {
  const { change, effect, foretold, stale } = preview;
  const { scored, moved, largest, enter, leave } = effect;
  const item = (term: string, text: string, sub: string | null = null): DefinitionList['items'][number] => ({
    term,
    cell: { kind: 'text', text, sub },
  });
  const unknown = 'Not known before responses are rated again';
  const levels = change.rerate ? 'If raters gave the same levels again, which they need not.' : null;
  const work = estimateWorkload(stale, 1);
  return {
    items: [
      item(
        'Written scores that move',
        foretold ? `${moved} of ${scored}` : unknown,
        foretold && moved > 0
          ? `by ${oneDigit.format(largest)} of 100 points at most${levels === null ? '' : `. ${levels}`}`
          : null,
      ),
      item(
        `Around the ${formatCount(places, 'interview place', 'interview places')}`,
        decidingColumn === 'judgment'
          ? 'Nobody crosses: Judgment decides'
          : foretold
            ? `${enter} would come in, ${leave} would drop out`
            : unknown,
        'Everybody level with the last place counts as inside. Bands are not considered here.',
      ),
      item(
        'Ratings that no longer count',
        change.rerate ? `those of ${formatCount(stale, 'response', 'responses')}` : 'none',
        change.rerate ? 'They stay stored and can be read under their version.' : null,
      ),
      item(
        'Rating again takes',
        change.rerate ? timeWords(work.minutes) : 'no time',
        change.rerate ? 'Two raters with 150 seconds a response, and a quarter more for third raters.' : null,
      ),
    ],
  };
}

/** Nobody plans with thousands of minutes. */
function timeWords(minutes: number): string {
  const whole = Math.ceil(minutes);
  return whole <= 120
    ? `about ${formatCount(whole, 'minute', 'minutes')}`
    : `about ${formatCount(Math.ceil(minutes / 60), 'hour', 'hours')} (${formatCount(whole, 'minute', 'minutes')})`;
}

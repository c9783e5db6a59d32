import { estimateWorkload } from '../../core/rating/estimate-workload.ts';
import type { Intake } from '../../core/requisition/requisition.ts';
import type { DefinitionList } from '../../http/parts.ts';
import { formatCount } from '../../presentation/format-count.ts';
import type { DraftPreview } from './preview-draft.ts';

const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** What a change would do, in counts and sizes: never who. */
export function effectOf({ places, decidingColumn }: Intake, preview: DraftPreview): DefinitionList {
  const { change, effect, foretold } = preview;
  const { scored, moved, largest, enter, leave, rated } = effect;
  const item = (term: string, text: string, sub: string | null = null): DefinitionList['items'][number] => ({
    term,
    cell: { kind: 'text', text, sub },
  });
  const unknown = 'Not known before responses are rated again';
  const levels = change.rerate ? 'If raters gave the same levels again, which they need not.' : null;
  const work = estimateWorkload(rated, 1);
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
        change.rerate ? `those of ${formatCount(rated, 'response', 'responses')}` : 'none',
        change.rerate ? 'They stay stored and can be read under their version.' : null,
      ),
      item(
        'Rating again takes',
        change.rerate ? `about ${formatCount(Math.ceil(work.minutes), 'minute', 'minutes')}` : 'no time',
        change.rerate ? 'Two raters with 150 seconds a response, and a quarter more for third raters.' : null,
      ),
    ],
  };
}

import type { RubricContent } from '../../core/rubric/rubric.ts';
import type { Button, DataTable } from '../../http/parts.ts';
import { formatCount } from '../../presentation/format-count.ts';
import type { Sample } from './load-sample.ts';
import { link } from './page-frame.ts';
import { sampleTable } from './sample-table.ts';

interface SampleOffer {
  readonly text: string;
  /** Null once there is nothing left to try. */
  readonly go: Button | null;
  /** Null until somebody has tried the anchors. */
  readonly outcome: DataTable | null;
}

/** On the preview: try the anchors on a few responses before raters have to read all of them again. */
export function sampleOffer(
  sample: Sample,
  content: RubricContent,
  before: number,
  href: string,
): SampleOffer {
  const { done, size, open, responses } = sample;
  return {
    text:
      responses === 0
        ? `Before everything is rated again, give ${formatCount(size, 'settled response', 'settled responses')} a level under the draft yourself: drawn at random, without names, labels or the levels they have. Nobody’s score changes by it.`
        : `The draft was tried on ${formatCount(responses, 'response', 'responses')}; you rated ${done}. Editing an anchor begins this afresh.`,
    go:
      open.length === 0
        ? null
        : link(
            done === 0 ? `Try it on ${formatCount(size, 'response', 'responses')}` : 'Go on trying it',
            href,
          ),
    outcome: responses === 0 ? null : sampleTable(sample, content, before),
  };
}

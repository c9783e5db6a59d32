import { findItem } from '../../core/form/find-item.ts';
import type { Form } from '../../core/form/form.ts';
import {
  LEAST_DOUBLE_RATINGS_FOR_AGREEMENT,
  type CriterionAgreement,
  type ItemQuality,
  type MissingResponses,
} from '../../core/quality/quality-report.ts';
import type { RubricVersion } from '../../core/rubric/rubric.ts';
import type { Cell, Column, DataTable, Row } from '../../http/parts.ts';
import { coefficientSub, FLAG_WORDS, orDash, percent, two } from './quality-words.ts';

const text = (shown: string, sub: string | null = null): Cell => ({ kind: 'text', text: shown, sub });
const row = (cells: Cell[]): Row => ({ cells, lineAfter: null });
const columns = ([first = '', ...others]: readonly string[]): Column[] =>
  [first, ...others].map((label, index) => ({
    label,
    labelHidden: false,
    align: index === 0 ? 'start' : 'end',
    sort: null,
  }));

function tableOf(
  about: Pick<DataTable, 'id' | 'heading' | 'note' | 'rows'>,
  heads: readonly string[],
): DataTable {
  return { ...about, headingHidden: false, columns: columns(heads), empty: '', sortsInPlace: false };
}

const titleOf = (form: Form, itemId: string): string => findItem(form, itemId)?.title ?? itemId;

/** Every situation with what it does for the score; the flags are a reason to look, not to drop it. */
export function itemsTable(form: Form, items: readonly ItemQuality[], complete: number): DataTable {
  const rated = items.some(({ options }) => options.some(({ rating }) => rating !== null));
  const first = rated ? 'Agreement with the key' : 'Share of points';
  return tableOf(
    {
      id: 'items',
      heading: 'Situations',
      note: `From ${complete} attempts with every situation answered. ${first}: 1 is as the key says${rated ? ', 0 is no agreement' : ''}. Rest correlation: with the score of all other situations; below .15 a situation separates little. A flag is a reason to look at a situation, not to drop it.`,
      rows: items.map((item) =>
        row([
          text(titleOf(form, item.itemId)),
          text(two(item.difficulty)),
          text(two(item.sd)),
          text(orDash(item.withRest)),
          text(orDash(item.alphaWithout)),
          item.flags.length === 0
            ? text('None')
            : { kind: 'chips', chips: item.flags.map((flag) => ({ label: FLAG_WORDS[flag], look: 'warn' })) },
        ]),
      ),
    },
    ['Situation', first, 'SD', 'Rest correlation', 'Alpha without it', 'Flags'],
  );
}

/** What was not answered, and what could not be rated. */
export function missingTable(
  form: Form,
  missing: readonly MissingResponses[],
  about: { readonly id: string; readonly heading: string; readonly rated: boolean },
): DataTable {
  const share = (count: number, asked: number) => text(`${count}`, percent(count / asked));
  return tableOf(
    {
      id: about.id,
      heading: about.heading,
      note: `Of finished attempts. ${about.rated ? 'An empty response counts as the lowest level.' : 'Not answered or only in part.'}`,
      rows: missing.map((one) =>
        row([
          text(titleOf(form, one.itemId)),
          text(`${one.asked}`),
          share(one.missing, one.asked),
          ...(about.rated ? [share(one.unratable, one.asked)] : []),
        ]),
      ),
    },
    [
      about.rated ? 'Prompt' : 'Situation',
      'Asked',
      about.rated ? 'Empty' : 'Missing',
      ...(about.rated ? ['Not ratable'] : []),
    ],
  );
}

/** How the first two raters agreed; a criterion with too few double ratings says how many it has. */
export function agreementTable(rubric: RubricVersion, agreement: readonly CriterionAgreement[]): DataTable {
  const labelOf = (id: string) => rubric.criteria.find((criterion) => criterion.id === id)?.label ?? id;
  return tableOf(
    {
      id: 'agreement',
      heading: 'Agreement of raters',
      note: `The first two ratings of each response, given without knowledge of each other; third raters are left out. Below QWK, AC2 (from 60 responses on) and ICC: 90 % intervals. QWK: quadratic weighted kappa. AC2: Gwet, quadratic weights; it does not fall where most levels are alike. ICC: one rater, one-way, because the pairs differ. Words: rank correlation of level and length; high values ask whether raters reward length.`,
      rows: agreement.map((one) => row([text(labelOf(one.criterion)), ...agreementCells(one)])),
    },
    ['Criterion', 'n', 'Same level', 'At most one apart', 'QWK', 'AC2', 'ICC', 'Words'],
  );
}

function agreementCells(one: CriterionAgreement): Cell[] {
  if (one.n < LEAST_DOUBLE_RATINGS_FOR_AGREEMENT) {
    const few = text(`${one.n}`, `not enough yet (${one.n} of ${LEAST_DOUBLE_RATINGS_FOR_AGREEMENT})`);
    return [few, ...Array.from({ length: 6 }, () => text('–'))];
  }
  return [
    text(`${one.n}`),
    text(percent(one.exact)),
    text(percent(one.adjacent)),
    text(orDash(one.kappa.value), coefficientSub(one.kappa)),
    text(orDash(one.ac2.value), coefficientSub(one.ac2)),
    text(orDash(one.icc.value), coefficientSub(one.icc)),
    text(orDash(one.withWords)),
  ];
}

import type { Form } from '../../core/form/form.ts';
import type { Difference } from '../../core/rubric/list-differences.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
import type { Column, DataTable } from '../../http/parts.ts';

const PART: Readonly<Record<Difference['part'], string>> = {
  presence: 'criterion',
  prompts: 'prompts',
  definition: 'what it is about',
  anchor: 'anchor',
  weight: 'weight',
  place: 'place',
  label: 'name',
  'level-label': 'name of the level',
  example: 'example',
  'example-responses': 'Example responses',
};

interface Described {
  readonly id: string;
  readonly heading: string;
  readonly before: string;
  readonly after: string;
  readonly note: string | null;
}

/** Two rubrics side by side, only where they differ. */
export function differencesTable(
  differences: readonly Difference[],
  form: Form,
  { id, heading, before, after, note }: Described,
): DataTable {
  return {
    id,
    heading,
    headingHidden: false,
    note,
    columns: ['Where', before, after].map((label): Column => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: differences.map((difference) => ({
      lineAfter: null,
      cells: [
        { kind: 'text', text: whereIs(difference), sub: subOf(difference) },
        { kind: 'text', text: saidAs(difference, difference.before, form), sub: null },
        { kind: 'text', text: saidAs(difference, difference.after, form), sub: null },
      ],
    })),
    empty: 'Nothing differs.',
    sortsInPlace: false,
  };
}

const whereIs = ({ criterion, part }: Difference): string =>
  criterion === null ? PART[part] : criterion.label.trim() || 'A criterion without a name';

const subOf = ({ criterion, level, part }: Difference): string | null => {
  if (criterion === null) return null;
  return level === null ? PART[part] : `level ${level}, ${PART[part]}`;
};

function saidAs({ part }: Difference, value: string | null, form: Form): string {
  if (part === 'presence') return value === null ? 'not there' : 'there';
  if (part === 'weight') return value === null ? '–' : `${value} %`;
  if (part !== 'prompts') return value === null || value === '' ? '–' : value;
  if (value === null) return 'as the prompts name it';
  const titles = writtenPrompts(form)
    .filter((prompt) => value.split(' ').includes(prompt.id))
    .map(({ title }) => title);
  return titles.length === 0 ? 'in no prompt' : titles.join(', ');
}

import { compareWithAuthors } from '../../core/rating/compare-with-authors.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { LEVELS, type Criterion, type LevelNumber, type RubricVersion } from '../../core/rubric/rubric.ts';
import { errorOf, summaryFor, textOf, type FormState } from '../../http/form-state.ts';
import type { Breadcrumb, ErrorSummary, LevelCards, Link, Notice, PageHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { PracticeExample } from './practice-examples.ts';
import type { PracticeFields } from './requests.ts';

export interface PracticeInput {
  readonly requisition: Requisition;
  readonly rubric: RubricVersion;
  readonly examples: readonly PracticeExample[];
  /** Counted from 1. */
  readonly number: number;
  readonly fields: PracticeFields;
}

interface ComparedLevel {
  readonly criterion: string;
  readonly own: string;
  readonly authors: string;
  readonly verdict: string;
  readonly anchor: string;
  readonly cites: string;
  readonly because: string;
}

interface PracticeVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly about: Notice;
  readonly summary: ErrorSummary | null;
  readonly situation: {
    readonly text: string;
    readonly askA: string;
    readonly update: string;
    readonly askB: string;
  };
  readonly a: string;
  readonly b: string;
  readonly action: string;
  /** The cards to choose from; empty once levels were given. */
  readonly cards: readonly LevelCards[];
  readonly compared: readonly ComparedLevel[];
  readonly said: string | null;
  readonly next: Link | null;
}

const nameOf = ({ id }: Criterion): string => `level-${id}`;

/** One example to rate, or, with levels in the address, own levels beside the authors'. Nothing is stored. */
export function practicePage(input: PracticeInput, { example, prompt }: PracticeExample): PageReply {
  const { requisition, rubric, examples, number, fields } = input;
  const at = `/requisitions/${requisition.id}`;
  const criteria = rubric.criteria.filter(({ id }) => example.levels[id] !== undefined);
  const form = readForm(criteria, fields);
  const compared = form.problems.length === 0 && isGiven(fields) ? compare(criteria, input, example) : [];
  const done = compared.length > 0;
  const vm: PracticeVm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: at },
        { label: 'Anchors', href: `${at}/anchors` },
      ],
      here: `Example ${number} of ${examples.length}`,
    },
    header: { heading: prompt.title, sub: `Example ${number} of ${examples.length}`, chips: [], buttons: [] },
    about,
    summary: isGiven(fields) ? summaryFor(form) : null,
    situation: {
      text: prompt.situation,
      askA: prompt.stepA.ask,
      update: prompt.stepB.update,
      askB: prompt.stepB.ask,
    },
    a: example.a,
    b: example.b,
    action: `${at}/anchors/practice/${number}`,
    cards: done ? [] : criteria.map((criterion) => levelCards(criterion, form, isGiven(fields))),
    compared,
    said: done ? sayDifferences(compared) : null,
    next: done ? nextLink(at, number, examples.length) : null,
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rubric-practice/practice',
    title: `Example ${number}, ${requisition.title}`,
    simulated: requisition.simulated,
    ...(vm.summary === null ? {} : { status: 422 }),
    vm,
  };
}

const about: Notice = {
  look: 'info',
  heading: null,
  lines: [
    'Practice: nothing is stored and nobody sees what you choose. The levels beside yours are the authors’, not a panel’s.',
  ],
  links: [],
};

const isGiven = (fields: PracticeFields): boolean =>
  Object.keys(fields).some((name) => name.startsWith('level-'));

function readForm(criteria: readonly Criterion[], fields: PracticeFields): FormState {
  const open = criteria.filter((criterion) => levelIn(fields, criterion) === undefined);
  return {
    values: fields,
    problems: open.map((criterion) => ({
      field: nameOf(criterion),
      message: `Choose a level for ${criterion.label}.`,
    })),
  };
}

const levelIn = (fields: PracticeFields, criterion: Criterion): LevelNumber | undefined =>
  LEVELS.find((level) => String(level) === fields[nameOf(criterion)]);

function levelCards(criterion: Criterion, form: FormState, tried: boolean): LevelCards {
  const name = nameOf(criterion);
  return {
    id: name,
    name,
    label: criterion.label,
    hint: criterion.definition,
    error: tried ? errorOf(form, name) : null,
    value: textOf(form, name) || null,
    levels: criterion.levels.map(({ level, label, anchor }) => ({
      value: `${level}`,
      label: `${level} – ${label}`,
      anchor,
      example: null,
    })),
  };
}

function compare(
  criteria: readonly Criterion[],
  { fields }: PracticeInput,
  example: PracticeExample['example'],
): readonly ComparedLevel[] {
  const own = Object.fromEntries(criteria.map((criterion) => [criterion.id, levelIn(fields, criterion)]));
  const results = compareWithAuthors(example, own);
  return criteria.flatMap((criterion) =>
    results
      .filter((result) => result.criterion === criterion.id)
      .map(({ own: given, authors, apart, cites, because }) => ({
        criterion: criterion.label,
        own: levelWords(criterion, given),
        authors: levelWords(criterion, authors),
        verdict: apart === 0 ? 'The same level' : apart === 1 ? 'One level apart' : `${apart} levels apart`,
        anchor: criterion.levels.find(({ level }) => level === authors)?.anchor ?? '',
        cites,
        because,
      })),
  );
}

const levelWords = ({ levels }: Criterion, level: LevelNumber): string =>
  `${level} – ${levels.find((entry) => entry.level === level)?.label ?? ''}`;

function sayDifferences(compared: readonly ComparedLevel[]): string {
  const same = compared.filter(({ verdict }) => verdict === 'The same level').length;
  return `The same level on ${same} of ${compared.length} criteria.`;
}

const nextLink = (at: string, number: number, count: number): Link =>
  number < count
    ? { label: 'Next example', href: `${at}/anchors/practice/${number + 1}` }
    : { label: 'Back to the role', href: at };

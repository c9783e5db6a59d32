/** Shapes of the objects that the parts in views/parts take. All text is finished: formatted, in the reader's language. */

export type Link = { label: string; href: string };
export type NavLink = Link & { current: boolean };

type Look = 'primary' | 'plain' | 'quiet' | 'danger';
/** `dialog` opens the dialog part with that id; `submit` needs `form` only when it stands outside its form. */
export type Button =
  | { kind: 'link'; label: string; look: Look; href: string }
  | { kind: 'dialog'; label: string; look: Look; dialogId: string }
  | SubmitButton;
export type SubmitButton = {
  kind: 'submit';
  label: string;
  look: Look;
  name: string | null;
  value: string | null;
  form: string | null;
  /** Id of the element that the answer replaces when the script runs; the whole page comes back without it. */
  fragment: string | null;
  /** The rating key that presses it. */
  key: 'n' | 'p' | null;
};

export type Chip = { label: string; look: 'plain' | 'accent' | 'ok' | 'warn' | 'danger' };
export type Breadcrumb = { links: Link[]; here: string };
export type PageHeader = { heading: string; sub: string | null; chips: Chip[]; buttons: Button[] };
export type CardHeader = { id: string; heading: string; note: string | null; buttons: Button[] };
export type Notice = {
  look: 'info' | 'ok' | 'warn' | 'danger';
  heading: string | null;
  lines: string[];
  links: Link[];
};
export type EmptyState = { heading: string; text: string; buttons: Button[] };
export type Tabs = { label: string; links: NavLink[] };

type Control = { id: string; name: string; label: string; hint: string | null; error: string | null };
export type Field = Control & {
  type: 'text' | 'email' | 'password' | 'number' | 'date' | 'search';
  value: string;
  required: boolean;
  autocomplete: string | null;
  min: string | null;
  max: string | null;
};
export type Textarea = Control & {
  value: string;
  rows: number;
  required: boolean;
  words: { limit: number; text: string } | null;
  key: 'e' | null;
};
type Choice = { value: string; label: string };
export type Select = Control & { value: string; options: Choice[] };
export type Checkbox = Control & { value: string; checked: boolean };
export type RadioCards = Control & {
  value: string | null;
  required: boolean;
  options: (Choice & { hint: string | null })[];
};
export type CheckboxList = Control & { options: (Choice & { hint: string | null; checked: boolean })[] };
/** Points in order; the first and the last label also stand at the two ends of the row. */
export type Scale = Control & { value: string | null; points: Choice[] };
export type LevelCards = Control & {
  value: string | null;
  levels: (Choice & { anchor: string; example: string | null })[];
};
/** Up and down are submit buttons named `up` and `down` with the item's value; `number` adds a number box. */
export type RankList = {
  id: string;
  label: string;
  hint: string | null;
  error: string | null;
  name: string;
  items: (Choice & { number: { name: string; value: string } | null })[];
  unit: string | null;
  total: string | null;
};
export type ErrorSummary = { heading: string; errors: { text: string; fieldId: string }[] };
export type CopyLink = {
  id: string;
  label: string;
  hint: string | null;
  value: string;
  copyLabel: string;
  copied: string;
};

export type FilterBar = {
  label: string;
  action: string;
  controls: (
    | { kind: 'select'; select: Select }
    | { kind: 'field'; field: Field }
    | { kind: 'checkbox'; checkbox: Checkbox }
  )[];
  keep: { name: string; value: string }[];
  apply: string;
  clear: Link | null;
};
export type Menu = { label: string; links: NavLink[] };
export type SavedViews = { label: string; views: NavLink[]; save: Button | null };
export type Pagination = { label: string; text: string; previous: Link | null; next: Link | null };

export type Cell =
  | { kind: 'text'; text: string; sub: string | null }
  | { kind: 'link'; text: string; href: string; sub: string | null }
  | { kind: 'chips'; chips: Chip[] }
  | { kind: 'heat'; text: string; step: 1 | 2 | 3 | 4 | 5 | 6 | 7 }
  | { kind: 'level'; text: string; level: 1 | 2 | 3 | 4 | 5 }
  | { kind: 'check'; id: string; name: string; value: string; label: string; checked: boolean }
  | { kind: 'buttons'; buttons: Button[] };
export type Column = {
  label: string;
  labelHidden: boolean;
  align: 'start' | 'centre' | 'end';
  sort: { href: string; direction: 'ascending' | 'descending' | null } | null;
};
/** `lineAfter` draws a line below the row and says what it parts. */
export type Row = { cells: Cell[]; lineAfter: string | null };
export type DataTable = {
  id: string;
  heading: string;
  headingHidden: boolean;
  note: string | null;
  columns: Column[];
  rows: Row[];
  empty: string;
  /** True only where every row is on the page; otherwise the header links fetch the order. */
  sortsInPlace: boolean;
};
export type DefinitionList = { items: { term: string; cell: Cell }[] };

/** `svg` is the finished chart from src/presentation, with its own title and desc. */
export type Figure = {
  svg: string;
  legend: { label: string; series: 1 | 2 | 3 | 4 | 5 }[];
  conclusion: string;
  table: { summary: string; head: string[]; rows: string[][] };
};

/** Whom candidates ask, within what time they get an answer, and who helps when a page does not work. */
export type CandidateContact = {
  name: string;
  email: string;
  href: string;
  answer: string | null;
  technicalHelp: { text: string; href: string | null } | null;
};

export type Timer = {
  label: string;
  text: string;
  endsAt: string | null;
  /** What stands there for whoever has no script, which keeps the words right. */
  ends: string;
  /** The last minutes, in which the clock comes back. */
  late: boolean;
  now: string;
  hide: string;
  show: string;
};
export type SaveState = { text: string; state: 'saved' | 'saving' | 'offline' | 'stop' };
export type SlimHeader = { brand: string; timer: Timer | null; saveState: SaveState | null };
export type Progress = { section: string | null; label: string; value: number; max: number };
export type Dialog = {
  id: string;
  heading: string;
  lines: string[];
  /** Null where the confirming button belongs to a form of the page, whose fields it sends. */
  action: string | null;
  textareas: Textarea[];
  confirm: SubmitButton;
  close: string;
};
/** Which keys act in the rating area; shown only when the script runs. */
export type RatingKeys = { label: string; keys: { keys: string[]; text: string }[] };

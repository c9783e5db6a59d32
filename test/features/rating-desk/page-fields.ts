import type { Reply } from '../../../src/http/reply.ts';

/** Every path to a value in a page's model; members of a list are one, and an empty list has none. */
function pathsOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${at}[]`));
  if (value === null || typeof value !== 'object' || value instanceof Date) return [at];
  return Object.entries(value).flatMap(([name, one]) => pathsOf(one, at === '' ? name : `${at}.${name}`));
}

export function fieldsOf(reply: Reply): string[] {
  if (reply.kind !== 'page' && reply.kind !== 'refused') throw new Error(`no page: ${reply.kind}`);
  const { kind: _kind, ...said } = reply;
  const { layout: _layout, view: _view, status: _status, ...given } = { layout: '', view: '', ...said };
  return [...new Set(pathsOf(given))].sort();
}

export const under = (at: string, names: readonly string[]) => names.map((name) => `${at}.${name}`);
export const LINK = (at: string) => under(at, ['href', 'label']);
export const SUBMIT = (at: string) =>
  under(at, ['form', 'fragment', 'key', 'kind', 'label', 'look', 'name', 'value']);
export const TEXTAREA = (at: string) =>
  under(at, ['error', 'hint', 'id', 'key', 'label', 'name', 'required', 'rows', 'value', 'words']);
export const LEVEL_CARDS = (at: string) => [
  ...under(at, ['error', 'hint', 'id', 'label', 'name', 'value']),
  ...under(`${at}.levels[]`, ['anchor', 'example', 'label', 'value']),
];
export const RESPONSE = (at: string) =>
  under(at, ['a', 'askA', 'askB', 'b', 'situation', 'title', 'update', 'words']);
export const KEYS = (at: string) => under(at, ['keys[].keys[]', 'keys[].text', 'label']);
export const NOTICE = (at: string) => under(at, ['heading', 'lines[]', 'look']);
export const HEADER = (at: string) => under(at, ['heading', 'sub']);
export const BREADCRUMB = (at: string) => [`${at}.here`, ...LINK(`${at}.links[]`)];
export const TABLE = (at: string) => [
  ...under(at, ['empty', 'heading', 'headingHidden', 'id', 'note', 'sortsInPlace']),
  ...under(`${at}.columns[]`, ['align', 'label', 'labelHidden', 'sort']),
  `${at}.rows[].lineAfter`,
];
/** Cells of a table that have these fields, in whatever kinds they come. */
export const CELLS = (at: string, names: readonly string[]) => under(`${at}.rows[].cells[]`, names);
export const FRAME = ['simulated', 'title'];

/** A response to rate, without what depends on its state: draft of another window, break, problems. */
export const RATE_PAGE = [
  ...FRAME,
  ...under('vm', ['action', 'draft', 'form', 'heading', 'place', 'saved', 'words']),
  ...BREADCRUMB('vm.breadcrumb'),
  ...LEVEL_CARDS('vm.criteria[].levels'),
  ...TEXTAREA('vm.criteria[].quote'),
  ...under('vm.dialogs[].dialog', ['action', 'close', 'heading', 'id', 'lines[]']),
  ...SUBMIT('vm.dialogs[].dialog.confirm'),
  'vm.dialogs[].open',
  ...KEYS('vm.keys'),
  ...SUBMIT('vm.next'),
  ...SUBMIT('vm.previous'),
  ...under('vm.progress', ['label', 'max', 'section', 'value']),
  ...TEXTAREA('vm.reason'),
  ...RESPONSE('vm.response'),
  ...under('vm.unratable', ['error', 'hint', 'id', 'label', 'name', 'value']),
  ...under('vm.unratable.options[]', ['label', 'value']),
];

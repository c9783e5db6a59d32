import ejs from 'ejs';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeText } from './escape-text.ts';

/** What a view can name. */
type Names = Readonly<Record<string, unknown>>;
type Template = (names: Names) => string;
export type RenderView = (view: string, names: Names) => string;

interface View {
  readonly text: string;
  /** The files that it includes, by the path as written. */
  readonly parts: Map<string, string>;
  /** Compiled for each set of names that it is rendered with, which are few: every include writes them out. */
  readonly templates: Map<string, Template>;
  /** What was made of an object, where the view is included with nothing else. */
  readonly made: WeakMap<object, string>;
}

/**
 * Renders the views of a folder. A view that is included sees `vm`, `chrome` and what it is given, nothing else.
 * EJS alone would look for the file, copy all names and search them through `with` at each of the hundreds of includes
 * of a list, which was most of the work of a page.
 */
export function createViews(folder: string): RenderView {
  const views = new Map<string, View>();

  function render(file: string, names: Names): string {
    const view = kept(views, file, () => readView(file));
    const partAt = (path: string): string => kept(view.parts, path, () => join(dirname(file), `${path}.ejs`));
    const include = (path: string, given: Names = {}): string =>
      render(partAt(path), { vm: names['vm'], chrome: names['chrome'], ...given });
    /** Of an object alone, which never changes: made once, as long as somebody else keeps it. */
    const includeOnce = (path: string, name: string, value: object): string => {
      const part = partAt(path);
      const { made } = kept(views, part, () => readView(part));
      return kept(made, value, () => inOnePiece(render(part, { [name]: value })));
    };
    const seen = { ...names, include, includeOnce };
    const template = kept(view.templates, Object.keys(seen).join(), () => compile(file, view.text, seen));
    return template(seen);
  }

  return (view, names) => render(join(folder, `${view}.ejs`), names);
}

const readView = (file: string): View => ({
  text: readFileSync(file, 'utf8'),
  parts: new Map(),
  templates: new Map(),
  made: new WeakMap(),
});

/** Only the listed names are read from what it gets, so a copy without prototype would protect nothing more. */
function compile(filename: string, text: string, names: Names): Template {
  const options = {
    filename,
    escape: escapeText,
    _with: false,
    destructuredLocals: Object.keys(names),
    unsafePrototypeLocals: true,
  };
  return ejs.compile(text, options);
}

/** A text that was put together is a chain of its parts, which every page that holds it would go through again. */
const inOnePiece = (text: string): string => Buffer.from(text).toString();

interface Keeping<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function kept<Key, Value>(map: Keeping<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

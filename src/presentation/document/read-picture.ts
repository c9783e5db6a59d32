/** One shape of a chart with its attributes as they are written; text only where the shape is one. */
export interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Title and description: what the picture says. */
  readonly alternative: string;
  readonly shapes: readonly Shape[];
}

const ELEMENT = /<([a-z]+)((?: [\w:-]+="[^"<>]*")*)(?:\/>|>([^<]*)<\/\1>)/g;
const SVG = /^<svg((?: [\w:-]+="[^"<>]*")*)>(.*)<\/svg>$/s;

/** Reads what `charts` draws: one `svg`, and in it elements that hold text or nothing. Anything else is a fault. */
export function readPicture(svg: string): Picture {
  const [, head, inside] = SVG.exec(svg) ?? [];
  if (head === undefined || inside === undefined) throw new Error('this is not a picture of ours');
  const elements = [...inside.matchAll(ELEMENT)].map(([, name = '', attributes = '', text = '']): Shape => ({
    name,
    attributes: readAttributes(attributes),
    text: plain(text),
  }));
  if (inside.replace(ELEMENT, '').trim() !== '')
    throw new Error('a picture holds markup that we do not draw');
  const { width, height } = readAttributes(head);
  const isWords = ({ name }: Shape): boolean => name === 'title' || name === 'desc';
  return {
    width: Number(width),
    height: Number(height),
    alternative: elements
      .filter(isWords)
      .map(({ text }) => text)
      .join('. '),
    shapes: elements.filter((shape) => !isWords(shape)),
  };
}

const readAttributes = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]),
  );

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const plain = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => SIGNS[name] ?? '');

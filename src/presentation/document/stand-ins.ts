import { INK, MARGIN, type Paper, type Pdf } from './pdf-paper.ts';

/** Stands where a character cannot be shown. */
export const STAND_IN = '\uFFFD';

/** In every sentence about them: where they can be read. */
export const SHOWN_ELSEWHERE = 'The page in Attune, CSV and JSON show them.';

type Counts = ReadonlyMap<Pdf['page'], number>;

/** Counts how many stand on each page as it is drawn, because a text may go on over several. */
export function countStandIns(pdf: Pdf): Counts {
  const counts = new Map<Pdf['page'], number>();
  // Called for each piece of a line; nothing public is told where a line came to stand.
  const drawing = pdf as unknown as { _fragment(text: string, ...rest: readonly unknown[]): void };
  const draw = drawing._fragment.bind(pdf);
  drawing._fragment = (text, ...rest) => {
    const found = text.split(STAND_IN).length - 1;
    if (found > 0) counts.set(pdf.page, (counts.get(pdf.page) ?? 0) + found);
    draw(text, ...rest);
  };
  return counts;
}

/** Says below each page on which some stand how many they are. */
export function sayStandIns({ pdf, structure }: Paper, counts: Counts): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    const found = counts.get(pdf.page) ?? 0;
    if (found === 0) continue;
    const draw = (): void => {
      say(pdf, page + 1, found);
    };
    structure.add(pdf.struct('P', {}, [draw]));
  }
}

/** In one line, which the narrowest page has room for. */
function say(pdf: Pdf, page: number, found: number): void {
  const characters =
    found === 1
      ? '1 character (a question mark in a diamond) is'
      : `${found} characters (question marks in diamonds) are`;
  pdf.font('regular').fontSize(7.5).fillColor(INK);
  pdf.text(
    `Page ${page}: ${characters} not in the typeface of this file. ${SHOWN_ELSEWHERE}`,
    MARGIN,
    pdf.page.height - MARGIN + 4,
    { lineBreak: false },
  );
}

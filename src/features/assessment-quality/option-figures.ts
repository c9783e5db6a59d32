import { findItem } from '../../core/form/find-item.ts';
import type { Form } from '../../core/form/form.ts';
import type { ItemQuality } from '../../core/quality/quality-report.ts';
import type { Figure } from '../../http/parts.ts';
import { drawOptionBars } from '../../presentation/charts/draw-option-bars.ts';
import { orDash, two } from './quality-words.ts';

export interface OptionFigure {
  readonly summary: string;
  readonly figure: Figure;
}

/** How the options of every situation were taken, folded away by situation. */
export function optionFigures(form: Form, items: readonly ItemQuality[]): readonly OptionFigure[] {
  return items.flatMap((item, index) => {
    const asked = findItem(form, item.itemId);
    if (asked === null || asked.kind === 'written-response') return [];
    const rated = item.options.some(({ rating }) => rating !== null);
    const options = item.options.map(({ optionId, best, withRest, rating }, place) => ({
      letter: String.fromCharCode(65 + place),
      text: asked.options.find(({ id }) => id === optionId)?.text ?? optionId,
      share: best,
      figures: [
        orDash(withRest),
        ...(rated ? [rating === null ? '–' : `${two(rating.mean)} (${two(rating.sd)})`] : []),
      ],
    }));
    const figure = drawOptionBars({
      id: `options-${index + 1}`,
      title: `Options of “${asked.title}”`,
      options,
      figureNames: ['Correlation with the rest', ...(rated ? ['Mean rating (SD)'] : [])],
      conclusion: rated
        ? 'Each bar is the share of people who rated that option above all others; ties count for none.'
        : 'Each bar is the share of people who took that option for the best.',
    });
    return [{ summary: `${index + 1}. ${asked.title}`, figure }];
  });
}

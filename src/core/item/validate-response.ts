import { validateBestWorst } from './best-worst/validate-response.ts';
import type { Item } from './item.ts';
import { validatePickOne } from './pick-one/validate-response.ts';
import { validateRankOptions } from './rank-options/validate-response.ts';
import { validateRateOptions } from './rate-options/validate-response.ts';
import type { ResponseCheck } from './response-check.ts';
import { validateWrittenResponse } from './written-response/validate-response.ts';

/**
 * An untrusted value as a canonical response to an item, or the reason why it is none. Half-finished values are valid:
 * everything a candidate has done so far can be saved.
 */
export function validateResponse(item: Item, raw: unknown): ResponseCheck {
  switch (item.kind) {
    case 'rate-options':
      return validateRateOptions(item, raw);
    case 'best-worst':
      return validateBestWorst(item, raw);
    case 'pick-one':
      return validatePickOne(item, raw);
    case 'rank-options':
      return validateRankOptions(item, raw);
    case 'written-response':
      return validateWrittenResponse(raw);
  }
}

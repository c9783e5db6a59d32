import { z } from 'zod';
import type { ItemId, OptionId } from '../core/kernel/ids.ts';
import { decimal, idOf, oneOf, strictFile, text } from './shape-parts.ts';

/** `keys.yaml`: secret. Values are means on the candidates' scale of 1 to 7. */
export const KeysShape = strictFile({
  status: oneOf(['author', 'panel']),
  items: z.record(
    idOf<ItemId>(),
    strictFile({
      /** Of best/worst situations only: the same as the highest and the lowest value, written out for the reader. */
      best: idOf<OptionId>().optional(),
      worst: idOf<OptionId>().optional(),
      options: z.record(
        idOf<OptionId>(),
        strictFile({ value: decimal(1, 7), rationale: text }),
        'must name the options',
      ),
    }),
    'must name the situations',
  ),
});

const planned = strictFile({ reliability: decimal(0, 1), sd: decimal(0.1, 50), source: text });

/** `precision.yaml`: planning values, used and called assumed until the organisation's own data establish better. */
export const PrecisionShape = strictFile({ judgment: planned, written: planned });

export type AuthoredKeys = z.output<typeof KeysShape>;
export type PlanningPrecision = z.output<typeof PrecisionShape>;

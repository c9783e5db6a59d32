import { distributions } from './distributions.ts';
import { chanceCorrected } from './chance-corrected.ts';
import { adjudications } from './adjudications.ts';
import { adverseImpact } from './adverse-impact.ts';
import { itemFunctionings } from './item-functionings.ts';
import { biasAudits } from './bias-audits.ts';
import { raters } from './raters.ts';
import { twoRaters } from './two-raters.ts';
import { intraclassCorrelations } from './intraclass-correlations.ts';
import { norms } from './norms.ts';
import { composites } from './composites.ts';
import { expertKeys } from './expert-keys.ts';
import { pickedOptions } from './picked-options.ts';
import { rankedOptions } from './ranked-options.ts';
import { ratedOptions } from './rated-options.ts';
import { reliabilities } from './reliabilities.ts';
import { designs } from './designs.ts';
import { errorsOfMeasurement } from './errors-of-measurement.ts';
import { factorReliabilities } from './factor-reliabilities.ts';
import { items } from './items.ts';
import { links } from './links.ts';
import type { Statistic } from './statistic.ts';

/** The statistic of every case that is known, by the id of the catalogue. */
export const statistics: Readonly<Partial<Record<string, Statistic>>> = {
  ...distributions,
  ...composites,
  ...norms,
  ...pickedOptions,
  ...ratedOptions,
  ...rankedOptions,
  ...expertKeys,
  ...reliabilities,
  ...designs,
  ...errorsOfMeasurement,
  ...factorReliabilities,
  ...items,
  ...links,
  ...intraclassCorrelations,
  ...twoRaters,
  ...chanceCorrected,
  ...raters,
  ...adjudications,
  ...adverseImpact,
  ...biasAudits,
  ...itemFunctionings,
};

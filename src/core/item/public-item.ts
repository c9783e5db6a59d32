import { publicBestWorst, type PublicBestWorst } from './best-worst/public-item.ts';
import type { Item } from './item.ts';
import { publicPickOne, type PublicPickOne } from './pick-one/public-item.ts';
import { publicRankOptions, type PublicRankOptions } from './rank-options/public-item.ts';
import { publicRateOptions, type PublicRateOptions } from './rate-options/public-item.ts';
import { publicWrittenResponse, type PublicWrittenResponse } from './written-response/public-item.ts';

export type PublicItem =
  PublicRateOptions | PublicBestWorst | PublicPickOne | PublicRankOptions | PublicWrittenResponse;

/** What of an item may stand on a candidate's page. A new kind does not compile until it says so here. */
export function publicItem(item: Item): PublicItem {
  switch (item.kind) {
    case 'rate-options':
      return publicRateOptions(item);
    case 'best-worst':
      return publicBestWorst(item);
    case 'pick-one':
      return publicPickOne(item);
    case 'rank-options':
      return publicRankOptions(item);
    case 'written-response':
      return publicWrittenResponse(item);
  }
}

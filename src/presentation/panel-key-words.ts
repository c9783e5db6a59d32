import type { PanelKey } from '../core/requisition/requisition.ts';
import { formatDate } from './format-date.ts';

/** Where a panel's key comes from. */
export const panelKeyWords = ({ experts, publishedAt }: PanelKey): string =>
  `key of an expert panel, ${experts} experts, published on ${formatDate(publishedAt)}`;

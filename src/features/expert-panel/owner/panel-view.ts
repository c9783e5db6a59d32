import type { ExpertPanel } from '../../../core/expert-panel/expert-panel.ts';
import type { InvitedExpert } from '../../../store/panel-expert-store.ts';

/** What the page of a panel shows. */
export interface PanelView {
  readonly panel: ExpertPanel;
  readonly experts: readonly InvitedExpert[];
  readonly edition: number;
  /** The shelf has another edition by now. */
  readonly overtaken: boolean;
  readonly linkOf: (expert: InvitedExpert) => string;
  readonly now: Date;
}

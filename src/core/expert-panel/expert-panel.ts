import type {
  AssessmentId,
  ExpertPanelId,
  FormVersionId,
  ItemId,
  KeyVersionId,
  OptionId,
  OrganisationId,
  PanelExpertId,
  PersonId,
  RequisitionId,
} from '../kernel/ids.ts';

/** Fewer make no key, whatever an owner asks for. */
export const FEWEST_EXPERTS = 6;
/** What is asked for unless an owner says otherwise. */
export const USUAL_EXPERTS = 10;
export const MOST_EXPERTS = 100;

/** An expert whose ratings are not counted, by somebody's decision and never by itself. */
export interface LeftOut {
  readonly expertId: PanelExpertId;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Date;
}

interface PanelPublication {
  readonly keyVersionId: KeyVersionId;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Date;
  readonly experts: number;
}

/** How far roles have come with the published key; null before a publication and when all is done. */
export interface KeyAdoption {
  /** Roles whose people are still to be brought up to date; null until the roles were gone through. */
  readonly left: readonly RequisitionId[] | null;
  /** Label of the last applicant who was, in the first of them. */
  readonly walkedTo: string;
}

/** People who know the job and rate the options of one form, to make its key. */
export interface ExpertPanel {
  readonly id: ExpertPanelId;
  readonly organisationId: OrganisationId;
  readonly assessmentId: AssessmentId;
  readonly assessmentTitle: string;
  readonly formVersionId: FormVersionId;
  /** The author key, for what it says of dimensions and to be compared with. */
  readonly authorKeyId: KeyVersionId;
  readonly needed: number;
  readonly closesAt: Date;
  /** Closed: nobody rates any more, and the ratings may be looked at. */
  readonly state: 'open' | 'closed' | 'published' | 'given-up';
  readonly createdBy: PersonId;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly leftOut: readonly LeftOut[];
  readonly publication: PanelPublication | null;
  readonly adoption: KeyAdoption | null;
  readonly rev: number;
}

export const JOB_RELATIONS = ['does-it', 'leads-it', 'trains-it', 'knows-it'] as const;

/** What an expert says of themself. */
export interface Background {
  readonly relation: (typeof JOB_RELATIONS)[number];
  readonly years: number;
}

export type OptionRatings = Readonly<Record<OptionId, number>>;

/** What an expert gave to one situation; `rev` counts its saves. */
export interface RatedSituation {
  readonly rev: number;
  readonly ratings: OptionRatings;
}

/** Somebody who comes by link and rates alone. Contact details are kept apart and deleted some time after the panel. */
export interface PanelExpert {
  readonly id: PanelExpertId;
  readonly organisationId: OrganisationId;
  readonly panelId: ExpertPanelId;
  readonly linkVersion: number;
  readonly state: 'invited' | 'taking-part' | 'handed-in' | 'withdrawn';
  readonly background: Background | null;
  readonly agreedAt: Date | null;
  readonly situations: Readonly<Record<ItemId, RatedSituation | undefined>>;
  readonly handedInAt: Date | null;
}

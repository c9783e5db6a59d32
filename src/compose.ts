import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Config } from './config.ts';
import type { AuthoredAssessment } from './content/authored-assessment.ts';
import { authoredCalibration } from './content/authored-calibration.ts';
import { keyedForms } from './content/keyed-forms.ts';
import { planningValues } from './content/planning-values.ts';
import { publicForms } from './content/public-forms.ts';
import type { ApplicantId } from './core/kernel/ids.ts';
import type { Actor } from './core/person/person.ts';
import type { Deps, KeyDeps } from './deps.ts';
import { adjustmentFollowUps } from './features/adjustments/follow-ups.ts';
import { runBulkActions } from './features/applicant-comparison/bulk/run-bulk-actions.ts';
import { runImports } from './features/applicant-import/run-imports.ts';
import { resumeAnalyses } from './features/assessment-quality/resume-analyses.ts';
import { workOffAnalyses } from './features/assessment-quality/work-off-analyses.ts';
import { closeOverdueAttempts } from './features/candidate-attempt/close-overdue.ts';
import { attemptFollowUps } from './features/candidate-attempt/follow-ups.ts';
import { remindUnfinished } from './features/candidate-attempt/remind-unfinished.ts';
import { eraseRetained } from './features/erasure/erase-retained.ts';
import { erasureFollowUps } from './features/erasure/follow-ups.ts';
import { sweepErasures } from './features/erasure/sweep-erasures.ts';
import { forgetExperts } from './features/expert-panel/forget-experts.ts';
import { invitationFollowUps } from './features/invitations/follow-ups.ts';
import { deliverMails } from './features/mail-delivery/deliver-mails.ts';
import { mailFollowUps } from './features/mail-delivery/follow-ups.ts';
import { watchOutages } from './features/outages/watch-outages.ts';
import { raterTrainingFollowUps } from './features/rater-training/follow-ups.ts';
import { ratingFollowUps } from './features/rating-desk/follow-ups.ts';
import { remindRaters } from './features/rating-desk/remind-raters.ts';
import { adoptPanelKeys } from './features/scoring/adopt-panel-keys.ts';
import { adoptRubricVersions } from './features/scoring/adopt-rubric-version.ts';
import { beginDueRatings } from './features/scoring/begin-due-ratings.ts';
import { scoringFollowUps } from './features/scoring/follow-ups.ts';
import { readAssets } from './http/assets.ts';
import type { ErasedContact } from './http/erased-reply.ts';
import type { HttpDeps } from './http/http-deps.ts';
import { joinFollowUps } from './ops/join-follow-ups.ts';
import type { Logger } from './ops/logger.ts';
import { createPasswords } from './ops/password.ts';
import { createRelay } from './ops/relay.ts';
import { createRunner } from './ops/run-soon.ts';
import { newLabel, sha256 } from './ops/secrets.ts';
import { createMailer } from './ops/smtp.ts';
import { createCalibrationSetStore } from './store/calibration-set-store.ts';
import type { Connection } from './store/connection.ts';
import { missingIndexes } from './store/indexes.ts';
import { createKeyVersionStore } from './store/key-version-store.ts';
import { createPanelExpertStore } from './store/panel-expert-store.ts';
import { createStores, type Stores } from './store/stores.ts';
import { createWebSessionStore } from './store/web-session-store.ts';

/** The folder that holds package.json, views and public, whether the code runs from src or from dist. */
export const projectRoot = dirname(createRequire(import.meta.url).resolve('../package.json'));

interface Surroundings {
  readonly config: Config;
  readonly secret: string;
  readonly connection: Connection;
  readonly shelf: readonly AuthoredAssessment[];
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Computes the figures of assessments in a thread of its own; without it that is done here, as tests do. */
  readonly analyse?: () => Promise<unknown>;
}

/** Work that main.ts repeats; tests call it themselves. */
interface Job {
  readonly name: string;
  readonly ms: number;
  readonly work: () => Promise<unknown>;
  /** Done before each turn, and before the first request; tests, which move the clock, do it themselves. */
  readonly before?: () => Promise<void>;
  /** Done once right after the start, not only when its time has passed. */
  readonly atStart?: true;
}

interface Composed {
  readonly deps: Deps;
  readonly keys: KeyDeps;
  readonly http: HttpDeps;
  readonly jobs: readonly Job[];
}

/** Puts the product together around one connection: main.ts with the real clock, tests with their own. */
export function compose(around: Surroundings): Composed {
  const stores = createStores(around.connection);
  const keyVersions = createKeyVersionStore(around.connection);
  const calibration = authoredCalibration(around.shelf, sha256);
  const calibrationSets = createCalibrationSetStore(around.connection);
  const panelExperts = createPanelExpertStore(around.connection);
  const scoring = { clock: around.clock, logger: around.logger, stores, keyVersions };
  const deps: Deps = {
    root: projectRoot,
    config: around.config,
    secret: around.secret,
    clock: around.clock,
    logger: around.logger,
    passwords: createPasswords(),
    relay: createRelay({
      sources: [...relaySources(stores), calibrationSets.relaySource, panelExperts.relaySource],
      followUps: joinFollowUps([
        attemptFollowUps({ clock: around.clock, stores }),
        // First, so that no fault of another capability holds back time that was promised.
        adjustmentFollowUps(scoring),
        scoringFollowUps(scoring),
        ratingFollowUps(scoring),
        raterTrainingFollowUps(scoring, { calibration, calibrationSets }),
        erasureFollowUps(scoring),
        invitationFollowUps({ stores }),
        mailFollowUps({ config: around.config, stores }),
      ]),
      record: (event) => stores.audit.record(event),
      logger: around.logger,
    }),
    imports: createRunner(() => runImports(deps)),
    bulkActions: createRunner(() => runBulkActions(deps)),
    analyses: createRunner(async () => {
      await (around.analyse ?? (() => workOffAnalyses(scoring)))();
    }),
    outages: createRunner(() => watchOutages(deps)),
    mailer: around.config.smtpUrl === null ? null : createMailer(around.config.smtpUrl),
    stores,
    forms: publicForms(around.shelf),
    planning: planningValues(around.shelf),
    setUpCode: `${newLabel()}-${newLabel()}`,
  };
  return {
    deps,
    keys: {
      keyedForms: keyedForms(around.shelf),
      keyVersions,
      calibration,
      calibrationSets,
      panelExperts,
    },
    http: httpDeps(deps, around.connection),
    jobs: [
      {
        name: 'closing of overdue attempts',
        ms: 5000,
        before: () => deps.outages.soon(),
        work: () => closeOverdueAttempts(deps),
      },
      // By itself too: closing many attempts takes long and is no silence.
      { name: 'signs of life', ms: 4000, work: () => deps.outages.soon() },
      { name: 'rating of timed-out attempts', ms: 60_000, work: () => beginDueRatings(scoring) },
      { name: 'change to new rubric versions', ms: 5000, work: () => adoptRubricVersions(scoring) },
      { name: 'change to keys of expert panels', ms: 5000, work: () => adoptPanelKeys(scoring) },
      {
        name: 'deletion of experts’ addresses',
        ms: 3_600_000,
        work: () => forgetExperts({ stores, clock: around.clock, panelExperts }),
        atStart: true,
      },
      { name: 'second look after erasures', ms: 30_000, work: () => sweepErasures(deps) },
      { name: 'erasure after closing', ms: 300_000, work: () => eraseRetained(deps), atStart: true },
      { name: 'reminders of unfinished attempts', ms: 60_000, work: () => remindUnfinished(deps) },
      { name: 'reminders of raters', ms: 60_000, work: () => remindRaters(deps) },
      { name: 'delivery of mail', ms: 3000, work: () => deliverMails(deps) },
      { name: 'invitations of imports', ms: 5000, work: () => deps.imports.soon(), atStart: true },
      { name: 'actions for several', ms: 3000, work: () => deps.bulkActions.soon(), atStart: true },
      { name: 'relay catch-up', ms: 2000, work: () => deps.relay.catchUp() },
      { name: 'analysis of assessments', ms: 600_000, work: () => deps.analyses.soon(), atStart: true },
      { name: 'analyses that were cut off', ms: 60_000, work: () => resumeAnalyses(deps) },
    ],
  };
}

/** Every aggregate that tells others what happened to it; the agreements on levels, a key, are not among the stores. */
const relaySources = (stores: Stores) => [
  stores.organisations.relaySource,
  stores.people.relaySource,
  stores.requisitions.relaySource,
  stores.applicants.relaySource,
  stores.applicantImports.relaySource,
  stores.bulkActions.relaySource,
  stores.draws.relaySource,
  stores.attempts.relaySource,
  stores.lookAgains.relaySource,
  stores.askedPeople.relaySource,
  stores.independentViews.relaySource,
  stores.scorecards.relaySource,
  stores.ownResults.relaySource,
  stores.rubrics.relaySource,
  stores.rubricDrafts.relaySource,
  stores.ratingBatches.relaySource,
  stores.ratingTasks.relaySource,
  stores.ratingConflicts.relaySource,
  stores.responseReports.relaySource,
  stores.reuseConsents.relaySource,
  stores.realResponses.relaySource,
  stores.adjustmentRequests.relaySource,
  stores.raterCertifications.relaySource,
  stores.expertPanels.relaySource,
  stores.normGroups.relaySource,
  stores.referenceConstants.relaySource,
];

function httpDeps(deps: Deps, connection: Connection): HttpDeps {
  const { stores } = deps;
  return {
    root: deps.root,
    asset: readAssets(deps.root),
    config: deps.config,
    secret: deps.secret,
    clock: deps.clock,
    logger: deps.logger,
    webSessionStore: createWebSessionStore(connection),
    findActor: (personId, signInVersion) => findActor(stores, personId, signInVersion),
    findRequisition: (organisationId, id) => stores.requisitions.find(organisationId, id),
    findBoundAttempt: (id, binding) => stores.attempts.findBound(id, binding),
    findErased: (id) => findErased(stores, id),
    notReady: () => notReady(connection),
    organisationName: (id) => stores.organisations.findName(id),
  };
}

async function findErased(stores: Stores, id: ApplicantId): Promise<ErasedContact | null> {
  const applicant = await stores.applicants.findByLink(id);
  if (applicant === null || applicant.state === 'active') return null;
  const organisation = await stores.organisations.find(applicant.organisationId);
  if (organisation === null) return null;
  const { name, contactName, contactEmail } = organisation;
  return { organisation: name, name: contactName, email: contactEmail };
}

/** A closed account and a sign-out everywhere end a web session with its next request. */
async function findActor(stores: Stores, personId: string, signInVersion: number): Promise<Actor | null> {
  const credentials = await stores.people.findCredentials(personId);
  if (credentials?.person.state !== 'active' || credentials.signInVersion !== signInVersion) return null;
  const { id, organisationId, name, roles } = credentials.person;
  return { personId: id, organisationId, name, roles };
}

async function notReady(connection: Connection): Promise<string | null> {
  try {
    const missing = await missingIndexes(connection);
    return missing.length === 0 ? null : `Indexes are missing (${missing.join(', ')}): run npm run indexes.`;
  } catch {
    return 'The store does not answer.';
  }
}

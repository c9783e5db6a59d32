import express, { type Express } from 'express';
import { join } from 'node:path';
import type { Deps, KeyDeps } from './deps.ts';
import { accountRoutes } from './features/accounts/routes.ts';
import { adjustmentRoutes } from './features/adjustments/routes.ts';
import { applicantImportRoutes } from './features/applicant-import/routes.ts';
import { comparisonRoutes } from './features/applicant-comparison/routes.ts';
import { noteRoutes } from './features/applicant-notes/routes.ts';
import { reportRoutes } from './features/applicant-report/routes.ts';
import { assessmentCatalogRoutes } from './features/assessment-catalog/routes.ts';
import { qualityRoutes } from './features/assessment-quality/routes.ts';
import { auditRoutes } from './features/audit-trail/routes.ts';
import { candidateAttemptRoutes } from './features/candidate-attempt/routes.ts';
import { decisionRoutes } from './features/decisions/routes.ts';
import { erasureRoutes } from './features/erasure/routes.ts';
import { expertPanelRoutes } from './features/expert-panel/routes.ts';
import { exportRoutes } from './features/exports/routes.ts';
import { independentViewRoutes } from './features/independent-views/routes.ts';
import { scorecardRoutes } from './features/interview-scorecards/routes.ts';
import { invitationRoutes } from './features/invitations/routes.ts';
import { homeRoutes } from './features/home/routes.ts';
import { lookAgainRoutes } from './features/look-again/routes.ts';
import { organisationSettingsRoutes } from './features/organisation-settings/routes.ts';
import { processFeedbackRoutes } from './features/process-feedback/routes.ts';
import { raterTrainingRoutes } from './features/rater-training/routes.ts';
import { raterQualityRoutes } from './features/rater-quality/routes.ts';
import { ratingRoutes } from './features/rating-desk/routes.ts';
import { requisitionRoutes } from './features/requisitions/routes.ts';
import { responseReportRoutes } from './features/response-reports/routes.ts';
import { progressRoutes } from './features/role-progress/routes.ts';
import { rubricRoutes } from './features/rubric-editor/routes.ts';
import { practiceRoutes } from './features/rubric-practice/routes.ts';
import { createErrorHandler } from './http/error-handler.ts';
import { healthRoutes } from './http/health.ts';
import { setUpHeaders } from './http/headers.ts';
import type { HttpDeps } from './http/http-deps.ts';
import { logRequests } from './http/log-requests.ts';
import { mountRoutes } from './http/mount-routes.ts';
import { preferPacked } from './http/packed-files.ts';
import { readForms } from './http/read-forms.ts';
import { notFound } from './http/reply.ts';
import type { Route } from './http/route.ts';
import { styleguideRoutes } from './http/styleguide-routes.ts';
import { createSendReply } from './http/send-reply.ts';
import { setUpWebSession } from './http/web-session.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Every route of the product; the access test walks it. */
export function routeTable(deps: Deps, keys: KeyDeps): Route[] {
  return [
    ...accountRoutes(deps),
    ...candidateAttemptRoutes(deps),
    ...adjustmentRoutes(deps),
    ...comparisonRoutes(deps),
    ...noteRoutes(deps),
    ...reportRoutes(deps),
    ...scorecardRoutes(deps),
    ...independentViewRoutes(deps),
    ...decisionRoutes(deps),
    ...exportRoutes(deps),
    ...homeRoutes(deps),
    ...practiceRoutes(deps),
    ...rubricRoutes(deps),
    ...assessmentCatalogRoutes(deps, keys),
    ...expertPanelRoutes(deps, keys),
    ...requisitionRoutes(deps),
    ...progressRoutes(deps),
    ...invitationRoutes(deps),
    ...applicantImportRoutes(deps),
    ...ratingRoutes(deps),
    ...lookAgainRoutes(deps),
    ...responseReportRoutes(deps),
    ...raterQualityRoutes(deps),
    ...raterTrainingRoutes(deps, keys),
    ...processFeedbackRoutes(deps),
    ...erasureRoutes(deps),
    ...qualityRoutes(deps, keys),
    ...auditRoutes(deps),
    ...organisationSettingsRoutes(deps),
  ];
}

/** The application, in the order in which a request passes through it. */
export function createApp(deps: Deps, keys: KeyDeps, http: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustProxy);
  app.set('query parser', 'simple');
  // No answer is stored, so nobody ever asks whether it is still the same.
  app.disable('etag');
  app.use(logRequests(deps.logger, deps.clock));
  app.use(setUpHeaders(deps.config));
  app.use(
    '/assets/fonts',
    express.static(join(deps.root, 'public/fonts'), { maxAge: YEAR_MS, index: false }),
  );
  app.use(
    '/assets/icons',
    express.static(join(deps.root, 'public/icons'), { maxAge: YEAR_MS, index: false }),
  );
  app.use(
    '/assets',
    preferPacked(join(deps.root, 'dist/public')),
    express.static(join(deps.root, 'dist/public'), { maxAge: YEAR_MS, immutable: true, index: false }),
  );
  app.use(healthRoutes(http));
  app.use(readForms);
  app.use(express.json({ limit: '128kb' }));
  app.use(setUpWebSession(http));
  const send = createSendReply(http);
  app.use(mountRoutes(http, routeTable(deps, keys), send));
  if (!deps.config.production) app.use(mountRoutes(http, styleguideRoutes(), send));
  app.use((req, res) => send(req, res, notFound));
  app.use(createErrorHandler(deps.logger, send));
  return app;
}

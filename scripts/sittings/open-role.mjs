import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

const newId = () => randomBytes(16).toString('base64url');
const DAY = 24 * 3_600_000;
const forms = new Map();

/** The flagship test as candidates see it, read once for each build. */
async function formOf(root) {
  if (forms.has(root)) return forms.get(root);
  const { loadAssessments } = await import(join(root, 'dist/content/load-assessments.js'));
  const { publicForms } = await import(join(root, 'dist/content/public-forms.js'));
  const { shelf } = loadAssessments(join(root, 'assessments'));
  const form = publicForms(shelf).find(({ assessmentId }) => assessmentId === 'customer-conversations');
  forms.set(root, form);
  return form;
}

/**
 * Lays an open role with the flagship test into the store of a running build, and invites people to it. `reshape` makes
 * another form of it.
 */
export async function openRole(root, { uri, dbName, secret, now = new Date() }, reshape = (form) => form) {
  const load = (file) => import(join(root, 'dist', file));
  const { connect } = await load('store/connection.js');
  const { createStores } = await load('store/stores.js');
  const { makeLinkToken } = await load('ops/link-token.js');
  const connection = await connect(uri, dbName, 'patient');
  const stores = createStores(connection);
  const form = reshape(await formOf(root));
  const organisationId = newId();
  const requisition = aRequisition(organisationId, form, now);
  const [intake] = requisition.intakes;
  await connection.collection('organisations').insertOne({
    _id: organisationId,
    name: 'Harbour Line Support',
    contactName: 'The hiring team',
    contactEmail: 'hiring@example.org',
    createdAt: now,
  });
  await stores.formVersions.insert({ id: intake.formVersionId, organisationId, form, adoptedAt: now });
  await stores.requisitions.insert(requisition, []);

  async function invite() {
    const id = newId();
    const applicant = {
      id,
      organisationId,
      requisitionId: requisition.id,
      intakeId: intake.id,
      label: randomBytes(4).toString('hex').slice(0, 5).toUpperCase(),
      linkVersion: 0,
      linkExpiresAt: new Date(now.getTime() + 7 * DAY),
      stage: 'open',
      state: 'active',
      rev: 0,
    };
    const contact = {
      invitationId: newId(),
      name: 'Noor Haddad',
      email: `${id}@example.org`,
      reference: null,
    };
    if ((await stores.applicants.insert(applicant, contact, now, [])) === 'label-taken') return invite();
    return makeLinkToken(secret, 'invitation', { id, version: 0 });
  }

  return {
    form,
    requisition,
    invite,
    /** Sets fields of one document past the product, for states that it comes to in weeks or by staff. */
    set: (name, _id, fields) => connection.collection(name).updateOne({ _id }, { $set: fields }),
    attemptOf: (id) => connection.collection('attempts').findOne({ _id: id }),
    /** Lets a running part end at a time of the judge's choice. */
    setDeadline: (id, sectionId, deadlineMs) =>
      connection
        .collection('attempts')
        .updateOne({ _id: id }, { $set: { [`parts.${sectionId}.deadlineMs`]: deadlineMs } }),
    countAttempts: () => connection.collection('attempts').countDocuments({ organisationId }),
    /** What was kept aside of one attempt, or of all. */
    keptAside: (attemptId = { $exists: true }) =>
      connection.collection('quarantinedResponses').find({ organisationId, attemptId }).toArray(),
    /** Types of the events that an attempt has told, whether the relay has taken them or not. */
    async told(id) {
      const recorded = await connection.collection('auditEvents').find({ 'facts.attemptId': id }).toArray();
      const { outbox = [] } = await connection.collection('attempts').findOne({ _id: id });
      const all = [
        ...recorded.map(({ _id, type }) => [_id, type]),
        ...outbox.map((one) => [one.id, one.type]),
      ];
      return [...new Map(all).values()];
    },
    close: () => connection.close(),
  };
}

function aRequisition(organisationId, form, now) {
  const intake = {
    id: newId(),
    opensAt: now,
    closesAt: null,
    formVersionId: newId(),
    keyVersionId: newId(),
    rubricVersionId: newId(),
    decidingColumn: 'written',
    places: 3,
    placesRule: 'draw',
    shuffleSeed: 'a seed',
    rejectedAt: null,
  };
  return {
    id: newId(),
    organisationId,
    title: 'Travel support agent',
    state: 'open',
    assessmentId: form.assessmentId,
    assessmentTitle: form.title,
    rubricId: newId(),
    tasks: [],
    confirmation: null,
    timeMode: { kind: 'timed', noLimitAllowed: true },
    ratingPolicy: { ratersPerResponse: 2, dispute: 'parity' },
    members: [],
    revealAt: 'shortlist',
    intakes: [intake],
    simulated: false,
    judgmentRelease: null,
    pastReleases: [],
    retention: { kind: 'months', months: 6 },
    closedAt: null,
    eraseAt: null,
    eraseBegunAt: null,
    createdAt: now,
    rev: 0,
  };
}

// Who asks and what there is to ask for: two workspaces filled by the app's own calls, a person for every role of one of
// them, and people who have no business there.

import { inviteMember } from '../../../src/actions/invitations.ts';
import { reviewInside } from '../../../src/actions/review-record.ts';
import type { Services } from '../../../src/actions/services.ts';
import { startSession } from '../../../src/actions/sign-in.ts';
import { inWorkspace } from '../../../src/store/database.ts';
import { insertDocument } from '../../../src/store/documents.ts';
import { insertMatch } from '../../../src/store/matches.ts';
import { newId } from '../../../src/store/new-id.ts';
import { insertProposal } from '../../../src/store/proposals.ts';
import { insertRecord } from '../../../src/store/records.ts';
import { type Role, roles } from '../../../src/store/roles.ts';
import { finishRun, insertRun } from '../../../src/store/runs.ts';
import { insertMembership } from '../../../src/store/workspaces.ts';
import { type Asked, asking, catchMails, makePerson, makeTeam, type Person } from '../../support/people.ts';
import { readValue, toyType } from '../../support/toy-engine.ts';

/** Everything that can be named by an id. Each call makes a new one, so that a test may use it up. */
export interface Things {
  workspaceId: string;
  document(): Promise<string>;
  run(): Promise<string>;
  record(): Promise<string>;
  /** Open. */
  proposal(): Promise<string>;
  /** Proposed. */
  match(): Promise<string>;
  /** One that was given up and needs what is gone. */
  job(): Promise<string>;
  /** A member with the lowest role. */
  member(): Promise<string>;
  /** Pending, sent long enough ago to be sent again. */
  invitation(): Promise<string>;
  /** Calls the API as the owner of the workspace; undefined where nothing exists. */
  ask: ((call: string, body: unknown) => Promise<Asked>) | undefined;
}

export type CallerName = Role | 'system' | 'stranger' | 'nobody' | 'anonymous';

export const callerNames: readonly CallerName[] = [...roles, 'system', 'stranger', 'nobody', 'anonymous'];

export interface World {
  services: Services;
  /** `stranger` owns `away`; `system` administers the installation; `nobody` has an account and no workspace. */
  people: Record<Exclude<CallerName, 'anonymous'>, Person>;
  home: Things;
  away: Things;
  /** Ids that never existed. */
  missing: Things;
  /** Token of an invitation to the person's address. */
  invitationTokenFor(person: Person | undefined): Promise<string>;
}

export interface WorldOptions {
  services: Services;
  url: string;
  /** Of a file that has been uploaded. */
  sha256: string;
}

export async function makeWorld({ services, url, sha256 }: WorldOptions): Promise<World> {
  const mails = catchMails(services);
  const suffix = newId().slice(-12);
  const names = callerNames.filter((name) => name !== 'anonymous');
  const people = {} as World['people'];
  for (const name of names) people[name] = await makePerson(services, `${name}-${suffix}`);
  await services.db
    .updateTable('auth_users')
    .set({ systemAdministrator: true })
    .where('id', '=', people.system.userId)
    .execute();
  const homeId = await makeTeam(services, Object.fromEntries(roles.map((role) => [people[role].userId, role])));
  const awayId = await makeTeam(services, { [people.stranger.userId]: 'owner' });
  const host = await makePerson(services, `host-${suffix}`);
  const inviter = { workspaceId: await makeTeam(services, { [host.userId]: 'owner' }), userId: host.userId };
  return {
    services,
    people,
    home: realThings({ services, url, sha256 }, homeId, people.owner),
    away: realThings({ services, url, sha256 }, awayId, people.stranger),
    missing: missingThings(),
    async invitationTokenFor(person) {
      const email = person?.email ?? `${newId()}@example.com`;
      await forgetInvitations(services, inviter.workspaceId, email, person?.userId);
      await inviteMember(services, inviter, { email, role: 'guest' });
      return String(mails.at(-1)!.data.link).split('#invitation=')[1]!;
    },
  };
}

/** False when a request used the world up: somebody was removed, closed, signed out, or got another role. */
export async function isIntact({ services: { db }, people, home, away }: World): Promise<boolean> {
  const names = callerNames.filter((name) => name !== 'anonymous');
  const sessions = await db
    .selectFrom('auth_sessions')
    .innerJoin('auth_users', 'auth_users.id', 'auth_sessions.userId')
    .select(['auth_sessions.id', 'systemAdministrator'])
    .where(
      'auth_sessions.id',
      'in',
      names.map((name) => sessionOf(people[name])),
    )
    .where('disabledAt', 'is', null)
    .execute();
  const memberships = await db
    .selectFrom('memberships')
    .select(['user_id', 'workspace_id', 'role'])
    .where(
      'user_id',
      'in',
      names.map((name) => people[name].userId),
    )
    .execute();
  return names.every((name) => {
    const session = sessions.find((row) => row.id === sessionOf(people[name]));
    if (session?.systemAdministrator !== (name === 'system')) return false;
    const mine = memberships.filter((row) => row.user_id === people[name].userId);
    if (name === 'nobody') return mine.length === 0;
    if (name === 'system') return mine.every((row) => row.workspace_id !== home.workspaceId);
    const [workspaceId, role] = name === 'stranger' ? [away.workspaceId, 'owner'] : [home.workspaceId, name];
    return mine.find((row) => row.workspace_id === workspaceId)?.role === role;
  });
}

/** The `sid` of the access token. */
function sessionOf({ token }: Person): string {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).sid;
}

export async function renewSession(world: World, name: Exclude<CallerName, 'anonymous'>): Promise<void> {
  const caller = { address: '127.0.0.1', network: '127.0.0.1', userAgent: 'test', requestId: 'test' };
  world.people[name].token = (
    await startSession(world.services, caller, { userId: world.people[name].userId, method: 'password' })
  ).accessToken;
}

function realThings({ services, url, sha256 }: WorldOptions, workspaceId: string, owner: Person): Things {
  const { db } = services;
  const ownerId = owner.userId;
  const inIt = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, workspaceId, work);
  const makeRead = async (): Promise<{ document: string; run: string; record: string }> => {
    const [document, run, record] = [newId(), newId(), newId()];
    await inIt(async (trx) => {
      const file = { sha256, name: 'paper.txt', mediaType: 'text/plain', size: 12 };
      await insertDocument(trx, {
        id: document,
        workspaceId,
        ...file,
        typeHint: null,
        sealedPassword: null,
        uploadedBy: ownerId,
      });
      await trx
        .updateTable('documents')
        .set({
          state: 'extracted',
          page_count: 1,
          page_geometry: JSON.stringify([{ number: 1, width: 595, height: 842, rotation: 0 }]),
        })
        .where('id', '=', document)
        .execute();
      await insertRun(trx, { id: run, workspaceId, documentId: document, requestId: null });
      const done = { progress: [], timings: {}, trace: [], warnings: [], error: null, versions: {} };
      await finishRun(trx, run, { status: 'succeeded', ...done });
      await insertRecord(trx, {
        id: record,
        workspaceId,
        documentId: document,
        runId: run,
        position: 0,
        record: {
          type: toyType.id,
          confidence: 1,
          alternatives: [],
          pages: [1],
          fields: { number: readValue('A-1') },
          lines: [],
          issues: [],
        },
      });
      await reviewInside(trx, services, { workspaceId, recordIds: [record], begin: true });
    });
    return { document, run, record };
  };
  return {
    workspaceId,
    document: async () => (await makeRead()).document,
    run: async () => (await makeRead()).run,
    record: async () => (await makeRead()).record,
    async proposal() {
      const { record } = await makeRead();
      const id = newId();
      const proposal = { id, workspaceId, recordId: record, recordVersion: 1, fields: { number: 'A-2' } };
      await inIt((trx) => insertProposal(trx, { ...proposal, reason: null, proposedBy: ownerId }));
      return id;
    },
    async match() {
      const [left, right] = [(await makeRead()).record, (await makeRead()).record];
      const scored = { score: 0.9, probability: 0.9, values: {}, explanation: bareExplanation, fingerprint: 'f' };
      return inIt((trx) =>
        insertMatch(trx, { workspaceId, spec: 'lost-and-found/same-thing', left, right, ...scored }),
      );
    },
    async job() {
      const id = newId();
      await db
        .insertInto('jobs')
        .values({ ...deadReading, id, workspace_id: workspaceId })
        .execute();
      return id;
    },
    async member() {
      const { userId } = await makePerson(services, `extra-${newId()}`);
      await inIt((trx) => insertMembership(trx, { workspaceId, userId, role: 'guest' }));
      return userId;
    },
    async invitation() {
      const email = `${newId()}@example.com`;
      const { id } = await inviteMember(services, { workspaceId, userId: ownerId }, { email, role: 'guest' });
      const longAgo = new Date(Date.now() - 3600_000);
      await inIt((trx) => trx.updateTable('invitations').set({ sent_at: longAgo }).where('id', '=', id).execute());
      return id;
    },
    ask: (call, body) => asking(url, workspaceId)(owner, call, body),
  };
}

const bareExplanation = {
  for: [],
  against: [],
  unknown: [],
  veto: null,
  prior: 0.1,
  evidence: 4,
  versions: { spec: '1', model: 0, weightsFrom: 0, calibration: 'prior', calibrationFrom: 0 },
};

const deadReading = {
  queue: 'read-document',
  requested_by: null,
  request_id: null,
  state: 'dead' as const,
  error_code: 'internal',
  finished_at: new Date(),
};

function missingThings(): Things {
  const id = async () => newId();
  return {
    workspaceId: newId(),
    document: id,
    run: id,
    record: id,
    proposal: id,
    match: id,
    job: id,
    member: id,
    invitation: id,
    ask: undefined,
  };
}

async function forgetInvitations(
  { db }: Services,
  workspaceId: string,
  email: string,
  userId: string | undefined,
): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx.deleteFrom('invitations').where('email', '=', email).execute();
    if (userId) await trx.deleteFrom('memberships').where('user_id', '=', userId).execute();
  });
}

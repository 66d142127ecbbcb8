// People and things to fuzz with. Requests may delete, lock and revoke anything: a crew that is spoilt gives way to the next.

import { type Kysely, sql } from 'kysely';
import { keyScopes } from '../../../src/actions/api-keys.ts';
import { hashPassword } from '../../../src/identity/password-hash.ts';
import { inWorkspace } from '../../../src/store/database.ts';
import { newId } from '../../../src/store/new-id.ts';
import type { Role } from '../../../src/store/roles.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { insertMembership, insertWorkspace } from '../../../src/store/workspaces.ts';
import { admin } from '../../support/api-fetch.ts';
import { finishedRun, form } from '../../support/test-server.ts';
import { secretMarker } from './hostile-values.ts';

/** Stands in everything of the crew that no other may see. */
export const victimMarker = 'fz-victim';
export const crewPassword = `${secretMarker}-Zebra-Crossing-77`;

const people = ['owner', 'viewer', 'administrator'] as const;
export type Person = (typeof people)[number];

export interface Crew {
  workspaceId: string;
  emails: Record<Person, string>;
  tokens: Record<Person, string>;
  /** An API key of the owner. */
  key: string;
  /** Ids that answers told, by collection. */
  ids: Map<string, string[]>;
  /** Signed links that redirects told, by path. */
  links: Map<string, string>;
}

interface Seed {
  workspaceId: string;
  people: { id: string; email: string; person: Person; role: Role }[];
}

export const seedsOf = (count: number): Seed[] =>
  Array.from({ length: count }, (_item, index) => ({
    workspaceId: newId(),
    people: people.map((person) => ({
      id: newId(),
      email: `${index === 0 ? victimMarker : person}-${person}-${index}@crew.example`,
      person,
      role: person === 'viewer' ? 'viewer' : 'owner',
    })),
  }));

/** Straight into the database: registering them all would take longer than fuzzing. */
export async function insertCrews(db: Kysely<Schema>, seeds: Seed[]): Promise<void> {
  const password = await hashPassword(crewPassword);
  await insertOperator(db);
  const all = seeds.flatMap((seed) => seed.people.map((one) => ({ ...one, workspaceId: seed.workspaceId })));
  await db
    .insertInto('auth_users')
    .values(
      all.map(({ id, email, person, workspaceId }) => ({
        id,
        email,
        name: email.slice(0, email.indexOf('@')),
        emailVerified: true,
        systemAdministrator: person === 'administrator',
        locale: 'en',
        timeZone: 'UTC',
        workspaceId,
      })),
    )
    .execute();
  await insertCredentials(
    db,
    all.map(({ id }) => id),
    password,
  );
  for (const { workspaceId, people: members } of seeds) {
    await inWorkspace(db, workspaceId, async (trx) => {
      await insertWorkspace(trx, {
        id: workspaceId,
        name: seeds[0]!.workspaceId === workspaceId ? victimMarker : 'Crew',
      });
      for (const { id, role } of members) await insertMembership(trx, { workspaceId, userId: id, role });
    });
  }
}

async function insertCredentials(db: Kysely<Schema>, userIds: string[], password: string): Promise<void> {
  const rows = userIds.map((id) => sql`(${newId()}::uuid, ${id}, 'credential', ${id}::uuid, ${password}, now())`);
  await sql`insert into auth_accounts (id, "accountId", "providerId", "userId", password, "updatedAt")
    values ${sql.join(rows)}`.execute(db);
}

/** With administrators there already, the server makes none: the one of the settings is put in beside them. */
export async function insertOperator(db: Kysely<Schema>): Promise<void> {
  const id = newId();
  const person = { id, email: admin.email, name: 'Boss', emailVerified: true, locale: 'en', timeZone: 'UTC' };
  await db
    .insertInto('auth_users')
    .values({ ...person, systemAdministrator: true })
    .execute();
  await insertCredentials(db, [id], await hashPassword(admin.password));
}

/** Signs everybody of the crew in, and gives them a document that was read and one of each thing that a call makes. */
export async function bringCrew(url: string, seed: Seed): Promise<Crew> {
  const emails = {} as Crew['emails'];
  const tokens = {} as Crew['tokens'];
  for (const { person, email } of seed.people) {
    emails[person] = email;
    tokens[person] = await signInFrom(url, email);
  }
  const crew: Crew = {
    workspaceId: seed.workspaceId,
    emails,
    tokens,
    key: '',
    ids: new Map(),
    links: new Map(),
  };
  harvest(crew, { id: seed.workspaceId }, 'workspaces');
  for (const { id } of seed.people) harvest(crew, { id }, 'members');
  await giveDocument(url, crew);
  await giveThings(url, crew);
  crew.key = await makeKey(url, crew);
  return crew;
}

/** One that may do whatever a key may. */
async function makeKey(url: string, crew: Crew): Promise<string> {
  const response = await fetch(`${url}/api/v1/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${crew.tokens.owner}` },
    body: JSON.stringify({ name: 'crew', scopes: keyScopes }),
  });
  const told = (await response.json()) as { id: string; key: string };
  if (response.status !== 201) throw new Error(`making a key answered ${response.status}: ${JSON.stringify(told)}`);
  harvest(crew, told, 'keys');
  return told.key;
}

/** A document that was read, with its run and records. */
export async function giveDocument(url: string, crew: Crew): Promise<void> {
  const { emails, tokens } = crew;
  const name = `${emails.owner.split('@', 1)[0]}.txt`;
  const authorization = `Bearer ${tokens.owner}`;
  const response = await fetch(`${url}/api/v1/documents`, {
    method: 'POST',
    body: form({ [name]: `number: ${name}` }),
    headers: { authorization },
  });
  if (response.status !== 202) throw new Error(`a crew's upload answered ${response.status}: ${await response.text()}`);
  const told = (await response.json()) as { documents: { id: string; run: string }[] };
  harvest(crew, told, 'documents');
  const run = await finishedRun(url, told.documents[0]!.run, 60_000, tokens.owner);
  harvest(crew, run, 'runs');
  harvest(crew, { id: run.id }, 'jobs');
}

/** Collection of the API → what makes one of it. */
const things: Readonly<Record<string, () => unknown>> = {
  collections: () => ({ name: newId() }),
  'saved-searches': () => ({ name: 'crew', q: 'number' }),
  lessons: () => ({ text: `Look at ${newId()}`, scope: { kind: 'workspace' } }),
  webhooks: () => ({ url: 'http://127.0.0.1:9/hook' }),
  cases: () => ({ type: 'careers/application', title: newId() }),
};

/** One of each. What a workspace has enough of is refused: the older ones serve then. */
export async function giveThings(url: string, crew: Crew): Promise<void> {
  for (const [collection, body] of Object.entries(things)) {
    const response = await fetch(`${url}/api/v1/${collection}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${crew.tokens.owner}` },
      body: JSON.stringify(body()),
    });
    const told = await response.json();
    if (response.ok) harvest(crew, told, collection);
    else if (response.status !== 409) {
      throw new Error(`making one of ${collection} answered ${response.status}: ${JSON.stringify(told)}`);
    }
  }
}

export async function signInFrom(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: crewPassword }),
  });
  if (!response.ok) throw new Error(`sign-in of ${email} answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_IDS = 10;

/** Remembers the ids in an answer about `collection`. */
export function harvest(crew: Crew, value: unknown, collection: string, depth = 0): void {
  if (depth > 4 || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MOST_IDS)) harvest(crew, item, collection, depth + 1);
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    const plural = `${name.replace(/(Id|s)$/, '')}s`;
    if (typeof inner === 'string' && uuid.test(inner)) remember(crew, name === 'id' ? collection : plural, inner);
    else harvest(crew, inner, name === 'items' ? collection : plural, depth + 1);
  }
}

function remember({ ids }: Crew, collection: string, id: string): void {
  const known = (ids.get(collection) ?? []).filter((other) => other !== id);
  ids.set(collection, [id, ...known].slice(0, MOST_IDS));
}

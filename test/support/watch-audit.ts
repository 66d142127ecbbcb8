// What acts write into the audit log, seen over HTTP; and whatever was answered or mailed that must not stand in it.

import { sql } from 'kysely';
import { expect } from 'vitest';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import * as people from './person.ts';
import type { Answer, TestServer } from './test-server.ts';

const { PASSWORD, mailTo, tokenIn } = people;
type Person = people.Person;

/** Action, id of the actor, id of the target, details. */
export type Expected = [action: string, actor: string | null, target?: string | RegExp | undefined, details?: object];

export interface Case {
  act: () => Promise<people.Reply>;
  status: number;
  /** In the chain of the server, in order; those of new people who appear in the act are told by another case. */
  server?: Expected[] | 'told elsewhere';
  /** In the chain of a workspace. */
  workspace?: { id: string; events: (answer: Answer) => Expected[] };
}

export const uuid = /^[0-9a-f-]{36}$/;

export function watchAudit(server: TestServer) {
  /** Whatever was answered under a name of secrets, and whatever was mailed: none of it may stand in the log. */
  const canaries = new Set<string>([PASSWORD, 'another green bottle', '@example.com', 'guess guess']);
  const secretNames = /token|^key$|secret|recoveryCodes|challenge/;

  function gather(value: unknown, name = ''): void {
    if (typeof value === 'string' && secretNames.test(name)) canaries.add(value);
    else if (Array.isArray(value)) for (const part of value) gather(part, name);
    else if (value && typeof value === 'object') for (const [key, part] of Object.entries(value)) gather(part, key);
  }

  async function call(path: string, options: people.Call = {}): Promise<people.Reply> {
    const reply = await people.call(server, path, options);
    gather(reply.body);
    return reply;
  }

  async function newPerson(more: Record<string, unknown> = {}): Promise<Person> {
    const person = await people.makePerson(server, more);
    canaries.add(person.token).add(person.refresh).add(person.email);
    return person;
  }

  const signIn = (email: string, password = PASSWORD) => call('/auth/login', { body: { email, password } });

  /** The newest events of a chain, oldest first, after the one with this number. */
  async function eventsAfter(seq: number, workspace?: string): Promise<Answer[]> {
    const path = workspace === undefined ? '/admin/audit?limit=50' : '/audit?limit=50';
    const { status, body } = await people.call(server, path, asReader(workspace));
    expect(status, JSON.stringify(body)).toBe(200);
    return body.items.filter((event: Answer) => event.seq > seq).reverse();
  }

  const owners = new Map<string, string>();
  function asReader(workspace: string | undefined): people.Call {
    if (workspace === undefined) return { token: server.token };
    return { token: owners.get(workspace)!, headers: { 'sheaf-workspace': workspace } };
  }

  async function headOf(workspace?: string): Promise<number> {
    const path = workspace === undefined ? '/admin/audit/head' : '/audit/head';
    return (await people.call(server, path, asReader(workspace))).body.seq;
  }

  function compare(found: Answer[], expected: Expected[]): void {
    expect(found.map((event) => event.action)).toEqual(expected.map(([action]) => action));
    for (const [i, [, actor, target, details = {}]] of expected.entries()) {
      const event = found[i];
      expect(event.actor, event.action).toEqual({ kind: 'user', id: actor });
      if (target instanceof RegExp) expect(event.target.id).toMatch(target);
      else expect(event.target?.id).toBe(target);
      expect(event.details, event.action).toEqual(details);
      // Whoever declines is no member: the workspace learns nothing of them.
      if (event.action === 'member.invitation-declined') expect([event.requestId, event.address]).toEqual([null, null]);
      else expect(event.requestId, event.action).toMatch(uuid);
    }
  }

  /** Every event of an account tells by which request and from where it was done. */
  const checked = async ({ act, status, server: own = [], workspace }: Case): Promise<void> => {
    const before = { server: await headOf(), workspace: workspace ? await headOf(workspace.id) : 0 };
    const { status: answered, body } = await act();
    expect(answered, JSON.stringify(body)).toBe(status);
    if (own !== 'told elsewhere') {
      const found = await eventsAfter(before.server);
      compare(found, own);
      for (const event of found) expect(event.address).toBe('127.0.0.1');
    }
    if (workspace) compare(await eventsAfter(before.workspace, workspace.id), workspace.events(body));
  };

  async function withTeam() {
    const owner = await newPerson();
    owners.set(owner.workspace, owner.token);
    const path = `/workspaces/${owner.workspace}`;
    const as = { token: owner.token };
    const invite = (email: string) => call(`${path}/invitations`, { ...as, body: { email, role: 'editor' } });
    const tokenFor = async (email: string) => tokenIn(await mailTo(server, email, 'invitation'));
    const join = async () => {
      const member = await newPerson();
      await server.inside.services.db
        .updateTable('auth_users')
        .set({ emailVerified: true })
        .where('id', '=', member.id)
        .execute();
      await invite(member.email);
      await call('/invitations/accept', { token: member.token, body: { token: await tokenFor(member.email) } });
      return member;
    };
    return { owner, path, as, invite, tokenFor, join, id: owner.workspace };
  }

  const boss = async (): Promise<string> => (await call('/me', { token: server.token })).body.id;

  /** None of the canaries stands in the log, and every chain is whole. */
  async function ensureClean(): Promise<void> {
    const { db } = server.inside.services;
    const { rows } = await sql<{ text: string }>`select audit_events::text as text from audit_events`.execute(db);
    const log = rows.map((row) => row.text).join('\n');
    expect(rows.length).toBeGreaterThan(20);
    expect(canaries.size).toBeGreaterThan(20);
    expect([...canaries].filter((canary) => log.includes(canary))).toEqual([]);
    expect((await verifyAudit(db)).filter((report) => report.fault)).toEqual([]);
  }

  return {
    call,
    newPerson,
    signIn,
    eventsAfter,
    headOf,
    compare,
    checked,
    withTeam,
    boss,
    owners,
    canaries,
    ensureClean,
  };
}

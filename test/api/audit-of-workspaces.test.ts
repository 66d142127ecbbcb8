// Which act in a workspace writes which event into its chain, over HTTP.

import { afterAll, test } from 'vitest';
import { PASSWORD, type Person } from '../support/person.ts';
import { startTestServer } from '../support/test-server.ts';
import { type Case, uuid, watchAudit } from '../support/watch-audit.ts';

const server = await startTestServer();
afterAll(() => server.stop());
const watch = watchAudit(server);
const { call, newPerson, eventsAfter, headOf, compare, checked, withTeam, boss, owners, canaries } = watch;

const cases: Record<string, () => Promise<Case>> = {
  'an API key, made and revoked': async () => {
    const { owner, id, as } = await withTeam();
    const body = { name: 'Import of Ada', scopes: ['documents.read'] };
    canaries.add(body.name);
    return {
      act: async () => {
        const made = await call('/keys', { ...as, body });
        await call(`/keys/${made.body.id}`, { ...as, method: 'DELETE' });
        return made;
      },
      status: 201,
      workspace: {
        id,
        events: (made) => [
          ['key.created', owner.id, made.id, { scopes: ['documents.read'] }],
          ['key.revoked', owner.id, made.id],
        ],
      },
    };
  },
  'an invitation, made and taken back': async () => {
    const { owner, id, as, path, invite } = await withTeam();
    return {
      act: async () => {
        const made = await invite('guest-1@example.com');
        await call(`${path}/invitations/${made.body.id}`, { ...as, method: 'DELETE' });
        return made;
      },
      status: 201,
      workspace: {
        id,
        events: (made) => [
          ['member.invited', owner.id, made.id, { role: 'editor' }],
          ['member.invitation-revoked', owner.id, made.id],
        ],
      },
    };
  },
  'an invitation, declined': async () => {
    const { id, invite, tokenFor } = await withTeam();
    const made = (await invite('guest-2@example.com')).body;
    const token = await tokenFor('guest-2@example.com');
    canaries.add(token);
    return {
      act: () => call('/invitations/decline', { body: { token } }),
      status: 204,
      workspace: { id, events: () => [['member.invitation-declined', null, made.id]] },
    };
  },
  'joining, another role, removal': async () => {
    const { owner, id, as, path, join } = await withTeam();
    let member: Person | undefined;
    return {
      act: async () => {
        member = await join();
        await call(`${path}/members/${member.id}`, { ...as, method: 'PATCH', body: { role: 'viewer' } });
        await call(`${path}/members/${member.id}`, { ...as, method: 'PATCH', body: { role: 'viewer' } });
        return call(`${path}/members/${member.id}`, { ...as, method: 'DELETE' });
      },
      status: 204,
      server: 'told elsewhere',
      workspace: {
        id,
        events: () => [
          ['member.invited', owner.id, uuid, { role: 'editor' }],
          ['member.joined', member!.id, uuid, { role: 'editor' }],
          ['member.role-changed', owner.id, member!.id, { from: 'editor', to: 'viewer' }],
          ['member.removed', owner.id, member!.id],
        ],
      },
    };
  },
  leaving: async () => {
    const { id, path, join } = await withTeam();
    const member = await join();
    return {
      act: () => call(`${path}/leave`, { method: 'POST', token: member.token }),
      status: 204,
      workspace: { id, events: () => [['member.removed', member.id, member.id]] },
    };
  },
  'handing over': async () => {
    const { owner, id, as, path, join } = await withTeam();
    const member = await join();
    return {
      act: () => call(`${path}/transfer`, { ...as, body: { userId: member.id } }),
      status: 200,
      workspace: { id, events: () => [['workspace.ownership-transferred', owner.id, member.id]] },
    };
  },
  'another name of the workspace': async () => {
    const { owner, id, as, path } = await withTeam();
    canaries.add('Renamed by Ada');
    return {
      act: () => call(path, { ...as, method: 'PATCH', body: { name: 'Renamed by Ada' } }),
      status: 200,
      workspace: { id, events: () => [['workspace.changed', owner.id, undefined, { fields: ['name'] }]] },
    };
  },
  'another tier': async () => {
    const { id } = await withTeam();
    const administrator = await boss();
    return {
      act: () => call(`/admin/workspaces/${id}/tier`, { method: 'PUT', token: server.token, body: { tier: 'pro' } }),
      status: 200,
      workspace: { id, events: () => [['quota.changed', administrator, undefined, { tier: 'pro' }]] },
    };
  },
};

test.each(Object.keys(cases))('%s', async (name) => checked(await cases[name]!()));

test('a new workspace begins its log', async () => {
  const person = await newPerson();
  const { body } = await call('/workspaces', { token: person.token, body: { name: 'Another of Ada' } });
  canaries.add('Another of Ada');
  for (const id of [person.workspace, body.id]) {
    owners.set(id, person.token);
    compare(await eventsAfter(0, id), [['workspace.created', person.id]]);
  }
});

test('an invitation that registers somebody tells all of it', async () => {
  const { id, invite, tokenFor } = await withTeam();
  await invite('guest-3@example.com');
  const invitation = await tokenFor('guest-3@example.com');
  const before = { server: await headOf(), workspace: await headOf(id) };
  const { body } = await call('/auth/register', {
    body: { email: 'guest-3@example.com', password: PASSWORD, invitation },
  });
  const person = body.account.id;
  compare(await eventsAfter(before.server), [
    ['auth.registered', person],
    ['auth.email-verified', person],
    ['auth.signed-in', person, uuid, { method: 'registration' }],
  ]);
  compare(await eventsAfter(before.workspace, id), [['member.joined', person, uuid, { role: 'editor' }]]);
});

test('no address of a person, password, token or name stands in the log, and all chains are whole', () =>
  watch.ensureClean());

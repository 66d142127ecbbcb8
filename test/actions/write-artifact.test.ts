import { afterAll, expect, test } from 'vitest';
import {
  applyProposal,
  createArtifact,
  giveFact,
  goToVersion,
  proposeChanges,
} from '../../src/actions/write-artifact.ts';
import { findVersion, listVersions } from '../../src/store/artifacts.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { checkDeclarations } from '../../src/write/artifact-declaration.ts';
import type { Operation } from '../../src/write/operation.ts';
import { writeByRules } from '../../src/write/rules/write-by-rules.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { openTestDatabase } from '../support/test-database.ts';
import {
  letterBody,
  letterDeclaration,
  letterSources,
  profileBody,
  profileDeclaration,
  profileSources,
} from '../support/written-artifacts.ts';

const opened = await openTestDatabase();
afterAll(() => opened.remove());
const { db } = opened.database;
const deps = { db, artifactKinds: checkDeclarations([profileDeclaration, letterDeclaration]) };

async function makeProfile() {
  const actor = await makeWorkspace(db);
  const id = await createArtifact(deps, actor, {
    kind: profileDeclaration.kind,
    title: 'Ida',
    body: profileBody,
    sources: profileSources,
  });
  const bodyOf = async (version: number) =>
    (await inWorkspace(db, actor.workspaceId, (trx) => findVersion(trx, id, version)))!.body as typeof profileBody;
  return { actor, id, bodyOf };
}

const replace = (value: string, sources: string[]): Operation => ({
  path: 'jobs[0].bullets[0]',
  action: 'replace',
  original: profileBody.jobs[0]!.bullets[0]!,
  value,
  reason: 'Shorter.',
  sources,
});

test('what is told in other words than its source is applied only by somebody who takes them', async () => {
  const { actor, id, bodyOf } = await makeProfile();
  const operation = replace('Crafted 14 kitchens.', ['oak-1']);
  const remove: Operation = { ...replace('', []), path: 'jobs[0].bullets[1]', action: 'remove', value: null };
  const plain = { ...remove, original: profileBody.jobs[0]!.bullets[1]! };
  const { id: proposalId, verdicts } = await proposeChanges(deps, actor, { artifactId: id, by: [operation, plain] });
  expect(verdicts[0]).toMatchObject({ accepted: true, wording: [{ path: '', text: 'Crafted' }] });
  await expect(applyProposal(deps, actor, { proposalId, chosen: [0] })).rejects.toMatchObject({
    code: 'artifact.other-wording',
  });
  const applied = await applyProposal(deps, actor, { proposalId });
  expect(applied).toMatchObject({ applied: [plain], held: [{ operation }] });
  const again = await proposeChanges(deps, actor, { artifactId: id, by: [operation] });
  await applyProposal(deps, actor, { proposalId: again.id, acceptWording: true });
  expect((await bodyOf(3)).jobs[0]!.bullets[0]).toBe('Crafted 14 kitchens.');
});

test('accepted operations become a version, and any version can be gone back to and forth', async () => {
  const { actor, id, bodyOf } = await makeProfile();
  const proposal = await proposeChanges(deps, actor, { artifactId: id, by: writeByRules });
  expect(proposal.writtenBy).toBe('rules');
  expect(await applyProposal(deps, actor, { proposalId: proposal.id })).toMatchObject({ version: 2, refused: [] });
  expect((await bodyOf(2)).jobs[0]!.bullets[0]).toBe('Built 14 kitchens.');
  expect(await goToVersion(deps, actor, { artifactId: id, version: 1 })).toBe(3);
  expect(await bodyOf(3)).toEqual(profileBody);
  expect(await goToVersion(deps, actor, { artifactId: id, version: 2 })).toBe(4);
  expect(await bodyOf(4)).toEqual(await bodyOf(2));
  const history = await inWorkspace(db, actor.workspaceId, (trx) => listVersions(trx, id));
  expect(history.map((row) => [row.written_by, row.restored_from, row.made_by])).toEqual([
    ['person', null, actor.userId],
    ['rules', null, actor.userId],
    ['restored', 1, actor.userId],
    ['restored', 2, actor.userId],
  ]);
  expect(history[1]!.operations[0]).toMatchObject({
    reason: expect.stringMatching(/./),
    sources: expect.arrayContaining(['oak-1']),
  });
});

test('what the gate refuses is told and cannot be applied; a fact that a person gives supports it', async () => {
  const { actor, id } = await makeProfile();
  const claim = 'Won the Timber Prize in 2021.';
  const first = await proposeChanges(deps, actor, { artifactId: id, by: [replace(claim, ['oak-1'])] });
  expect(first.verdicts[0]).toMatchObject({ accepted: false, refusal: { code: 'unsupported' } });
  await expect(applyProposal(deps, actor, { proposalId: first.id, chosen: [0] })).rejects.toMatchObject({
    code: 'artifact.refused-operation',
  });
  const fact = await giveFact(deps, actor, { artifactId: id, text: 'I won the Timber Prize in 2021.' });
  const second = await proposeChanges(deps, actor, { artifactId: id, by: [replace(claim, [fact])] });
  expect(second.verdicts[0]).toMatchObject({ accepted: true });
  expect(await applyProposal(deps, actor, { proposalId: second.id })).toMatchObject({ version: 2 });
});

test('of two proposals on one version the second is not applied, nor is one twice', async () => {
  const { actor, id } = await makeProfile();
  const [one, other] = [
    await proposeChanges(deps, actor, { artifactId: id, by: writeByRules }),
    await proposeChanges(deps, actor, { artifactId: id, by: writeByRules }),
  ];
  await applyProposal(deps, actor, { proposalId: one.id, chosen: [0] });
  await expect(applyProposal(deps, actor, { proposalId: other.id })).rejects.toMatchObject({
    code: 'artifact.changed',
  });
  await expect(applyProposal(deps, actor, { proposalId: one.id })).rejects.toMatchObject({ code: 'artifact.decided' });
});

test('another workspace sees none of it, and a wrong body or kind is refused', async () => {
  const { id } = await makeProfile();
  const stranger = await makeWorkspace(db);
  await expect(proposeChanges(deps, stranger, { artifactId: id, by: [] })).rejects.toMatchObject({
    code: 'artifact.not-found',
  });
  await expect(goToVersion(deps, stranger, { artifactId: id, version: 1 })).rejects.toMatchObject({
    code: 'artifact.not-found',
  });
  await expect(applyProposal(deps, stranger, { proposalId: newId() })).rejects.toMatchObject({
    code: 'artifact.not-found',
  });
  const draft = { title: 'x', sources: letterSources };
  await expect(createArtifact(deps, stranger, { ...draft, kind: 'toy/none', body: letterBody })).rejects.toMatchObject({
    code: 'artifact.unknown-kind',
  });
  await expect(
    createArtifact(deps, stranger, { ...draft, kind: letterDeclaration.kind, body: { to: 1 } }),
  ).rejects.toMatchObject({ code: 'artifact.invalid' });
  expect(await createArtifact(deps, stranger, { ...draft, kind: letterDeclaration.kind, body: letterBody })).toMatch(
    /-/,
  );
});

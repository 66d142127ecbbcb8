// Which records are approved by themselves, which wait for a person or two, and what becomes of it afterwards.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctRecord } from '../../src/actions/correct-record.ts';
import { decideMatch } from '../../src/actions/decide-match.ts';
import { decideReview } from '../../src/actions/decide-review.ts';
import { decideFinding, getFindings } from '../../src/actions/findings.ts';
import { matchRecord } from '../../src/actions/match-record.ts';
import { reviewInside } from '../../src/actions/review-record.ts';
import { defaultReviewSettings, type ReviewSettings } from '../../src/actions/review-rules.ts';
import { changeReviewSettings, getReviewSettings } from '../../src/actions/review-settings.ts';
import type { Actor } from '../../src/actions/services.ts';
import type { Issue, Json } from '../../src/document/value.ts';
import { createMatching } from '../../src/match/matching.ts';
import { procurement } from '../../src/packs/procurement/index.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { findDocument, updateDocument } from '../../src/store/documents.ts';
import { listMatches } from '../../src/store/matches.ts';
import { newId } from '../../src/store/new-id.ts';
import { insertRecord } from '../../src/store/records.ts';
import { findReview } from '../../src/store/reviews.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { type House, keepDocument, newOwner, openHouse } from '../support/kept-things.ts';
import { readValue, takenAsGiven } from '../support/toy-engine.ts';

const matching = createMatching(procurement.matches ?? [], procurement.types, procurement.watches ?? []);

let house: House;
let deps: House & typeof takenAsGiven;
beforeAll(async () => {
  house = await openHouse();
  deps = { ...house, ...takenAsGiven, matching, types: procurement.types };
});
afterAll(() => house.close());

const newRoom = async (settings: Partial<ReviewSettings> = {}): Promise<Actor> => {
  const owner = await newOwner(house);
  await changeReviewSettings(deps, owner, {
    seen: () => true,
    settings: { ...defaultReviewSettings, ...settings },
  });
  return owner;
};
const somebodyElse = (owner: Actor): Actor => ({ ...owner, userId: newId() });
const sure = (value: Json, confidence = 0.99) => ({ ...readValue(value), confidence });

/** A record as a reading stores it. */
async function read(
  owner: Actor,
  values: Record<string, Json>,
  { confidence = 0.99, issues = [] as Issue[], type = 'invoice' } = {},
): Promise<{ recordId: string; documentId: string }> {
  const { id: documentId, runId } = await keepDocument(house, owner, { records: [] });
  const recordId = newId();
  await inWorkspace(house.db, owner.workspaceId, async (trx) => {
    await updateDocument(trx, documentId, { state: 'extracted' });
    const fields = Object.fromEntries(Object.entries(values).map(([path, value]) => [path, sure(value, confidence)]));
    await insertRecord(trx, {
      ...{ id: recordId, workspaceId: owner.workspaceId, documentId, runId, position: 0 },
      record: { type, confidence: 1, alternatives: [], pages: [1], fields, lines: [], issues },
    });
    await reviewInside(trx, deps, { workspaceId: owner.workspaceId, recordIds: [recordId], begin: true });
  });
  return { recordId, documentId };
}
const compare = (owner: Actor, recordId: string) => matchRecord(deps, { workspaceId: owner.workspaceId, recordId });
async function readAndCompare(...given: Parameters<typeof read>) {
  const kept = await read(...given);
  await compare(given[0], kept.recordId);
  return kept;
}

const reviewOf = (owner: Actor, recordId: string) =>
  inWorkspace(house.db, owner.workspaceId, async (trx) => (await findReview(trx, recordId))!);
const codes = async (owner: Actor, recordId: string) =>
  (await reviewOf(owner, recordId)).reasons.map(({ code, path }) => (path ? `${code} ${path}` : code));
const stateOf = async (owner: Actor, recordId: string) => (await reviewOf(owner, recordId)).state;
const documentState = (owner: Actor, id: string) =>
  inWorkspace(house.db, owner.workspaceId, async (trx) => (await findDocument(trx, id))!.state);
const decide = (actor: Actor, recordId: string, decision: 'approve' | 'reject' | 'reopen', version?: number) =>
  decideReview(deps, actor, { recordId, decision, seen: (now) => version === undefined || now === version });
const acts = (owner: Actor, recordId: string) =>
  inWorkspace(house.db, owner.workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('audit_events')
      .select(['action', 'actor_id'])
      .where('target_id', '=', recordId)
      .orderBy('seq')
      .execute();
    return rows.map(({ action, actor_id }) => [action, actor_id]);
  });

const bill = (number: string, more: Record<string, Json> = {}): Record<string, Json> => ({
  ...{ number, issueDate: '2026-03-01', currency: 'EUR', grossTotal: 100, netTotal: 90 },
  ...{ 'seller.name': `Weststern ${number} GmbH`, 'buyer.name': 'Ostwind AG', ...more },
});

test('never: a record without any doubt waits for a person, and its document with it', async () => {
  const owner = await newRoom();
  const { recordId, documentId } = await readAndCompare(owner, bill('N-1'));
  expect(await codes(owner, recordId)).toEqual(['level']);
  expect(await documentState(owner, documentId)).toBe('extracted');
  await decide(owner, recordId, 'approve');
  expect(await reviewOf(owner, recordId)).toMatchObject({
    state: 'approved',
    first_by: owner.userId,
    by_itself: false,
  });
  expect(await documentState(owner, documentId)).toBe('approved');
});

test('confident: approved by itself once it has been compared, and by nobody in the audit log', async () => {
  const owner = await newRoom({ level: 'confident' });
  const { recordId, documentId } = await read(owner, bill('C-1'));
  expect(await codes(owner, recordId)).toEqual(['comparing']);
  // Nobody is called to what will go through in a moment.
  expect(await documentState(owner, documentId)).toBe('extracted');
  await compare(owner, recordId);
  expect(await reviewOf(owner, recordId)).toMatchObject({ state: 'approved', by_itself: true, first_by: null });
  expect(await documentState(owner, documentId)).toBe('approved');
  await compare(owner, recordId);
  expect(await acts(owner, recordId)).toEqual([['review.approved-by-itself', null]]);
});

test('confident: what is missing, below its threshold or against a rule is named, with its numbers', async () => {
  const owner = await newRoom({ level: 'confident', threshold: 0.9, thresholds: { grossTotal: 0.99 } });
  const issue: Issue = { rule: 'procurement/odd', severity: 'warning', path: 'netTotal', message: 'odd' };
  const { number: _none, ...rest } = bill('C-2');
  const { recordId, documentId } = await readAndCompare(owner, rest, { confidence: 0.95, issues: [issue] });
  expect(await codes(owner, recordId)).toEqual(['rule netTotal', 'missing number', 'unsure grossTotal']);
  expect((await reviewOf(owner, recordId)).reasons[2]).toMatchObject({
    confidence: 0.95,
    threshold: 0.99,
    evidence: [{ page: 1, text: '100' }],
  });
  expect(await documentState(owner, documentId)).toBe('review_pending');
});

test('confident: values that a person gave are sure, and the rest decides', async () => {
  const owner = await newRoom({ level: 'confident', thresholds: { grossTotal: 0.999 } });
  const { recordId } = await readAndCompare(owner, bill('C-3'));
  expect(await codes(owner, recordId)).toEqual(['unsure grossTotal']);
  await correctRecord(deps, owner, { recordId, seen: () => true, fields: { grossTotal: 101 } });
  expect(await codes(owner, recordId)).toEqual(['comparing']);
  await compare(owner, recordId);
  expect(await reviewOf(owner, recordId)).toMatchObject({ state: 'approved', by_itself: true, record_version: 2 });
});

test('always: only what is wrong waits; a type may have a level of its own', async () => {
  const owner = await newRoom({ level: 'always', types: { quotation: { level: 'never' } } });
  const error: Issue = { rule: 'procurement/sum', severity: 'error', path: 'grossTotal', message: 'does not add up' };
  const unsure = await readAndCompare(owner, bill('A-1'), { confidence: 0.2 });
  expect(await stateOf(owner, unsure.recordId)).toBe('approved');
  const wrong = await readAndCompare(owner, bill('A-2'), { issues: [error] });
  expect(await stateOf(owner, wrong.recordId)).toBe('pending');
  const offer = await readAndCompare(owner, bill('A-3'), { type: 'quotation' });
  expect(await stateOf(owner, offer.recordId)).toBe('pending');
});

test('a finding takes back what was approved by itself, and is settled before anybody approves', async () => {
  const owner = await newRoom({ level: 'always' });
  const account = { 'seller.name': 'Talgrund GmbH', 'seller.iban': 'DE02120300000000202051' };
  await readAndCompare(owner, bill('F-1', account));
  const { recordId, documentId } = await readAndCompare(
    owner,
    bill('F-2', { ...account, 'seller.iban': 'DE89370400440532013000', grossTotal: 70, netTotal: 60 }),
  );
  const [finding] = await getFindings(house, owner, { recordId, state: 'open', limit: 5 });
  expect(finding?.watch).toBe('procurement/changed-bank-account');
  expect(await stateOf(owner, recordId)).toBe('pending');
  expect(await documentState(owner, documentId)).toBe('review_pending');
  await expect(decide(owner, recordId, 'approve')).rejects.toMatchObject({
    code: 'review.blocked',
    message: expect.stringContaining('DE89'),
  });
  await decideFinding(deps, owner, { findingId: finding!.id, decision: 'dismissed', reason: 'new bank' });
  expect(await stateOf(owner, recordId)).toBe('approved');
  await decideFinding(deps, owner, { findingId: finding!.id, decision: 'undo' });
  expect(await stateOf(owner, recordId)).toBe('pending');
  expect((await acts(owner, recordId)).map(([action]) => action)).toEqual([
    'review.approved-by-itself',
    'finding.dismissed',
    'review.withdrawn',
    'finding.decision-undone',
  ]);
});

test('a likely duplicate holds both back; the later one until somebody decides', async () => {
  const owner = await newRoom({ level: 'always' });
  const twice = bill('D-1', { 'seller.iban': 'DE02120300000000202051' });
  const first = await readAndCompare(owner, twice);
  expect(await stateOf(owner, first.recordId)).toBe('approved');
  const second = await readAndCompare(owner, twice);
  expect(await codes(owner, second.recordId)).toContain('duplicate');
  expect(await stateOf(owner, first.recordId)).toBe('pending');
  await expect(decide(owner, second.recordId, 'approve')).rejects.toMatchObject({ code: 'review.blocked' });
  const [match] = await inWorkspace(house.db, owner.workspaceId, (trx) =>
    listMatches(trx, { recordId: second.recordId, state: 'proposed', limit: 5 }),
  );
  await decideMatch(deps, owner, { matchId: match!.id, decision: 'accepted' });
  expect(await stateOf(owner, first.recordId)).toBe('approved');
  await expect(decide(owner, second.recordId, 'approve')).rejects.toMatchObject({ code: 'review.blocked' });
  await decide(owner, second.recordId, 'reject');
  expect(await reviewOf(owner, second.recordId)).toMatchObject({ state: 'rejected', rejected_by: owner.userId });
});

test('four eyes: two people from the amount on, the second neither the first nor the last to correct', async () => {
  const owner = await newRoom({ level: 'always', fourEyes: [{ above: 1000, currency: 'EUR' }] });
  const small = await readAndCompare(owner, bill('E-0', { grossTotal: 999.99 }));
  expect(await stateOf(owner, small.recordId)).toBe('approved');
  const { recordId } = await readAndCompare(owner, bill('E-1', { grossTotal: 1000 }));
  expect(await codes(owner, recordId)).toEqual(['four-eyes']);
  const second = somebodyElse(owner);
  await correctRecord(deps, second, { recordId, seen: () => true, fields: { number: 'E-2' } });
  await compare(owner, recordId);
  await decide(owner, recordId, 'approve');
  expect(await reviewOf(owner, recordId)).toMatchObject({ state: 'pending', first_by: owner.userId });
  await expect(decide(owner, recordId, 'approve')).rejects.toMatchObject({ code: 'review.other-person' });
  await expect(decide(second, recordId, 'approve')).rejects.toMatchObject({ code: 'review.other-person' });
  const third = somebodyElse(owner);
  await decide(third, recordId, 'approve');
  expect(await reviewOf(owner, recordId)).toMatchObject({ state: 'approved', second_by: third.userId });
  // Both saw other values.
  await correctRecord(deps, owner, { recordId, seen: () => true, fields: { grossTotal: 2000 } });
  expect(await reviewOf(owner, recordId)).toMatchObject({ state: 'pending', first_by: null, second_by: null });
});

test('four eyes: whoever could approve second is told once the first has, and nobody else', async () => {
  const owner = await newRoom({ level: 'always', fourEyes: [{ above: 1000, currency: 'EUR' }] });
  const others = await Promise.all([0, 1].map(() => newOwner(house)));
  await inWorkspace(house.db, owner.workspaceId, async (trx) => {
    for (const { userId } of others)
      await insertMembership(trx, { workspaceId: owner.workspaceId, userId, role: 'reviewer' });
  });
  const [corrector, second] = others as [Actor, Actor];
  const { recordId, documentId } = await readAndCompare(owner, bill('E-9', { grossTotal: 5000 }));
  const change = { recordId, seen: () => true, fields: { number: 'E-10' } };
  await correctRecord(deps, { ...owner, userId: corrector.userId }, change);
  await compare(owner, recordId);
  await decide(owner, recordId, 'approve');
  const notices = await inWorkspace(house.db, owner.workspaceId, (trx) =>
    trx.selectFrom('notices').selectAll().where('kind', '=', 'review.second-needed').execute(),
  );
  expect(notices).toMatchObject([
    { subject_type: 'document', subject_id: documentId, user_ids: [second.userId], data: { by: 'Owner' } },
  ]);
});

test('four eyes by currency: an unnamed one has the limit for all others, an unknown one every limit', async () => {
  const fourEyes = [
    { above: 500, currency: 'EUR' },
    { above: 900, currency: null },
  ];
  const owner = await newRoom({ level: 'always', fourEyes });
  const withCurrency = async (number: string, more: Record<string, Json>) =>
    (await reviewOf(owner, (await readAndCompare(owner, bill(number, { grossTotal: 600, ...more }))).recordId))
      .four_eyes;
  expect(await withCurrency('Y-1', {})).toBe(true);
  expect(await withCurrency('Y-2', { currency: 'USD' })).toBe(false);
  expect(await withCurrency('Y-3', { currency: 'USD', grossTotal: 900 })).toBe(true);
  expect(await withCurrency('Y-4', { currency: null })).toBe(true);
});

test('a rejected record comes back when it is corrected; a reopened one waits for a person', async () => {
  const owner = await newRoom({ level: 'always' });
  const { recordId, documentId } = await readAndCompare(owner, bill('R-1'));
  await expect(decide(owner, recordId, 'approve')).rejects.toMatchObject({ code: 'review.decided' });
  await decide(owner, recordId, 'reopen');
  expect(await documentState(owner, documentId)).toBe('review_pending');
  await compare(owner, recordId);
  expect(await codes(owner, recordId)).toEqual(['reopened']);
  await decide(owner, recordId, 'reject');
  await compare(owner, recordId);
  expect(await stateOf(owner, recordId)).toBe('rejected');
  await expect(decide(owner, recordId, 'approve', 7)).rejects.toMatchObject({ code: 'record.changed' });
  await correctRecord(deps, owner, { recordId, seen: () => true, fields: { number: 'R-2' } });
  await compare(owner, recordId);
  expect(await reviewOf(owner, recordId)).toMatchObject({ state: 'approved', by_itself: true, rejected_by: null });
});

test('looked at twice, a review is the same row with the same times', async () => {
  const owner = await newRoom({ level: 'confident' });
  const { recordId } = await readAndCompare(owner, bill('T-1', { grossTotal: 0.1 }), { confidence: 0.7 });
  const before = await reviewOf(owner, recordId);
  await inWorkspace(house.db, owner.workspaceId, (trx) =>
    reviewInside(trx, deps, { workspaceId: owner.workspaceId, recordIds: [recordId, recordId], begin: true }),
  );
  expect(await reviewOf(owner, recordId)).toEqual(before);
});

test('settings: an older version of them is refused, and a type that there is not', async () => {
  const owner = await newRoom({ level: 'always' });
  const { version, settings } = await getReviewSettings(house, owner);
  expect(version).toBe(1);
  const change = (seen: number, types: ReviewSettings['types']) =>
    changeReviewSettings(deps, owner, { seen: (now) => now === seen, settings: { ...settings, types } });
  await expect(change(0, {})).rejects.toMatchObject({ code: 'settings.changed' });
  await expect(change(1, { nonsense: { level: 'never' } })).rejects.toMatchObject({ code: 'request.invalid' });
  await change(1, { invoice: { fourEyes: [{ above: 5, currency: null }] } });
  expect(await getReviewSettings(house, owner)).toMatchObject({ version: 2 });
});

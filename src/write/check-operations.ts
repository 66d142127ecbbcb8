// Propose → check: each operation is let through or refused with its reason. In order: may this place be changed so, does the
// original still stand there, is the result of the right shape, and is all of it supported (the gate).

import type { Json } from '../document/value.ts';
import { applyOperations } from './apply-operations.ts';
import type { ArtifactDeclaration } from './artifact-declaration.ts';
import { matchesPattern, parsePath, type Step, sameJson, valueAt } from './artifact-path.ts';
import { type Judge, openJudge } from './gate/check-support.ts';
import type { ComputedFigure, GateSource, Unsupported, Wording } from './gate/gate-source.ts';
import type { GateLanguage } from './gate/language.ts';
import { MAX_OPERATIONS, type Operation, type Refusal, type RefusalCode, type Verdict } from './operation.ts';

export interface CheckInput {
  declaration: ArtifactDeclaration;
  body: Json;
  operations: readonly Operation[];
  /** All that may be cited. */
  sources: readonly GateSource[];
  language?: GateLanguage | undefined;
}

/** More cited text than this is refused: whoever cites everything cites nothing, and the gate would take seconds. */
const MAX_CITED_LENGTH = 40_000;

export function checkOperations(input: CheckInput): Verdict[] {
  const steps = judgeOneByOne(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same; whatever else this process has to do is done between any two operations. */
export async function checkOperationsInTurns(input: CheckInput): Promise<Verdict[]> {
  const steps = judgeOneByOne(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function* judgeOneByOne(given: CheckInput): Generator<undefined, Verdict[]> {
  const { operations } = given;
  if (operations.length > MAX_OPERATIONS) {
    return operations.map((operation) =>
      refuse(operation, 'invalid', `At most ${MAX_OPERATIONS} operations are judged at a time.`),
    );
  }
  const input: Judging = {
    ...given,
    known: new Map(given.sources.map((source) => [source.id, source])),
    gates: new Map(),
    computed: [],
    wording: [],
  };
  const accepted: Operation[] = [];
  const verdicts: Verdict[] = [];
  for (const operation of operations) {
    input.computed = [];
    input.wording = [];
    const refusal = judge(operation, accepted, input);
    if (!refusal) accepted.push(operation);
    const { computed, wording } = input;
    const told = { ...(computed.length > 0 && { computed }), ...(wording.length > 0 && { wording }) };
    verdicts.push(refusal ? { operation, accepted: false, refusal } : { operation, accepted: true, ...told });
    yield;
  }
  // Each alone was of the right shape; together they may empty a list that must not be empty.
  const together = input.declaration.schema.safeParse(applyOperations(input.body, accepted));
  if (together.success) return verdicts;
  return verdicts.map((verdict) =>
    verdict.accepted
      ? refuse(
          verdict.operation,
          'invalid',
          'Together the operations leave the artifact in a shape that it may not have.',
        )
      : verdict,
  );
}

interface Judging extends CheckInput {
  known: ReadonlyMap<string, GateSource>;
  /** By what is cited: reading the sources is most of the work, and operations of one proposal often cite the same. */
  gates: Map<string, Judge>;
  /** Of the operation that is judged: figures that were computed. */
  computed: (ComputedFigure & { path: string })[];
  /** And words that stand for the source's. */
  wording: (Wording & { path: string })[];
}

const refuse = (operation: Operation, code: RefusalCode, reason: string): Verdict => ({
  operation,
  accepted: false,
  refusal: { code, reason },
});

function judge(operation: Operation, accepted: readonly Operation[], input: Judging): Refusal | undefined {
  const { declaration, body } = input;
  const { path, action } = operation;
  const steps = parsePath(path);
  const changeable = steps && declaration.changeable.filter((one) => isAt(steps, one.path, action));
  if (!steps || !changeable || changeable.length === 0)
    return { code: 'path-not-allowed', reason: 'This place of the artifact cannot be changed.' };
  if (!changeable.some(({ actions }) => actions.includes(action)))
    return { code: 'action-not-allowed', reason: `This place cannot be changed by ${action}.` };
  return (
    checkOriginal(operation, steps, body) ??
    checkConflict(path, action, accepted) ??
    checkShape(operation, input) ??
    (action === 'remove' || action === 'reorder' ? undefined : checkSources(operation, steps, input))
  );
}

/** A list is reordered where its items may be; `bullets` is the list of `bullets[*]`. */
function isAt(steps: readonly Step[], pattern: string, action: Operation['action']): boolean {
  const declared = parsePath(pattern)!;
  if (action === 'reorder' && declared.at(-1) === '*' && matchesPattern(steps, declared.slice(0, -1))) return true;
  return matchesPattern(steps, declared);
}

function checkOriginal(
  { action, original, value }: Operation,
  steps: readonly Step[],
  body: Json,
): Refusal | undefined {
  const current = valueAt(body, steps);
  const differs: Refusal = { code: 'original-differs', reason: 'Something else stands there now. Propose anew.' };
  if (action === 'insert') {
    const list = valueAt(body, steps.slice(0, -1));
    const at = steps.at(-1);
    if (original !== null) return differs;
    return Array.isArray(list) && typeof at === 'number' && at <= list.length ? undefined : differs;
  }
  if (current === undefined || !sameJson(current, original)) return differs;
  if (action === 'reorder' && !isReordered(current, value))
    return { code: 'invalid', reason: 'The new order must hold the same items.' };
  if (action === 'remove' && value !== null) return { code: 'invalid', reason: 'What is removed has no new value.' };
  return undefined;
}

function isReordered(current: Json, value: Json): boolean {
  if (!Array.isArray(current) || !Array.isArray(value) || current.length !== value.length) return false;
  const left = [...current];
  return value.every((one) => {
    const at = left.findIndex((other) => sameJson(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/**
 * Two changes of one place, or of a place within it, have no order that everybody would expect. Inserts at one place have, and so
 * have a new order of a list and changes of its items.
 */
function checkConflict(path: string, action: Operation['action'], accepted: readonly Operation[]): Refusal | undefined {
  const within = (a: string, b: string): boolean => a === b || (a.startsWith(b) && /^[.[]/.test(a.slice(b.length)));
  const clash = accepted.some((other) => {
    if (action === 'insert' || other.action === 'insert') {
      const list = (one: string): string => one.replace(/\[\d+\]$/, '');
      const other_ =
        other.action === 'reorder' && action === 'insert'
          ? list(path) === other.path
          : action === 'reorder' && list(other.path) === path;
      return other_;
    }
    if (ordersItem(action, path, other.path) || ordersItem(other.action, other.path, path)) return false;
    return within(path, other.path) || within(other.path, path);
  });
  return clash ? { code: 'conflict', reason: 'Another operation of this proposal changes the same place.' } : undefined;
}

const ordersItem = (action: Operation['action'], list: string, item: string): boolean =>
  action === 'reorder' && item !== list && item.startsWith(`${list}[`);

function checkShape(operation: Operation, { declaration, body }: CheckInput): Refusal | undefined {
  const result = declaration.schema.safeParse(applyOperations(body, [operation]));
  if (result.success) return undefined;
  const where = result.error.issues[0];
  return { code: 'invalid', reason: `The artifact would not be of its shape: ${where?.message ?? 'unknown'}` };
}

function checkSources(operation: Operation, steps: readonly Step[], input: Judging): Refusal | undefined {
  const { declaration, body, language, known, gates } = input;
  const texts = textsOf(operation.value);
  if (texts.length === 0) return undefined;
  if (operation.sources.length === 0) return { code: 'no-source', reason: 'A new text must cite what supports it.' };
  const unknown = operation.sources.find((id) => !known.has(id));
  if (unknown !== undefined)
    return { code: 'unknown-source', reason: 'It cites a source that this artifact does not have.' };
  const subject = declaration.subjectAt?.(steps, body);
  const cited = operation.sources.map((id) => known.get(id)!);
  if (subject !== undefined && cited.some((source) => source.subject !== undefined && source.subject !== subject))
    return { code: 'other-subject', reason: 'It cites what is said of another subject than the one written of here.' };
  if (cited.reduce((sum, { text }) => sum + text.length, 0) > MAX_CITED_LENGTH)
    return {
      code: 'invalid',
      reason: `It cites more than ${MAX_CITED_LENGTH} characters. Cite what supports it alone.`,
    };
  const key = JSON.stringify(operation.sources);
  const gate = gates.get(key) ?? openJudge({ sources: cited, language });
  gates.set(key, gate);
  const judged = texts.map(({ path, text }) => ({ path, ...gate(text) }));
  const unsupported = judged.flatMap((one) =>
    one.unsupported.map((part): Unsupported & { path: string } => ({ ...part, path: one.path })),
  );
  input.computed = judged.flatMap(({ path, computed }) => computed.map((one) => ({ ...one, path })));
  input.wording = judged.flatMap(({ path, wording }) => wording.map((one) => ({ ...one, path })));
  if (unsupported.length === 0) return undefined;
  return { code: 'unsupported', reason: 'The sources cited do not say all of it.', unsupported };
}

/** Every text and number within a value; a number is a claim as much as a word. */
function textsOf(value: Json, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ path, text: value }];
  if (typeof value === 'number') return [{ path, text: String(value) }];
  if (typeof value === 'boolean') return [{ path, text: value ? 'yes' : 'no' }];
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, i) => textsOf(one, `${path}[${i}]`));
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, path === '' ? key : `${path}.${key}`));
}

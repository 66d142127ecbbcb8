// The writer with a model for artifacts whose pack says what they are tailored to. Order, insertions and removals stay with the pack's
// rules; the model words the texts. Where the gate refuses a wording of its, the wording by rules stands beside it.

import type { WritingBrief } from './artifact-declaration.ts';
import { parsePath } from './artifact-path.ts';
import { type ArtifactText, isProseAt, textsToRewrite } from './artifact-texts.ts';
import { checkOperationsInTurns } from './check-operations.ts';
import type { ModelGateway } from './model-gateway.ts';
import { MAX_OPERATIONS, type Operation } from './operation.ts';
import { answerSchema, TEXT } from './write-by-model.ts';
import type { Proposal, WriterInput } from './writer.ts';

export interface TailorInput extends WriterInput {
  gateway: ModelGateway;
  workspaceId: string;
  userId?: string | undefined;
  brief: WritingBrief;
  /** What the pack's rules propose. */
  ruled: readonly Operation[];
  signal?: AbortSignal;
}

/** A place that the model may word: a text that stands there, or one that the rules would put there. */
interface Slot extends ArtifactText {
  id: string;
  /** What the rules would do there. */
  ruled: Operation | undefined;
}

const WISH = 'wish';

export async function tailorByModel(input: TailorInput): Promise<Proposal> {
  const { gateway, sources, workspaceId, userId, brief, ruled, signal } = input;
  const slots = slotsOf(input);
  if (slots.length === 0) return { status: 'fallback', because: 'nothing-to-rewrite', operations: [...ruled] };
  const { wish, ...variables } = brief;
  const answer = await gateway.generate({
    workspaceId,
    userId,
    prompt: 'tailor-texts',
    variables: { ...variables },
    sources: [
      ...slots.map(({ id, text }) => ({ id: TEXT + id, text })),
      ...(wish === undefined ? [] : [{ id: WISH, text: wish }]),
      ...sources.map(({ id, label, text }) => ({ id, text: label ? `${label}: ${text}` : text })),
    ],
    schema: answerSchema,
    ...(signal ? { signal } : {}),
  });
  if (answer.status === 'none') return { status: 'fallback', because: answer.reason, operations: [...ruled] };
  const byId = new Map(slots.map((slot) => [slot.id, slot]));
  const worded = new Map<Slot, Operation>();
  for (const { path, value, reason, sources: cited } of answer.value.changes) {
    const slot = byId.get(path.startsWith(TEXT) ? path.slice(TEXT.length) : path);
    if (!slot || worded.has(slot) || slot.text === value) continue;
    const place = slot.ruled ?? { path: slot.path, action: 'replace' as const, original: slot.text };
    worded.set(slot, {
      path: place.path,
      action: place.action,
      original: place.original,
      value,
      reason,
      sources: cited,
    });
  }
  return { status: 'model', operations: await together(input, worded) };
}

function slotsOf(input: TailorInput): Slot[] {
  const { declaration, body, sources, ruled } = input;
  const removed = new Set(ruled.flatMap(({ action, path }) => (action === 'remove' ? [path] : [])));
  const replaced = new Map(ruled.flatMap((one) => (one.action === 'replace' ? [[one.path, one] as const] : [])));
  const standing = textsToRewrite(declaration, body, sources).filter(({ path }) => !removed.has(path));
  const texts = standing.map((one): Slot => {
    const before = replaced.get(one.path);
    return { ...one, id: one.path, text: typeof before?.value === 'string' ? before.value : one.text, ruled: before };
  });
  const inserted = ruled.flatMap((one, i): Slot[] => {
    if (one.action !== 'insert' || typeof one.value !== 'string') return [];
    if (!isProseAt(declaration, parsePath(one.path)!)) return [];
    return [{ id: `${one.path}+${i}`, path: one.path, text: one.value, sources: one.sources, ruled: one }];
  });
  return [...texts.filter(({ text }) => text.trim() !== ''), ...inserted];
}

/** In the order of the rules. What the model words goes before what the rules would have said there, which stands where it is refused. */
async function together(input: TailorInput, worded: ReadonlyMap<Slot, Operation>): Promise<Operation[]> {
  const { declaration, body, sources, ruled } = input;
  const [slots, own] = [[...worded.keys()], [...worded.values()]];
  const verdicts = await checkOperationsInTurns({ declaration, body, sources, operations: own });
  const byRule = new Map(slots.flatMap(({ ruled: rule }, i) => (rule ? [[rule, verdicts[i]!] as const] : [])));
  const rest = ruled.flatMap((rule): Operation[] => {
    const verdict = byRule.get(rule);
    if (!verdict) return [rule];
    return verdict.accepted ? [verdict.operation] : [verdict.operation, rule];
  });
  const free = own.filter((_, i) => slots[i]!.ruled === undefined);
  return [...rest, ...free].slice(0, MAX_OPERATIONS);
}

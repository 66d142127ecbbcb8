// An answer in a model's words. Nothing of it is shown that its passages do not say: each sentence goes through the gate.

import { z } from 'zod';
import type { AskedPassage } from '../search/ask/score-sentences.ts';
import { checkSupport } from '../write/gate/check-support.ts';
import type { Actor, Services } from './services.ts';

export interface WrittenSentence {
  text: string;
  /** Ids of passages. */
  sources: string[];
}

export interface WrittenAnswer {
  /** Empty: there is no model, it found nothing, or nothing that it wrote is supported. */
  sentences: WrittenSentence[];
  /** Why there are none: of the gateway, `not-found`, or `unsupported`; null when none was configured, or there are some. */
  because: string | null;
}

const MOST_PASSAGES = 8;
const answerSchema = z.object({
  found: z.boolean(),
  sentences: z
    .array(
      z.object({ text: z.string().min(1).max(1000), sources: z.array(z.string().max(20)).min(1).max(MOST_PASSAGES) }),
    )
    .max(6),
});

export async function writeAnswer(
  { gateway }: Pick<Services, 'gateway'>,
  { workspaceId, userId }: Actor,
  {
    question,
    passages,
    signal,
  }: { question: string; passages: readonly AskedPassage[]; signal?: AbortSignal | undefined },
): Promise<WrittenAnswer> {
  if (!gateway.configured || passages.length === 0) return { sentences: [], because: null };
  const shown = passages.slice(0, MOST_PASSAGES);
  const answer = await gateway.generate({
    workspaceId,
    userId,
    prompt: 'answer-question',
    sources: [
      { id: 'question', text: question },
      ...shown.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })),
    ],
    schema: answerSchema,
    ...(signal ? { signal } : {}),
  });
  if (answer.status === 'none') return { sentences: [], because: answer.reason };
  if (!answer.value.found) return { sentences: [], because: 'not-found' };
  const byId = new Map(shown.map((passage) => [passage.id, passage]));
  const sentences = answer.value.sentences.filter(({ text, sources }) => isSupported(text, sources, byId));
  return { sentences, because: sentences.length === 0 ? 'unsupported' : null };
}

function isSupported(text: string, cited: readonly string[], byId: ReadonlyMap<string, AskedPassage>): boolean {
  const sources = cited.map((id) => byId.get(id));
  // A passage that it was not shown supports nothing.
  if (!sources.every((source) => source !== undefined)) return false;
  return (
    checkSupport({
      value: text,
      sources: sources.map(({ id, text: said }) => ({ id, kind: 'passage', text: said, subject: id })),
    }).length === 0
  );
}

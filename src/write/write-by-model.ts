// The writer with a model. What it answers is a proposal like any other and goes through the same gate; without an answer the
// rules write, and the proposal says so.

import { z } from 'zod';
import { textsToRewrite } from './artifact-texts.ts';
import type { ModelGateway } from './model-gateway.ts';
import { MAX_OPERATIONS, type Operation } from './operation.ts';
import { writeByRules } from './rules/write-by-rules.ts';
import type { Proposal, WriterInput } from './writer.ts';

export const writingStyles = ['plain', 'technical', 'management', 'creative'] as const;
export type WritingStyle = (typeof writingStyles)[number];

export interface ModelWriterInput extends WriterInput {
  gateway: ModelGateway;
  workspaceId: string;
  userId?: string | undefined;
  style?: WritingStyle | undefined;
  signal?: AbortSignal;
}

const STYLES: Record<WritingStyle, string> = {
  plain: 'plain and short',
  technical: 'precise, for specialists',
  management: 'results first, for managers',
  creative: 'lively, for a general reader',
};

export const answerSchema = z.object({
  changes: z
    .array(
      z.object({
        path: z.string().max(300),
        value: z.string().max(5000),
        reason: z.string().max(500),
        sources: z.array(z.string().max(200)).max(50),
      }),
    )
    .max(MAX_OPERATIONS),
});

export const TEXT = 'text:';

export async function writeByModel(input: ModelWriterInput): Promise<Proposal> {
  const { gateway, declaration, body, sources, workspaceId, userId, style = 'plain', signal } = input;
  const texts = textsToRewrite(declaration, body, sources);
  // Nobody was asked: there is nothing that a model could write.
  if (texts.length === 0) return { status: 'fallback', because: 'nothing-to-rewrite', operations: [] };
  const labelled = sources.map(({ id, label, text }) => ({ id, text: label ? `${label}: ${text}` : text }));
  const answer = await gateway.generate({
    workspaceId,
    userId,
    prompt: 'rewrite-texts',
    variables: { style: STYLES[style] },
    sources: [...texts.map(({ path, text }) => ({ id: TEXT + path, text })), ...labelled],
    schema: answerSchema,
    ...(signal ? { signal } : {}),
  });
  if (answer.status === 'none') {
    const { operations } = await writeByRules(input);
    return { status: 'fallback', because: answer.reason, operations };
  }
  const byPath = new Map(texts.map((text) => [text.path, text]));
  const seen = new Set<string>();
  const operations = answer.value.changes.flatMap((change): Operation[] => {
    const path = change.path.startsWith(TEXT) ? change.path.slice(TEXT.length) : change.path;
    const text = byPath.get(path);
    // A text that it was not shown, or shown once and changed twice: the checks would refuse it; there is nothing to tell of it.
    if (!text || seen.has(path) || text.text === change.value) return [];
    seen.add(path);
    return [
      {
        path,
        action: 'replace',
        original: text.text,
        value: change.value,
        reason: change.reason,
        sources: change.sources,
      },
    ];
  });
  return { status: 'model', operations };
}

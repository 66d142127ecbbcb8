// The writers by their names. Whichever writes, its operations are judged alike; the answer says which one it was.

import { SheafError } from '../errors.ts';
import type { Operation } from '../write/operation.ts';
import { TemplateProblem } from '../write/rules/fill-template.ts';
import { writeByRules } from '../write/rules/write-by-rules.ts';
import { type WritingStyle, writeByModel } from '../write/write-by-model.ts';
import {
  type FilledProposal,
  type SummaryWish,
  type TemplateWish,
  writeFromTemplate,
  writeSummary,
} from '../write/write-passage.ts';
import type { Proposal, WriterInput } from '../write/writer.ts';
import type { Actor, Services } from './services.ts';
import { type ProposalAnswer, proposeChanges } from './write-artifact.ts';

type Deps = Pick<Services, 'db' | 'artifactKinds' | 'gateway'>;

export type WriterWish =
  | { writer: 'rules' }
  | { writer: 'model'; style: WritingStyle }
  | ({ writer: 'summary' } & SummaryWish)
  | ({ writer: 'template' } & TemplateWish)
  | { writer: 'given'; operations: readonly Operation[] };

export interface WrittenProposal extends ProposalAnswer, Partial<Pick<FilledProposal, 'missing' | 'refused'>> {
  /** Why no model wrote it, though one was asked for. */
  because?: string | undefined;
}

/**
 * Throws `artifact.not-found`, `artifact.invalid-template`; with FALLBACK_TO_FREE=no what the gateway throws.
 */
export async function proposeWriting(
  deps: Deps,
  actor: Actor,
  { artifactId, wish }: { artifactId: string; wish: WriterWish },
): Promise<WrittenProposal> {
  if (wish.writer === 'given') return proposeChanges(deps, actor, { artifactId, by: wish.operations });
  let written: Proposal | FilledProposal | undefined;
  const by = async (input: WriterInput): Promise<Proposal> => {
    written = await write(deps, actor, { wish, input });
    return written;
  };
  const answer = await proposeChanges(deps, actor, { artifactId, by });
  const { because, missing, refused } = written as Partial<FilledProposal>;
  return { ...answer, because, ...(missing && refused ? { missing, refused } : {}) };
}

async function write(
  { gateway }: Deps,
  { workspaceId, userId }: Actor,
  { wish, input }: { wish: Exclude<WriterWish, { writer: 'given' }>; input: WriterInput },
): Promise<Proposal | FilledProposal> {
  if (wish.writer === 'rules') return writeByRules(input);
  if (wish.writer === 'model') return writeByModel({ ...input, gateway, workspaceId, userId, style: wish.style });
  if (wish.writer === 'summary') return writeSummary(input, wish);
  try {
    return await writeFromTemplate(input, wish);
  } catch (error) {
    if (error instanceof TemplateProblem) throw new SheafError('artifact.invalid-template');
    throw error;
  }
}

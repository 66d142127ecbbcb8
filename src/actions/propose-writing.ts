// The writers by their names. Whichever writes, its operations are judged alike; the answer says which one it was.

import { SheafError } from '../errors.ts';
import { applyOperations } from '../write/apply-operations.ts';
import type { ArtifactAssessment } from '../write/assessment.ts';
import type { Operation, Verdict } from '../write/operation.ts';
import { TemplateProblem } from '../write/rules/fill-template.ts';
import { writeByRules } from '../write/rules/write-by-rules.ts';
import { tailorByModel } from '../write/tailor-by-model.ts';
import { type WritingStyle, writeByModel } from '../write/write-by-model.ts';
import {
  type FilledProposal,
  type SummaryWish,
  type TemplateWish,
  writeFromTemplate,
  writeSummary,
} from '../write/write-passage.ts';
import type { Proposal, WriterInput } from '../write/writer.ts';
import { type OptionsWish, readOptions } from './artifact-options.ts';
import { assess } from './assess-artifact.ts';
import { getArtifact } from './browse-artifacts.ts';
import type { Actor, Services } from './services.ts';
import { declarationOf, type ProposalAnswer, proposeChanges } from './write-artifact.ts';

type Deps = Pick<Services, 'db' | 'artifactKinds' | 'types' | 'gateway'>;

export type WriterWish =
  | ({ writer: 'rules' } & OptionsWish)
  | ({ writer: 'model'; style?: WritingStyle | undefined } & OptionsWish)
  | ({ writer: 'summary' } & SummaryWish)
  | ({ writer: 'template' } & TemplateWish)
  | { writer: 'given'; operations: readonly Operation[] };

export interface WrittenProposal extends ProposalAnswer, Partial<Pick<FilledProposal, 'missing' | 'refused'>> {
  /** Why no model wrote it, though one was asked for. */
  because?: string | undefined;
  /** Of a kind that is assessed: as it is, and as it would be with all that was accepted. */
  assessment?: { before: ArtifactAssessment; after: ArtifactAssessment } | undefined;
}

/**
 * Throws `artifact.not-found`, `artifact.invalid-template`, `artifact.invalid-options`, `artifact.wrong-source`; with
 * FALLBACK_TO_FREE=no what the gateway throws.
 */
export async function proposeWriting(
  deps: Deps,
  actor: Actor,
  { artifactId, wish }: { artifactId: string; wish: WriterWish },
): Promise<WrittenProposal> {
  if (wish.writer === 'given') return proposeChanges(deps, actor, { artifactId, by: wish.operations });
  const { kind } = await getArtifact(deps, actor, artifactId);
  const declaration = declarationOf(deps.artifactKinds, kind);
  const tailored = wish.writer === 'rules' || wish.writer === 'model' ? wish : {};
  const options = await readOptions(deps, actor, declaration, tailored);
  let written: Proposal | FilledProposal | undefined;
  let seen: WriterInput | undefined;
  const by = async (input: WriterInput): Promise<Proposal> => {
    seen = { ...input, ...(options === undefined ? {} : { options }) };
    written = await write(deps, actor, { wish, input: seen });
    return written;
  };
  const answer = await proposeChanges(deps, actor, { artifactId, by });
  const { because, missing, refused } = (written ?? {}) as Partial<FilledProposal>;
  const assessment = seen && assessBoth(seen, answer.verdicts);
  return { ...answer, because, assessment, ...(missing && refused ? { missing, refused } : {}) };
}

function assessBoth(
  { declaration, body, sources, options }: WriterInput,
  verdicts: readonly Verdict[],
): WrittenProposal['assessment'] {
  const accepted = verdicts.filter((one) => one.accepted).map(({ operation }) => operation);
  const before = assess(declaration, { body, sources, options });
  const after = assess(declaration, { body: applyOperations(body, accepted), sources, options });
  return before && after && { before, after };
}

async function write(
  { gateway }: Deps,
  { workspaceId, userId }: Actor,
  { wish, input }: { wish: Exclude<WriterWish, { writer: 'given' }>; input: WriterInput },
): Promise<Proposal | FilledProposal> {
  const { writeByRules: writeOwn, brief } = input.declaration;
  const ruled = async (): Promise<Proposal> =>
    writeOwn ? { status: 'rules', operations: await writeOwn(input) } : writeByRules(input);
  if (wish.writer === 'rules') return ruled();
  if (wish.writer === 'model') {
    const asking = { ...input, gateway, workspaceId, userId };
    if (!brief) return writeByModel({ ...asking, style: wish.style });
    return tailorByModel({ ...asking, brief: brief(input.options ?? {}), ruled: (await ruled()).operations });
  }
  if (wish.writer === 'summary') return writeSummary(input, wish);
  try {
    return await writeFromTemplate(input, wish);
  } catch (error) {
    if (error instanceof TemplateProblem) throw new SheafError('artifact.invalid-template');
    throw error;
  }
}

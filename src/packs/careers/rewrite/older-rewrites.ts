// How an earlier product had texts rewritten, and what it called their parts.

import type { OlderAddress } from '../../../pipeline/older-address.ts';
import { tailoringStrengths } from './options.ts';

type Json = Record<string, unknown>;

const OPTIONS: Readonly<Record<string, string>> = {
  style: 'style',
  tailoring: 'strength',
  tailoring_level: 'strength',
  tailoring_mode: 'strength',
  job_description: 'jobDescription',
  company: 'employer',
  company_name: 'employer',
  job_title: 'position',
  language: 'language',
};
const TITLES = { resume: 'Résumé', 'cover-letter': 'Cover letter', linkedin: 'LinkedIn profile' } as const;
type Kind = keyof typeof TITLES;
/** Only a letter has a place for them. */
const OF_LETTER = new Set(['employer', 'position', 'language']);

const wishFor =
  (kind: Kind) =>
  (given: Json): Json => {
    const { resume_id, document_id, job_id, content, headline, about, title, ...rest } = given;
    const named = Object.entries(rest).filter(([name]) => Object.hasOwn(OPTIONS, name));
    const own = Object.entries(rest).filter(([name]) => !Object.hasOwn(OPTIONS, name));
    const options = Object.fromEntries(
      named
        .map(([name, value]) => [OPTIONS[name]!, value] as const)
        .filter(([name, value]) => value !== null && (kind === 'cover-letter' || !OF_LETTER.has(name))),
    );
    const body = bodyOf(kind, { content, headline, about });
    return {
      kind: `careers/${kind}`,
      title: title ?? TITLES[kind],
      ...(resume_id === undefined
        ? document_id === undefined
          ? {}
          : { source: { document: document_id } }
        : { source: { record: resume_id } }),
      ...(job_id === undefined ? {} : { target: { record: job_id } }),
      ...(named.length === 0 ? {} : { options }),
      ...(body === undefined ? {} : { body }),
      ...Object.fromEntries(own),
    };
  };

/** A text that somebody has already; a résumé is read from its file. */
function bodyOf(kind: Kind, { content, headline, about }: Json): Json | undefined {
  if (kind === 'cover-letter' && typeof content === 'string')
    return {
      paragraphs: content
        .split(/\n\s*\n/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    };
  const text = about ?? content;
  if (kind !== 'linkedin' || (headline === undefined && text === undefined)) return undefined;
  return { ...(headline === undefined ? {} : { headline }), ...(text === undefined ? {} : { about: text }) };
}

interface Assessed {
  score: { score: number };
  missing: Record<'absent' | 'unsaid', { name: string }[]>;
  suggestions: { keyword: string }[];
}

/** Ours, and beside it what they called things. */
function rewritten(answer: Json): Json {
  const { artifact, proposal, improvements } = answer as unknown as {
    artifact: { id: string; version: number };
    proposal: { assessment: { before: Assessed; after: Assessed } | null };
    improvements: { reason: string }[];
  };
  const { before, after } = proposal.assessment ?? {};
  const namesOf = (list: readonly { name: string }[] = []): string[] => list.map(({ name }) => name);
  return {
    ...answer,
    id: artifact.id,
    version: artifact.version,
    improvements: [...new Set(improvements.map(({ reason }) => reason))],
    impact_score: after?.score.score ?? null,
    impact_score_before: before?.score.score ?? null,
    missing_skills: namesOf(after?.missing.absent),
    unsaid_skills: namesOf(after?.missing.unsaid),
    keyword_suggestions: [...new Set((after?.suggestions ?? []).map(({ keyword }) => keyword))],
  };
}

const names = `\`resume_id\` is the record of the résumé, or \`document_id\` its file; \`job_id\` the record of a posting, or \`job_description\` its words; \`style\`; \`tailoring\` is one of ${tailoringStrengths.join(', ')}. The answer has \`impact_score\`, \`improvements\`, \`missing_skills\`, \`keyword_suggestions\` besides`;

export const olderRewrites: readonly OlderAddress[] = [
  {
    method: 'POST',
    older: '/v2/ai/rewrite/resume',
    real: '/api/v1/artifacts/rewrites',
    body: wishFor('resume'),
    answer: rewritten,
    note: names,
  },
  {
    method: 'POST',
    older: '/v2/ai/rewrite/cover-letter',
    real: '/api/v1/artifacts/rewrites',
    body: wishFor('cover-letter'),
    answer: rewritten,
    note: 'the same, with `company` and `job_title`; `content` is a letter that is there already',
  },
  {
    method: 'POST',
    older: '/v2/ai/rewrite/linkedin',
    real: '/api/v1/artifacts/rewrites',
    body: wishFor('linkedin'),
    answer: rewritten,
    note: 'the same; `headline` and `about` are those that are there already',
  },
];

// Two ways to find skills and knowledge in sentences of postings: by the model alone, each sentence for itself, as its card
// publishes it; and as Sheaf reads a posting: line by line in its company, beside the names of the taxonomy.

import type { Entity, Nlp } from '../../src/nlp/nlp.ts';
import { findSkills } from '../../src/packs/careers/skills/find-skills.ts';
import { ownTaxonomy } from '../../src/packs/careers/skills/own-taxonomy.ts';
import { isHardSkill } from '../../src/packs/careers/skills/skill.ts';
import { mendSkillSpans } from '../../src/recognize/entities/mend-skill-spans.ts';

export interface Sentence {
  /** Of the posting, within its source. */
  idx: number;
  tokens: string[];
  tags_skill: string[];
  tags_knowledge: string[];
  source: string;
}

/** Entities of each sentence; places count within it. */
export type FindSkillSpans = (sentences: readonly Sentence[], nlp: Nlp) => Promise<Entity[][]>;

const BATCH = 200;
const textOf = ({ tokens }: Sentence): string => tokens.join(' ');

export const byModelAlone: FindSkillSpans = async (sentences, nlp) => {
  const found: Entity[][] = [];
  for (let from = 0; from < sentences.length; from += BATCH) {
    found.push(...(await ask(nlp, sentences.slice(from, from + BATCH).map(textOf), false)));
  }
  return found;
};

export const byLineAndTaxonomy: FindSkillSpans = async (sentences, nlp) => {
  const found: Entity[][] = [];
  for (const posting of postingsOf(sentences)) {
    const text = posting.map(textOf).join('\n');
    const [entities] = await ask(nlp, [text], true);
    const names = findSkills(text, ownTaxonomy()).map(({ start, end, skill }) => ({
      start,
      end,
      hard: isHardSkill(skill),
    }));
    const mended = mendSkillSpans(text, entities!, names);
    let start = 0;
    for (const sentence of posting) {
      const end = start + textOf(sentence).length;
      const mine = mended.filter((span) => span.start >= start && span.end <= end);
      const from = start;
      found.push(mine.map((span) => ({ ...span, start: span.start - from, end: span.end - from })));
      start = end + 1;
    }
  }
  return found;
};

async function ask(nlp: Nlp, texts: readonly string[], byLine: boolean): Promise<Entity[][]> {
  const { status, entities } = await nlp.findEntities(texts, { byLine });
  if (status !== 'model') throw new Error('the model did not run: there is nothing to measure');
  return entities;
}

function postingsOf(sentences: readonly Sentence[]): Sentence[][] {
  const postings: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = postings.at(-1)?.[0];
    if (last && last.idx === sentence.idx && last.source === sentence.source) postings.at(-1)!.push(sentence);
    else postings.push([sentence]);
  }
  return postings;
}

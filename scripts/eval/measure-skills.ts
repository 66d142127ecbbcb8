// Skills and knowledge in sentences of job postings (SkillSpan), found by our entity model alone and as Sheaf reads a posting:
// strict spans, at the level of the corpus' own tokens as its figures are published, and of the words that the model sees.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLocalNlp } from '../../src/nlp/local-nlp.ts';
import type { Entity, Nlp } from '../../src/nlp/nlp.ts';
import { splitEntityWords } from '../../src/recognize/entities/split-words.ts';
import { byLineAndTaxonomy, byModelAlone, type FindSkillSpans, type Sentence } from './find-skill-spans.ts';
import type { Measure, Row } from './measure.ts';

interface SkillFigures {
  head: 'skills' | 'knowledge';
  source: string;
  spans: number;
  precision: number;
  recall: number;
  f1: number;
  /** Borders judged by words, which are finer than tokens. */
  f1ByWords: number;
}

interface SkillReport {
  sentences: number;
  words: number;
  ms: number;
  figures: SkillFigures[];
}

interface Counts {
  right: number;
  found: number;
  expected: number;
}

const tagsOf = { skills: 'tags_skill', knowledge: 'tags_knowledge' } as const;

/** What the card of the model says of this part (.480, .568), less a point for other processors. */
const cardF1 = { skills: 0.47, knowledge: 0.55 };
/** Asked for: both layers, whatever finds them. */
const MEAN_F1 = 0.54;
const SET = 'skillspan';

export const skillsMeasure: Measure = {
  name: SET,
  async run({ data }) {
    const nlp = createLocalNlp();
    try {
      const sentences = readFileSync(path.join(data, 'skills', 'skillspan', 'dev.json'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Sentence);
      await nlp.findEntities(['warm']);
      const alone = await measureSkills(sentences, nlp, byModelAlone);
      const combined = await measureSkills(sentences, nlp, byLineAndTaxonomy);
      const rows = printReport('the model alone', alone);
      printReport('line by line, with the taxonomy', combined);
      const measured = Math.round(meanF1(combined) * 1000) / 1000;
      const row: Row = {
        set: SET,
        what: 'both, by line, mean span F1',
        target: MEAN_F1,
        measured,
        documents: sentences.length,
      };
      return { rows: [...rows, row], details: { alone, combined } };
    } finally {
      await nlp.close();
    }
  },
};

const meanF1 = ({ figures }: SkillReport): number =>
  figures.filter(({ source }) => source === 'all').reduce((sum, { f1 }, _, all) => sum + f1 / all.length, 0);

function printReport(how: string, { sentences, ms, figures }: SkillReport): Row[] {
  const rows: Row[] = [];
  console.log(`\nSkillSpan dev, ${how}: ${sentences} sentences, ${(ms / sentences).toFixed(1)} ms each`);
  for (const { head, source, spans, precision, recall, f1, f1ByWords } of figures) {
    const own = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
    console.log(`  ${head}, ${source}: ${spans} spans, ${own}; borders by words: F1 ${f1ByWords.toFixed(3)}`);
    if (source !== 'all') continue;
    const measured = Math.round(f1 * 1000) / 1000;
    rows.push({ set: SET, what: `${head}, span F1`, target: cardF1[head], measured, documents: sentences });
  }
  return rows;
}

async function measureSkills(sentences: readonly Sentence[], nlp: Nlp, find: FindSkillSpans): Promise<SkillReport> {
  const counts = new Map<string, { tokens: Counts; words: Counts }>();
  const started = performance.now();
  const entities = await find(sentences, nlp);
  for (const [place, sentence] of sentences.entries()) {
    for (const head of ['skills', 'knowledge'] as const) {
      const found = entities[place]!.filter((entity) => entity.head === head);
      for (const source of [sentence.source, 'all']) {
        const key = `${head} ${source}`;
        const count = counts.get(key) ?? { tokens: none(), words: none() };
        counts.set(key, count);
        addSentence(sentence, { head, found }, count);
      }
    }
  }
  const ms = performance.now() - started;
  const figures = [...counts].map(([key, { tokens, words }]) => {
    const [head, source] = key.split(' ') as [SkillFigures['head'], string];
    const precision = tokens.right / tokens.found;
    const recall = tokens.right / tokens.expected;
    return { head, source, spans: tokens.expected, precision, recall, f1: f1Of(tokens), f1ByWords: f1Of(words) };
  });
  return {
    sentences: sentences.length,
    words: sentences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    ms,
    figures,
  };
}

const none = (): Counts => ({ right: 0, found: 0, expected: 0 });
const f1Of = ({ right, found, expected }: Counts): number => (2 * right) / (found + expected);

function addSentence(
  sentence: Sentence,
  { head, found }: { head: SkillFigures['head']; found: readonly Entity[] },
  count: { tokens: Counts; words: Counts },
): void {
  const { starts, ends } = placesOf(sentence.tokens);
  const gold = goldSpans(sentence[tagsOf[head]]);
  add(count.tokens, keys(gold), keys(tokenSpans(starts, found)));
  add(
    count.words,
    keys(gold.map(({ first, end }) => ({ first: starts[first]!, end: ends[end - 1]! }))),
    keys(found.map(({ start, end }) => ({ first: start, end }))),
  );
}

/** Where each token's words begin and end: control characters at its ends belong to none. */
function placesOf(tokens: readonly string[]): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const token of tokens) {
    const words = splitEntityWords(token);
    starts.push(at + (words[0]?.start ?? 0));
    ends.push(at + (words.at(-1)?.end ?? token.length));
    at += token.length + 1;
  }
  return { starts, ends };
}

interface Span {
  first: number;
  end: number;
}

const keys = (spans: readonly Span[]): Set<string> => new Set(spans.map(({ first, end }) => `${first}-${end}`));

function add(counts: Counts, expected: ReadonlySet<string>, found: ReadonlySet<string>): void {
  counts.expected += expected.size;
  counts.found += found.size;
  for (const key of found) if (expected.has(key)) counts.right++;
}

/** An I that continues nothing opens a span. */
function goldSpans(tags: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const [place, tag] of tags.entries()) {
    if (tag === 'O') continue;
    const last = spans.at(-1);
    if (tag === 'I' && last?.end === place) last.end++;
    else spans.push({ first: place, end: place + 1 });
  }
  return spans;
}

/** A token is in a span when its first word is; a span that begins inside a token continues the one before it. */
function tokenSpans(starts: readonly number[], found: readonly Entity[]): Span[] {
  const spans: Span[] = [];
  for (const [place, start] of starts.entries()) {
    const entity = found.find((each) => each.start <= start && start < each.end);
    if (!entity) continue;
    const last = spans.at(-1);
    if (last?.end === place && entity.start !== start) last.end++;
    else spans.push({ first: place, end: place + 1 });
  }
  return spans;
}

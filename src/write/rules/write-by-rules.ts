// The writer without a model: every prose text of an artifact, sentence by sentence, made plainer by rules. English; a text of
// another language only has its spaces and marks put right.

import { type ArtifactText, textsToRewrite } from '../artifact-texts.ts';
import { guessLanguage } from '../gate/language.ts';
import { splitSentences } from '../gate/split-sentences.ts';
import type { Operation } from '../operation.ts';
import type { Proposal, WriterInput } from '../writer.ts';
import { changeTense } from './change-tense.ts';
import { sentenceRules } from './sentence-rules.ts';

export async function writeByRules(input: WriterInput): Promise<Proposal> {
  const texts = textsToRewrite(input.declaration, input.body, input.sources);
  const full = withFullStop(texts);
  const operations: Operation[] = [];
  for (const one of texts) {
    const { text, reasons } = await rewrite(one, input, full.get(listOf(one.path)));
    if (text === one.text || text === '') continue;
    operations.push({
      path: one.path,
      action: 'replace',
      original: one.text,
      value: text,
      reason: reasons.join(' '),
      sources: one.sources,
    });
  }
  return { status: 'rules', operations };
}

const listOf = (path: string): string => path.replace(/\[\d+\]$/, '');

/** Whether the items of a list end in a full stop: as most of them do; undefined for what is no list. */
function withFullStop(texts: readonly ArtifactText[]): Map<string, boolean> {
  const lists = Map.groupBy(texts, ({ path }) => listOf(path));
  return new Map(
    [...lists].flatMap(([list, items]): [string, boolean][] => {
      if (items.length < 2 || items[0]!.path === list) return [];
      return [[list, items.filter(({ text }) => text.trimEnd().endsWith('.')).length * 2 >= items.length]];
    }),
  );
}

async function rewrite(
  { text, path }: ArtifactText,
  { tenseAt }: WriterInput,
  fullStop: boolean | undefined,
): Promise<{ text: string; reasons: string[] }> {
  const language = guessLanguage(text) ?? 'en';
  const reasons = new Set<string>();
  const rules = language === 'en' ? sentenceRules : sentenceRules.filter(({ id }) => id === 'spaces');
  const tense = language === 'en' ? tenseAt?.(path) : undefined;
  const written: string[] = [];
  for (const { start, end } of splitSentences(text, language)) {
    let sentence = text.slice(start, end);
    for (const rule of rules) {
      const next = rule.rewrite(sentence);
      if (next !== sentence) reasons.add(rule.reason);
      sentence = next;
    }
    if (tense) {
      const next = await changeTense(sentence, tense);
      if (next !== sentence)
        reasons.add(tense === 'past' ? 'What is over is told in the past.' : 'What goes on is told in the present.');
      sentence = next;
    }
    if (written.includes(sentence)) {
      reasons.add('A sentence stood twice.');
      continue;
    }
    written.push(sentence);
  }
  let result = written.join(' ');
  if (
    fullStop !== undefined &&
    result !== '' &&
    /[\p{L}\p{N}%)]\.?$/u.test(result) &&
    result.endsWith('.') !== fullStop
  ) {
    result = fullStop ? `${result}.` : result.slice(0, -1);
    reasons.add('The items of a list end alike.');
  }
  return { text: result, reasons: [...reasons] };
}

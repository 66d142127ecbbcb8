// The entity model and the rules over one text: windows are run one by one, spans come back with their places in the text.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SheafError } from '../../errors.ts';
import type { EntityLabels } from '../../recognize/entities/entity-labels.ts';
import type { EntitySpan } from '../../recognize/entities/entity-span.ts';
import { entitySpans } from '../../recognize/entities/entity-spans.ts';
import { type EntityWindow, entityWindows } from '../../recognize/entities/entity-windows.ts';
import { type LineInCompany, linesInCompany } from '../../recognize/entities/lines-in-company.ts';
import { meanLogProbabilities } from '../../recognize/entities/mean-log-probabilities.ts';
import { mergeEntities } from '../../recognize/entities/merge-entities.ts';
import { findInPiece, joinRuleEntities, rulePieces } from '../../recognize/entities/rule-entities.ts';
import { type EncodedText, encodeEntityText, type PieceVocabulary } from '../../recognize/entities/word-pieces.ts';
import type { ModelFolder } from '../model-folder.ts';
import { createTensors, loadSession } from './load-session.ts';

/** Runs a part of the work, between which others may have their turn. */
export type Step = <T>(work: () => Promise<T>) => Promise<T>;

export interface EntityFinder {
  inputs: readonly string[];
  find(text: string, step: Step): Promise<EntitySpan[]>;
  /** Skills and knowledge alone, each line judged alone and in the company of its neighbours. */
  findByLine(text: string, step: Step): Promise<EntitySpan[]>;
}

/** Those that were taught on single lines. */
const lineHeads: ReadonlySet<string> = new Set(['skills', 'knowledge']);
/** A text of more is read as a whole: each line costs as much as a page of it. */
const MOST_LINES = 400;

/** Throws SheafError `models.unavailable`. */
export async function loadEntityFinder(folder: ModelFolder): Promise<EntityFinder> {
  const session = await loadSession(folder);
  const vocabulary = await readVocabulary(folder);
  const { labels } = vocabulary;
  const { cls, sep } = labels.specialIds;
  const tensor = await createTensors();

  async function judge(encoded: EncodedText, window: EntityWindow, logits: Float32Array[]): Promise<void> {
    const { from, to, firstWord, endWord } = window;
    const ids = [cls, ...encoded.ids.slice(from, to), sep];
    const output = await session.run({
      input_ids: tensor(ids),
      attention_mask: tensor(ids.map(() => 1)),
      token_type_ids: tensor([0, ...encoded.shapes.slice(from, to), 0]),
    });
    for (const [place, head] of labels.heads.entries()) {
      const data = output[head.name]!.data as Float32Array;
      const size = head.labels.length;
      for (let word = firstWord; word < endWord; word++) {
        const row = (encoded.words[word]!.first - from + 1) * size;
        logits[place]!.set(data.subarray(row, row + size), word * size);
      }
    }
  }

  async function judgeAll(encoded: EncodedText, step: Step): Promise<Float32Array[]> {
    const logits = labels.heads.map((head) => new Float32Array(encoded.words.length * head.labels.length));
    for (const window of entityWindows(encoded.words, encoded.ids.length, labels)) {
      await step(() => judge(encoded, window, logits));
    }
    return logits;
  }

  async function find(text: string, step: Step): Promise<EntitySpan[]> {
    const encoded = await step(async () => encodeEntityText(text, vocabulary));
    const logits = await judgeAll(encoded, step);
    const ruled: EntitySpan[][] = [];
    for (const piece of rulePieces(text)) ruled.push(await step(async () => findInPiece(text, piece)));
    return step(async () => {
      const { words } = encoded;
      const judged = labels.heads.map((head, place) => entitySpans({ text, words, head, logits: logits[place]! }));
      return mergeEntities(...judged, joinRuleEntities(ruled));
    });
  }

  async function findInLine(text: string, line: LineInCompany, step: Step): Promise<EntitySpan[]> {
    const { start, end, from, to } = line;
    const own = text.slice(start, end);
    const alone = await step(async () => encodeEntityText(own, vocabulary));
    const company = await step(async () => encodeEntityText(text.slice(from, to), vocabulary));
    const first = company.words.findIndex((word) => word.start >= start - from && !word.newline);
    const [logits, inCompany] = [await judgeAll(alone, step), await judgeAll(company, step)];
    return labels.heads.flatMap((head, place) => {
      if (!lineHeads.has(head.name)) return [];
      const size = head.labels.length;
      const rows = inCompany[place]!.subarray(first * size, (first + alone.words.length) * size);
      const both = meanLogProbabilities(logits[place]!, rows, size);
      const found = entitySpans({ text: own, words: alone.words, head, logits: both });
      return found.map((span) => ({ ...span, start: span.start + start, end: span.end + start }));
    });
  }

  return {
    inputs: session.inputNames,
    find,
    async findByLine(text, step) {
      const lines = await step(async () => linesInCompany(text));
      if (lines.length > MOST_LINES) return (await find(text, step)).filter(({ head }) => lineHeads.has(head));
      const found: EntitySpan[][] = [];
      for (const line of lines) found.push(await findInLine(text, line, step));
      return mergeEntities(...found);
    },
  };
}

async function readVocabulary({ path, name }: ModelFolder): Promise<PieceVocabulary> {
  try {
    const labels = JSON.parse(await readFile(join(path, 'labels.json'), 'utf8')) as EntityLabels;
    const tokenizer = JSON.parse(await readFile(join(path, 'tokenizer.json'), 'utf8')) as {
      model: { vocab: Record<string, number> };
    };
    return { labels, pieces: new Map(Object.entries(tokenizer.model.vocab)) };
  } catch (cause) {
    throw new SheafError('models.unavailable', `The vocabulary of the model ${name} could not be read.`, { cause });
  }
}

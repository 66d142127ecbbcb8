// Pairs of descriptions, each of one thing or of two: how well the generic features alone tell. Weights and calibration are learnt on
// the train part by what a workspace's decisions feed; the figures are of the valid part, which nothing was learnt on.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '../../src/document/value.ts';
import { learnWeights } from '../../src/match/learn-weights.ts';
import { asScored, declaredModel, type MatchModel } from '../../src/match/match-model.ts';
import type { Subject } from '../../src/match/match-spec.ts';
import { scorePair } from '../../src/match/score-pair.ts';
import { countWords, rarityIn } from '../../src/match/word-rarity.ts';
import type { Measure } from './measure.ts';
import { thingsSpec } from './record-pairs-spec.ts';

interface Pair {
  left: Subject;
  right: Subject;
  same: boolean;
}

interface PairFigures {
  f1: number;
  precision: number;
  recall: number;
  /** Expected calibration error over ten bins of the score. */
  ece: number;
}

interface PairReport {
  pairs: number;
  /** With weights as declared, and as learnt from the train part. */
  declared: PairFigures;
  learnt: PairFigures;
  /** Comparing one pair: microseconds of processor. */
  pairMicros: number;
}

/** At this probability a pair is said to be one thing: nothing is tuned. */
const SAME_FROM = 0.5;
const fields = ['title', 'category', 'brand', 'modelno', 'price'];

const SET = 'record-pairs';
const F1_TARGET = 0.75;

export const recordPairsMeasure: Measure = {
  name: SET,
  async run({ data }) {
    const report = measureRecordPairs(data);
    if (!report) return undefined;
    console.log(`\n${SET}: ${report.pairs} pairs, ${report.pairMicros.toFixed(0)} µs of processor each`);
    for (const [weights, { f1, precision, recall, ece }] of [
      ['declared', report.declared],
      ['learnt on the train part', report.learnt],
    ] as const) {
      const rates = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;
      console.log(`  weights ${weights}: ${rates}, calibration error ${ece.toFixed(3)}`);
    }
    return {
      rows: [{ set: SET, what: 'F1', target: F1_TARGET, measured: report.learnt.f1, documents: report.pairs }],
      details: report,
    };
  },
};

/** undefined when the set is not there. */
function measureRecordPairs(data: string, name = 'walmart-amazon'): PairReport | undefined {
  const dir = path.join(data, 'record-pairs', name);
  if (!existsSync(dir)) return undefined;
  const [train, valid] = ['train', 'valid'].map((part) => readPairs(path.join(dir, `${part}.ndjson`)));
  const words = countWords(new Set(train!.flatMap(({ left, right }) => [left, right].map(describe))));
  const declared: MatchModel = { ...declaredModel(thingsSpec), words };
  const compared = (pairs: readonly Pair[], model: MatchModel) => {
    const context = { rarity: rarityIn(model.words) };
    return pairs.map(({ left, right, same }) => ({
      same,
      ...scorePair(thingsSpec, { model, context }, [left, right]),
    }));
  };
  const started = process.cpuUsage();
  const trained = compared(train!, declared);
  const pairMicros = process.cpuUsage(started).user / train!.length;
  const learnt: MatchModel = {
    ...declared,
    ...learnWeights(
      thingsSpec,
      trained.map(({ values, same }) => ({ values, right: same })),
    ),
    calibration: asScored,
  };
  return {
    pairs: valid!.length,
    declared: figuresOf(compared(valid!, declared)),
    learnt: figuresOf(compared(valid!, learnt)),
    pairMicros,
  };
}

function readPairs(file: string): Pair[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((line, i) => {
    const row = JSON.parse(line) as Record<string, Json>;
    const side = (name: string): Subject => ({
      id: `${name} ${i}`,
      type: 'thing',
      lines: [],
      values: Object.fromEntries(
        fields.flatMap((field) => {
          const value = row[`${field}_${name}`];
          return value === null || value === undefined ? [] : [[field, value]];
        }),
      ),
    });
    return { left: side('left'), right: side('right'), same: row.label === 1 };
  });
}

const describe = ({ values }: Subject): string =>
  ['title', 'brand', 'modelno'].flatMap((field) => values[field] ?? []).join(' ');

const BINS = 10;

function figuresOf(scored: readonly { same: boolean; probability: number }[]): PairFigures {
  const said = scored.filter(({ probability }) => probability >= SAME_FROM);
  const right = said.filter(({ same }) => same).length;
  const there = scored.filter(({ same }) => same).length;
  const bins = Array.from({ length: BINS }, (_, bin) =>
    scored.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin),
  );
  const ece = bins.reduce((sum, bin) => {
    const mean = bin.reduce((total, { probability }) => total + probability, 0);
    return sum + Math.abs(mean - bin.filter(({ same }) => same).length) / scored.length;
  }, 0);
  return { f1: (2 * right) / (said.length + there), precision: right / said.length, recall: right / there, ece };
}

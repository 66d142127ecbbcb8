// Do jobs that fit a person rank before those that do not, and does the product say what is missing? On invented people and
// postings whose fit is known: once with what they say taken for granted, once as their pages are read.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DocumentRecord } from '../../src/document/value.ts';
import { declaredModel } from '../../src/match/match-model.ts';
import type { Subject } from '../../src/match/match-spec.ts';
import { createMatching } from '../../src/match/matching.ts';
import { scorePair } from '../../src/match/score-pair.ts';
import { describeFit, type Fit } from '../../src/packs/careers/match/describe-fit.ts';
import { resumePosting } from '../../src/packs/careers/match/resume-posting.ts';
import { packs } from '../../src/packs/index.ts';
import type { KnownBand, KnownFit } from '../../synth/posting/posting-body.ts';
import type { SynthDocument } from '../../synth/synthesize.ts';
import { synthesizeFits } from '../../synth/synthesize-fits.ts';
import type { Measure, MeasureContext, Row } from './measure.ts';

const SET = 'resume-fit';
const PEOPLE = 48;
/** What of the product's bands a known fit may be called. */
const BANDS: Readonly<Record<KnownBand, readonly Fit['band'][]>> = {
  strong: ['strong', 'good'],
  partial: ['good', 'partial'],
  weak: ['weak'],
};
/** A pair has an order where one band is above the other. */
const HEIGHT: Readonly<Record<KnownBand, number>> = { strong: 2, partial: 1, weak: 0 };

interface Judged {
  resume: string;
  language: string;
  known: KnownFit;
  fit: Fit;
  probability: number;
}

const matching = createMatching(
  packs.flatMap(({ matches = [] }) => matches),
  packs.flatMap(({ types }) => types),
  packs.flatMap(({ watches = [] }) => watches),
);
type SubjectRecord = Parameters<typeof matching.subjectOf>[1];

export const resumeFitMeasure: Measure = {
  name: SET,
  async run(context) {
    const count = Math.min(context.limit ?? PEOPLE, PEOPLE);
    const documents: SynthDocument[] = [];
    for await (const document of synthesizeFits({ count, seed: 'fit' })) documents.push(document);
    const stated = judge(documents, new Map(documents.map((document) => [document.id, statedRecord(document)])));
    const read = judge(documents, await readAll(documents, context));
    for (const [how, judged] of [
      ['as stated', stated],
      ['as read', read],
    ] as const)
      print(how, judged, context.errors);
    return {
      rows: [...rowsOf('as stated', stated, count), ...rowsOf('as read', read, count)],
      details: { stated: stated.map(brief), read: read.map(brief) },
    };
  },
};

const brief = ({ resume, known, fit }: Judged) => ({ resume, kind: known.kind, score: fit.score, band: fit.band });

/** The truth as a record that was read without a mistake. */
function statedRecord({ type, truth }: SynthDocument): SubjectRecord {
  const fields = Object.entries(truth.fields).map(([at, value]) => [
    at,
    { value, raw: String(value), origin: 'read', confidence: 1, evidence: [], source: '', signals: {} },
  ]);
  return { type, lines: [], fields: Object.fromEntries(fields) } as SubjectRecord;
}

async function readAll(documents: readonly SynthDocument[], { reader }: MeasureContext) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sheaf-fits-'));
  const records = new Map<string, SubjectRecord>();
  try {
    for (const { id, type, fileName, bytes } of documents) {
      const file = path.join(folder, fileName!);
      writeFileSync(file, bytes!);
      const result = await reader.read({ path: file, name: fileName! });
      const record: DocumentRecord | undefined = result.documents.find((one) => one.type === type);
      if (record) records.set(id, record);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return records;
}

/** A posting or résumé that is not known for one is judged as an empty one. */
function judge(documents: readonly SynthDocument[], records: ReadonlyMap<string, SubjectRecord>): Judged[] {
  const subjectOf = (id: string, type: string): Subject =>
    matching.subjectOf(id, records.get(id) ?? ({ type, lines: [], fields: {} } as SubjectRecord));
  const model = declaredModel(resumePosting);
  const context = { rarity: () => 1 };
  return documents.flatMap(({ id, fit: known, meta }): Judged[] => {
    if (!known) return [];
    const [resume, posting] = [subjectOf(known.resume, 'resume'), subjectOf(id, 'job_posting')];
    const scored = scorePair(resumePosting, { model, context }, [resume, posting]);
    const fit = describeFit(scored, resume, posting);
    return [{ resume: known.resume, language: meta.language, known, fit, probability: scored.probability }];
  });
}

/** Of pairs of postings for one person whose order is known: how many are in it. */
function orderOf(judged: readonly Judged[]): { right: number; total: number } {
  const sum = { right: 0, total: 0 };
  for (const postings of Map.groupBy(judged, ({ resume }) => resume).values()) {
    for (const above of postings) {
      for (const below of postings) {
        if (HEIGHT[above.known.band] <= HEIGHT[below.known.band]) continue;
        sum.total++;
        if (above.probability > below.probability) sum.right++;
      }
    }
  }
  return sum;
}

const bandRight = ({ known, fit }: Judged): boolean => BANDS[known.band].includes(fit.band);

/** A gap names what is missing when it is of its kind and stands in the same words. */
function gapsOf({ known, fit }: Judged): { named: number; missing: number; tooMuch: number; given: number } {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const alike = (gap: Fit['gaps'][number], one: KnownFit['missing'][number]): boolean =>
    gap.kind === one.kind && (plain(gap.text).includes(plain(one.text)) || plain(one.text).includes(plain(gap.text)));
  const named = known.missing.filter((one) => fit.gaps.some((gap) => alike(gap, one))).length;
  const tooMuch = fit.gaps.filter((gap) => !known.missing.some((one) => alike(gap, one))).length;
  return { named, missing: known.missing.length, tooMuch, given: fit.gaps.length };
}

function sumGaps(judged: readonly Judged[]) {
  const sum = { named: 0, missing: 0, tooMuch: 0, given: 0 };
  for (const gaps of judged.map(gapsOf))
    for (const key of ['named', 'missing', 'tooMuch', 'given'] as const) sum[key] += gaps[key];
  return sum;
}

const share = (count: number, of: number): number => (of === 0 ? 1 : count / of);

function rowsOf(how: string, judged: readonly Judged[], documents: number): Row[] {
  const order = orderOf(judged);
  const gaps = sumGaps(judged);
  const row = (what: string, measured: number): Row => ({
    set: `${SET}, ${how}`,
    what,
    target: null,
    measured: Math.round(measured * 1000) / 1000,
    documents,
  });
  return [
    row('pairs of postings in order', share(order.right, order.total)),
    row('bands', share(judged.filter(bandRight).length, judged.length)),
    row('missing must-haves named', share(gaps.named, gaps.missing)),
    row('gaps named that are missing', share(gaps.given - gaps.tooMuch, gaps.given)),
  ];
}

function print(how: string, judged: readonly Judged[], errors: boolean): void {
  const order = orderOf(judged);
  console.log(`\n${SET}, ${how}: ${judged.length} postings, ${order.right} of ${order.total} pairs in order`);
  for (const key of ['kind', 'language'] as const) {
    const groups = Map.groupBy(judged, (one) => (key === 'kind' ? one.known.kind : one.language));
    for (const [name, list] of groups) {
      const gaps = sumGaps(list);
      const mean = list.reduce((sum, { fit }) => sum + fit.score, 0) / list.length;
      const bands = [...Map.groupBy(list, ({ fit }) => fit.band)].map(([band, some]) => `${some.length} ${band}`);
      console.log(
        `  ${name.padEnd(18)} score ${mean.toFixed(0).padStart(3)}  right band ${list.filter(bandRight).length}/${list.length} (${bands.join(', ')})  missing named ${gaps.named}/${gaps.missing}  named too much ${gaps.tooMuch}`,
      );
    }
  }
  if (!errors) return;
  for (const one of judged) {
    const { known, fit } = one;
    if (bandRight(one) && gapsOf(one).tooMuch === 0 && gapsOf(one).named === known.missing.length) continue;
    console.log(
      `  ${one.resume} ${one.language} ${known.kind}: ${fit.score} ${fit.band}${fit.veto ? ` veto: ${fit.veto}` : ''}`,
    );
    console.log(`    missing ${JSON.stringify(known.missing)} named ${JSON.stringify(fit.gaps)}`);
    console.log(`    for ${fit.for.join(' · ')}`);
    console.log(`    against ${fit.against.join(' · ')}`);
  }
}

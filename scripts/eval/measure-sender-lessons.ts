// After one correction of a sender, is the sender's next document read right there? On invented senders and on television stations.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openGoldInputs } from '../../src/cli/gold-input.ts';
import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { packs } from '../../src/packs/index.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { parseUserTypes } from '../../src/pipeline/user-types.ts';
import { goldRecord, type SynthDocument, synthesize } from '../../synth/synthesize.ts';
import type { SynthType } from '../../synth/truth.ts';
import { loadAdOrders } from './load-other.ts';
import type { Measure, MeasureContext, Row } from './measure.ts';
import { type SenderDocument, type SenderGroup, type TrialReport, trySenders } from './sender-trials.ts';

const TARGET = 0.95;
/** Senders of each type. */
const SENDERS: readonly (readonly [SynthType, number])[] = [
  ['invoice', 56],
  ['credit_note', 14],
  ['purchase_order', 28],
  ['quotation', 14],
  ['delivery_note', 14],
];

export const senderLessonsMeasure: Measure = {
  name: 'sender-lessons',
  async run(context) {
    const catalogue = createTypeCatalogue(packs);
    const invented = await trySenders(await inventSenders(context), { catalogue, kinds: {} });
    const { groups, declared, kinds } = await groupStations(context);
    const read = (types: unknown) =>
      trySenders(groups, { catalogue: createTypeCatalogue(packs, parseUserTypes(types)), kinds, asType: 'ad_order' });
    const stations = await read(declared);
    const strange = await read(withoutLabels(declared));
    const sets: [string, TrialReport][] = [
      ['sender-lessons, invented senders', invented],
      ['sender-lessons, ad-orders by station', stations],
      ['sender-lessons, ad-orders by station, labels unknown', strange],
    ];
    for (const [name, report] of sets) print(name, report, context);
    return { rows: sets.flatMap(([name, report]) => rowsOf(name, report)), details: Object.fromEntries(sets) };
  },
};

async function inventSenders({ reader, limit }: MeasureContext): Promise<SenderGroup[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sheaf-senders-'));
  const groups = new Map<string, SenderGroup>();
  try {
    for (const [type, count] of SENDERS) {
      const wanted = { type, count: Math.min(count, limit ?? count), each: 2, seed: 'senders' };
      for await (const document of synthesize(wanted)) {
        const parsed = await parseInvented(document, { reader, folder });
        if (!parsed) continue;
        const sender = `${type} ${document.meta.sender}`;
        const group = groups.get(sender) ?? { sender, kind: document.meta.oddity!, documents: [] };
        group.documents.push(parsed);
        groups.set(sender, group);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [...groups.values()];
}

async function parseInvented(
  document: SynthDocument,
  { reader, folder }: Pick<MeasureContext, 'reader'> & { folder: string },
): Promise<SenderDocument | undefined> {
  const file = path.join(folder, document.fileName!);
  writeFileSync(file, document.bytes!);
  const { parsed } = await reader.read({ path: file, name: document.fileName! }, { keepParsed: true });
  const [gold] = parseGold(JSON.stringify(goldRecord(document))).documents;
  return parsed && gold && { gold, doc: parsed };
}

async function groupStations({ data, reader, limit }: MeasureContext) {
  const set = await loadAdOrders(data);
  const inputs = await openGoldInputs(set.dir, { prefer: set.prefer });
  const groups = new Map<string, SenderGroup>();
  for (const gold of set.documents.slice(0, limit)) {
    const { parsed } = await reader.read(await inputs.inputOf(gold), { ...set.options, keepParsed: true });
    const station = parsed && stationOf(parsed);
    if (!parsed || station === undefined) continue;
    const group = groups.get(station) ?? { sender: station, kind: 'station', documents: [] };
    group.documents.push({ gold, doc: parsed });
    groups.set(station, group);
  }
  await inputs.close();
  return { groups: [...groups.values()], declared: set.options.userTypes, kinds: set.kinds };
}

/** The type as somebody declares it who has not looked at the papers: no field is called what they call it. */
function withoutLabels(declared: unknown): unknown {
  const { types } = declared as { types: { fields: Record<string, object> }[] };
  return {
    types: types.map((type) => ({
      ...type,
      fields: Object.fromEntries(
        Object.entries(type.fields).map(([path, field], i) => [
          path,
          { ...field, labels: [`zzyx ${'abcdefgh'[i % 8]}`] },
        ]),
      ),
    })),
  };
}

/** American stations have call signs; the one that stands oftenest on the first pages is the document's. `WTF` is three days of a week. */
function stationOf({ pages }: ParsedDocument): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of pages.slice(0, 2).flatMap(({ lines }) => lines))
    for (const [sign] of text.matchAll(/(?<![\p{L}\d])[KW][A-Z]{2,3}(?![\p{L}\d])/gu))
      if (/[^MTWFS]/.test(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function rowsOf(set: string, { trials, foreign, lessons }: TrialReport): Row[] {
  const share = (count: number, of: number): number => (of === 0 ? 1 : count / of);
  const harmed = trials.filter((trial) => trial.harmed.length > 0 || (trial.before && !trial.after)).length;
  const row = (what: string, target: number | null, measured: number, documents: number): Row => ({
    set,
    what,
    target,
    measured,
    documents,
  });
  return [
    row(
      'right before the correction',
      null,
      share(trials.filter(({ before }) => before).length, trials.length),
      trials.length,
    ),
    row('right after it', TARGET, share(trials.filter(({ after }) => after).length, trials.length), trials.length),
    row('lessons without harm to other fields', 1, 1 - share(harmed, Math.max(1, trials.length)), trials.length),
    row(
      "values that other senders' lessons leave",
      1,
      1 - share(foreign.changed, Math.max(1, foreign.values)),
      lessons,
    ),
  ];
}

function print(
  name: string,
  { trials, foreign, lessons, misread }: TrialReport,
  { errors, field }: MeasureContext,
): void {
  const count = (list: TrialReport['trials'], what: 'before' | 'after'): string =>
    `${list.filter((trial) => trial[what]).length}/${list.length}`;
  console.log(`\n${name}: ${trials.length} corrections, ${lessons} lessons active, ${misread} pairs of misread type`);
  for (const key of ['kind', 'type', 'path'] as const) {
    const groups = Map.groupBy(trials, (trial) => trial[key]);
    const told = [...groups].map(([value, list]) => `${value} ${count(list, 'before')} → ${count(list, 'after')}`);
    console.log(`  by ${key}: ${told.join(' · ')}`);
  }
  const ends = [...Map.groupBy(trials, ({ outcome }) => outcome)].map(([outcome, list]) => `${list.length} ${outcome}`);
  console.log(`  ${ends.join(', ')}; other senders' values changed: ${foreign.changed} of ${foreign.values}`);
  const harmed = trials.filter((trial) => trial.harmed.length > 0);
  for (const { path: at, pupil, harmed: paths } of harmed)
    console.log(`  harm: ${at} of ${pupil} cost ${paths.join(', ')}`);
  if (!errors) return;
  for (const trial of trials) {
    if ((trial.after && trial.outcome === 'applied') || (field !== undefined && !trial.path.startsWith(field)))
      continue;
    const { kind, path: at, outcome, expected, got, teacher, pupil } = trial;
    console.log(
      `  ${outcome.padEnd(13)} ${kind.padEnd(10)} ${at.padEnd(20)} expected ${JSON.stringify(expected)} got ${JSON.stringify(got)}  ${teacher} → ${pupil}`,
    );
  }
}

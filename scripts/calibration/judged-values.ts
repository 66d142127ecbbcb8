// Every value that the development sets can judge, with what the choice thought of it before any calibration.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openGoldInputs } from '../../src/cli/gold-input.ts';
import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import type { DocumentRecord, Value } from '../../src/document/value.ts';
import type { GoldDocument } from '../../src/eval/gold.ts';
import { recordToJudge, scoreDocument } from '../../src/eval/score-document.ts';
import { packs } from '../../src/packs/index.ts';
import type { FieldKind } from '../../src/pipeline/pack.ts';
import type { Reader } from '../../src/pipeline/read-result.ts';
import { runPipeline } from '../../src/pipeline/run.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { parseUserTypes } from '../../src/pipeline/user-types.ts';
import type { EvalSet } from '../eval/eval-set.ts';

export interface JudgedValue {
  set: string;
  document: string;
  type: string;
  /** Of a type that comes with Sheaf. */
  builtIn: boolean;
  /** With `[]` for the index. */
  path: string;
  kind: FieldKind;
  probability: number;
  legibility?: number;
  /** As shown now. */
  confidence: number;
  right: boolean;
}

interface Sources {
  reader: Reader;
  /** Where parsed documents are kept between runs; undefined = nowhere. */
  cache: string | undefined;
}

/** What a file states itself is not judged: its confidence is not computed from the page. */
export async function judgeValues(name: string, set: EvalSet, sources: Sources): Promise<JudgedValue[]> {
  const { userTypes } = set.options;
  const catalogue = createTypeCatalogue(packs, userTypes === undefined ? [] : parseUserTypes(userTypes));
  const builtIn = new Set(packs.flatMap(({ types }) => types.map(({ id }) => id)));
  const inputs = await openGoldInputs(set.dir, { prefer: set.prefer });
  const judged: JudgedValue[] = [];
  for (const gold of set.documents) {
    const doc = await parseCached(`${name}/${gold.id}`, sources, async () =>
      sources.reader.read(await inputs.inputOf(gold), { ...set.options, keepParsed: true }),
    );
    if (!doc) continue;
    const read = (uncalibrated: boolean): DocumentRecord | undefined => {
      const { typeHint, asType } = set.options;
      const hints = { ...(typeHint ? { typeHint } : {}), ...(asType ? { asType } : {}) };
      const options = { ...hints, uncalibrated, keepCandidates: true, clock: () => 0 };
      return recordToJudge(gold, runPipeline(doc, catalogue, options).documents);
    };
    const [raw, shown] = [read(true), read(false)];
    if (!raw || !shown) continue;
    const fields = catalogue.get(raw.type).fields;
    for (const { path: at, value, right } of rightValues(gold, raw, set.kinds)) {
      const pattern = at.replace(/\[\d+\]/g, '[]');
      const legibility = raw.candidates?.[at]?.find((one) => one.value === value.value)?.legibility;
      judged.push({
        ...{ set: name, document: gold.id, type: raw.type, builtIn: builtIn.has(raw.type), path: pattern, right },
        kind: fields.find((field) => field.path === pattern)?.kind ?? 'text',
        probability: value.confidence,
        ...(legibility === undefined ? {} : { legibility }),
        confidence: shown.fields[at]?.confidence ?? value.confidence,
      });
    }
  }
  await inputs.close();
  return judged;
}

async function parseCached(
  key: string,
  { cache }: Sources,
  read: () => Promise<{ parsed?: ParsedDocument }>,
): Promise<ParsedDocument | undefined> {
  const file = cache === undefined ? undefined : path.join(cache, `${encodeURIComponent(key)}.json`);
  if (file && existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { parsed?: ParsedDocument }).parsed;
  const { parsed } = await read();
  if (file) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ parsed }));
  }
  return parsed;
}

/** Each value of a field that the truth covers; a list of several answers is judged member by member. */
function rightValues(
  gold: GoldDocument,
  record: DocumentRecord,
  kinds: Readonly<Record<string, string>>,
): { path: string; value: Value; right: boolean }[] {
  return scoreDocument(gold, record, kinds).fields.flatMap(({ path: pattern, answers }) => {
    const values = Object.entries(record.fields).filter(([at]) => at.replace(/\[\d+\]/g, '[]') === pattern);
    // Members of one value share its confidence: the value is as right as its first.
    if (values.length !== answers.length) return [];
    return values.flatMap(([at, value], i) =>
      value.origin === 'xml' || value.origin === 'human' ? [] : [{ path: at, value, right: answers[i]!.right }],
    );
  });
}

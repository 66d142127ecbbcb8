// What one correction teaches of a sender, tried on the sender's next document: learnt, tested and applied by the functions of the job.

import { contentOfLearnt, lessonToTry } from '../../src/actions/learnt-lesson.ts';
import type { ParsedDocument } from '../../src/document/parsed-document.ts';
import type { DocumentRecord, Json } from '../../src/document/value.ts';
import { answerKindOf } from '../../src/eval/answer-kind.ts';
import { compareAnswers, isRight } from '../../src/eval/compare-answers.ts';
import type { GoldDocument } from '../../src/eval/gold.ts';
import { readAmounts } from '../../src/eval/read-amount.ts';
import { readDates } from '../../src/eval/read-date.ts';
import { hashContent, judgeBackTest } from '../../src/learn/back-test.ts';
import type { PastRecord } from '../../src/learn/lesson-kind.ts';
import type { FieldSpec } from '../../src/pipeline/pack.ts';
import { createReading } from '../../src/pipeline/reading.ts';
import { humanValue } from '../../src/pipeline/rechoose.ts';
import { runPipeline } from '../../src/pipeline/run.ts';
import { learnFields } from '../../src/pipeline/senders/learn-fields.ts';
import { senderFieldKind } from '../../src/pipeline/senders/sender-field-kind.ts';
import type { SenderField, SenderLesson } from '../../src/pipeline/senders/sender-lesson.ts';
import type { TypeCatalogue } from '../../src/pipeline/type-catalogue.ts';

export interface SenderDocument {
  gold: GoldDocument;
  doc: ParsedDocument;
}

/** In the order in which they came. */
export interface SenderGroup {
  sender: string;
  /** What is odd about it, for figures apart. */
  kind: string;
  documents: SenderDocument[];
}

export interface Trial {
  sender: string;
  kind: string;
  type: string;
  path: string;
  teacher: string;
  pupil: string;
  /** Where it ended: nothing could be learnt, the back-test spoke against it, or it was applied. */
  outcome: 'not learnt' | 'not activated' | 'applied';
  before: boolean;
  after: boolean;
  expected: Json;
  got: Json;
  /** Other fields of the pupil that were right without the lesson and are not with it. */
  harmed: string[];
}

export interface TrialReport {
  trials: Trial[];
  lessons: number;
  /** Values of documents that lessons of other senders alone changed, of all that there are. */
  foreign: { changed: number; values: number };
  /** Pairs of documents that were left out because their type was misread. */
  misread: number;
}

interface Known extends SenderDocument {
  group: SenderGroup;
  record: DocumentRecord;
  /** Somebody may approve it as it is. */
  approved: boolean;
}

interface Bench {
  catalogue: TypeCatalogue;
  kinds: Readonly<Record<string, string>>;
  /** What people said they are, where that is not to be found out. */
  asType?: string;
}

export async function trySenders(groups: readonly SenderGroup[], bench: Bench): Promise<TrialReport> {
  const known = new Map<SenderDocument, Known>();
  for (const group of groups)
    for (const document of group.documents) {
      const record = recordOf(document, bench);
      if (!record) continue;
      const approved = Object.keys(document.gold.fields).every((path) =>
        isRead(document.gold, record, { path, bench }),
      );
      known.set(document, { ...document, group, record, approved });
    }
  const report: TrialReport = { trials: [], lessons: 0, foreign: { changed: 0, values: 0 }, misread: 0 };
  const active: { group: SenderGroup; lesson: SenderLesson }[] = [];
  const stored = [...known.values()];
  for (const group of groups) {
    for (const [first, next] of pairsOf(group.documents)) {
      const [teacher, pupil] = [known.get(first), known.get(next)];
      if (!teacher || !pupil) {
        report.misread++;
        continue;
      }
      for (const spec of wrongFields(teacher, pupil, bench)) {
        const lesson = await learnOne(teacher, { spec, stored, bench, id: `lesson-${report.trials.length}` });
        report.trials.push(tryOne({ teacher, pupil, spec, lesson, bench }));
        if (lesson.state === 'applied') active.push({ group, lesson: lesson.lesson });
      }
    }
  }
  report.lessons = active.length;
  for (const one of known.values()) {
    const lessons = active.filter(({ group }) => group !== one.group).map(({ lesson }) => lesson);
    const now = recordOf(one, bench, lessons);
    const before = Object.entries(one.record.fields);
    const paths = new Set([...before.map(([path]) => path), ...Object.keys(now?.fields ?? {})]);
    report.foreign.values += before.length;
    for (const path of paths)
      if (JSON.stringify(now?.fields[path]?.value) !== JSON.stringify(one.record.fields[path]?.value))
        report.foreign.changed++;
  }
  return report;
}

/** Each may have come before each. */
const pairsOf = (documents: readonly SenderDocument[]): [SenderDocument, SenderDocument][] =>
  documents.flatMap((first) =>
    documents.flatMap((next) => (next === first ? [] : [[first, next] as [SenderDocument, SenderDocument]])),
  );

/** undefined where the type was misread: then a person corrects more than a field. */
function recordOf(
  { gold, doc }: SenderDocument,
  { catalogue, asType }: Bench,
  lessons: readonly SenderLesson[] = [],
): DocumentRecord | undefined {
  return runPipeline(doc, catalogue, { lessons, clock: () => 0, ...(asType ? { asType } : {}) }).documents.find(
    ({ type }) => type === gold.type,
  );
}

/** Fields with one value that both state, and that the first was misread in. */
function wrongFields(teacher: Known, pupil: Known, bench: Bench): FieldSpec[] {
  return bench.catalogue
    .get(teacher.record.type)
    .fields.filter(
      ({ path, kind }) =>
        !path.includes('[]') &&
        kind !== 'list' &&
        kind !== 'table' &&
        teacher.gold.fields[path]?.length === 1 &&
        pupil.gold.fields[path]?.length === 1 &&
        !isRead(teacher.gold, teacher.record, { path, bench }),
    );
}

function isRead(
  gold: GoldDocument,
  record: DocumentRecord | undefined,
  { path, bench }: { path: string; bench: Bench },
): boolean {
  const value = record?.fields[path]?.value;
  const [truth] = gold.fields[path] ?? [];
  if (value === undefined || value === null || truth === undefined) return false;
  const kind = answerKindOf(path, bench.kinds);
  return isRight(kind, compareAnswers(kind, truth, value));
}

type Learning = { state: 'not learnt' | 'not activated' } | { state: 'applied'; lesson: SenderLesson };

async function learnOne(
  { gold, doc, record }: Known,
  { spec, stored, bench, id }: { spec: FieldSpec; stored: readonly Known[]; bench: Bench; id: string },
): Promise<Learning> {
  const { path } = spec;
  const value = asGiven(spec, gold.fields[path]![0]!);
  const before = record.fields[path] ?? null;
  const evidence = before?.evidence[0];
  const wrong = evidence && evidence.page > 0 ? { page: evidence.page, box: [...evidence.box] } : null;
  const known = Object.fromEntries(Object.entries(record.fields).map(([at, { value: read }]) => [at, read]));
  const pages = doc.pages.filter(({ number }) => record.pages.includes(number));
  const [effect] = learnFields(createReading({ ...doc, pages }), bench.catalogue.get(record.type), {
    known: { ...known, [path]: value },
    given: [{ path, value, wrong }],
  });
  if (!effect) return { state: 'not learnt' };
  const corrected = { ...record, fields: { ...record.fields, [path]: humanValue(value) } };
  const past = stored.map((other): PastRecord => {
    const isIt = other.gold.id === gold.id;
    const corrections = isIt ? [{ path, before, after: humanValue(value) }] : [];
    return {
      id: other.gold.id,
      documentId: other.gold.id,
      record: isIt ? corrected : other.record,
      corrections,
      approved: other.approved && !isIt,
    };
  });
  const content = contentOfLearnt(effect as SenderField);
  const tally = await senderFieldKind.backTest!(lessonToTry({ lessonId: id, recordId: gold.id, effect }, content), {
    signal: AbortSignal.timeout(600_000),
    pastRecords: async ({ type, limit }) => past.filter((one) => one.record.type === type).slice(0, limit),
    readAgain: async (documentId, lesson) => {
      const other = stored.find((one) => one.gold.id === documentId);
      const again = other && recordOf(other, bench, [{ id: lesson.id, effect }]);
      return again ? [again] : [];
    },
  });
  const verdict = judgeBackTest({ ...content, backTest: { ...tally, contentHash: hashContent(content) } });
  return verdict === 'passed' ? { state: 'applied', lesson: { id, effect } } : { state: 'not activated' };
}

/** The truth as a person types it into the form. */
function asGiven({ kind, part }: FieldSpec, truth: Json): Json {
  const text = String(truth);
  if (kind === 'money' || kind === 'number' || kind === 'percent')
    return typeof truth === 'number' ? truth : (readAmounts(text)[0] ?? text);
  if (kind === 'date') {
    const days = [...readDates(text)];
    return (part === 'end' ? days.at(-1) : days[0]) ?? text;
  }
  return text;
}

function tryOne(asked: { teacher: Known; pupil: Known; spec: FieldSpec; lesson: Learning; bench: Bench }): Trial {
  const { teacher, pupil, spec, lesson, bench } = asked;
  const { path } = spec;
  const now = lesson.state === 'applied' ? recordOf(pupil, bench, [lesson.lesson]) : pupil.record;
  const right = (record: DocumentRecord | undefined, at: string): boolean =>
    isRead(pupil.gold, record, { path: at, bench });
  return {
    sender: teacher.group.sender,
    kind: teacher.group.kind,
    type: teacher.record.type,
    path,
    teacher: teacher.gold.id,
    pupil: pupil.gold.id,
    outcome: lesson.state,
    before: right(pupil.record, path),
    after: right(now, path),
    expected: pupil.gold.fields[path]![0]!,
    got: now?.fields[path]?.value ?? null,
    harmed: Object.keys(pupil.gold.fields).filter((at) => at !== path && right(pupil.record, at) && !right(now, at)),
  };
}

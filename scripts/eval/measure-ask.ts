// How well questions are answered without a model: planted answers in synthetic documents, clauses of real contracts, and
// questions that nothing answers. Through the real index, reader and encoder.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AskResult, ask } from '../../src/actions/ask.ts';
import { itemOfDocument, itemOfRecord } from '../../src/actions/search-items.ts';
import { createLocalNlp } from '../../src/nlp/local-nlp.ts';
import type { Nlp } from '../../src/nlp/nlp.ts';
import { packs } from '../../src/packs/index.ts';
import type { Reader, ReadResult } from '../../src/pipeline/read-result.ts';
import type { SearchItem } from '../../src/search/search-types.ts';
import { type Database, inWorkspace, openDatabase } from '../../src/store/database.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { newId } from '../../src/store/new-id.ts';
import { ensureCollection } from '../../src/store/search/collections.ts';
import { putItems } from '../../src/store/search/items.ts';
import { passagesWithoutVectors, putVectors } from '../../src/store/search/vectors.ts';
import { insertWorkspace } from '../../src/store/workspaces.ts';
import { noModelGateway } from '../../src/write/model-gateway.ts';
import { synthesize } from '../../synth/synthesize.ts';
import type { SynthType } from '../../synth/truth.ts';
import { foreignQuestions, plantedQuestions, questionsOnClauses, questionsOnNothing } from './ask-questions.ts';
import type { Measure, Row } from './measure.ts';

export interface AskFigures {
  set: string;
  questions: number;
  /** Share of the questions whose answer holds what was planted; undefined where nothing is planted. */
  right: number | undefined;
  /** Share that was answered at all. */
  answered: number;
}

interface Desk {
  database: Database;
  nlp: Nlp;
  reader: Reader;
}

const types = packs.flatMap((pack) => pack.types);
const typeOf = (id: string) => types.find((type) => type.id === id);

const targets: Readonly<Record<string, { right?: number; notAnswered?: number }>> = {
  planted: { right: 0.85 },
  'planted, of nothing there': { notAnswered: 0.9 },
  'contracts, governing law': { right: 0.85 },
  'contracts, of nothing there': { notAnswered: 0.95 },
};

export const askMeasure: Measure = {
  name: 'ask',
  async run({ data, reader }) {
    const figures = await measureAsk(data, reader);
    const rows = figures.flatMap(({ set, questions, right, answered }): Row[] => {
      const { right: least, notAnswered } = targets[set] ?? {};
      const row = (what: string, measured: number, target: number | null): Row => ({
        set: `ask: ${set}`,
        what,
        target,
        measured,
        documents: questions,
      });
      return [
        ...(right === undefined ? [] : [row('answered right', right, least ?? null)]),
        ...(notAnswered === undefined
          ? [row('answered', answered, null)]
          : [row('not answered', 1 - answered, notAnswered)]),
      ];
    });
    return { rows, details: figures };
  },
};

async function measureAsk(data: string, reader: Reader): Promise<AskFigures[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheaf-ask-'));
  const database = await openDatabase({ dataDir: folder, onError: () => {} });
  const nlp = createLocalNlp();
  try {
    await migrateDatabase(database.db);
    const desk = { database, nlp, reader };
    return [...(await measurePlanted(desk, folder)), ...(await measureClauses(desk, data))];
  } finally {
    await nlp.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const planted: readonly (readonly [SynthType, number])[] = [
  ['invoice', 14],
  ['purchase_order', 8],
  ['quotation', 8],
  ['contract', 10],
  ['delivery_note', 4],
];

async function measurePlanted(desk: Desk, folder: string): Promise<AskFigures[]> {
  const office = await openOffice(desk);
  const asked: { question: string; holds: readonly string[] }[] = [];
  for (const [type, count] of planted) {
    for await (const document of synthesize({ type, count, seed: 77, language: 'en' })) {
      const file = path.join(folder, `${document.id}.pdf`);
      writeFileSync(file, document.bytes!);
      await office.put(await desk.reader.read({ path: file, name: `${document.id}.pdf` }, { keepPassages: true }));
      asked.push(...plantedQuestions(type, document.truth));
    }
  }
  await office.embed();
  const right: boolean[] = [];
  let answered = 0;
  for (const { question, holds } of asked) {
    const answer = await office.ask(question);
    answered += Number(answer.found);
    right.push(answer.sentences.some(({ text }) => holds.some((value) => plain(text).includes(plain(value)))));
  }
  const none = await Promise.all(questionsOnNothing.map((question) => office.ask(question)));
  return [
    { set: 'planted', questions: asked.length, right: shareOf(right), answered: answered / asked.length },
    {
      set: 'planted, of nothing there',
      questions: none.length,
      right: undefined,
      answered: shareOf(none.map(({ found }) => found)),
    },
  ];
}

/** Each contract is asked alone: whether a clause is there is known of each. */
async function measureClauses(desk: Desk, data: string): Promise<AskFigures[]> {
  const folder = path.join(data, 'contracts-commercial');
  const law: boolean[] = [];
  const present: boolean[] = [];
  const absent: boolean[] = [];
  const foreign: boolean[] = [];
  for (const line of readFileSync(path.join(folder, 'gold.jsonl'), 'utf8').trim().split('\n')) {
    const { id, file, fields } = JSON.parse(line) as { id: string; file: string; fields: Record<string, string> };
    const office = await openOffice(desk);
    await office.put(await desk.reader.read({ path: path.join(folder, file), name: id }, { keepPassages: true }));
    await office.embed();
    const state = fields['Governing Law'];
    if (state) {
      const { sentences } = await office.ask('Which law governs the agreement?');
      law.push(
        sentences.some(
          ({ text }) => /law/i.test(text) && state.split(/[;,]/).some((name) => plain(text).includes(plain(name))),
        ),
      );
    }
    for (const [clause, question] of questionsOnClauses) {
      (fields[clause] === 'Yes' ? present : absent).push((await office.ask(question)).found);
    }
    for (const question of foreignQuestions) foreign.push((await office.ask(question)).found);
  }
  return [
    { set: 'contracts, governing law', questions: law.length, right: shareOf(law), answered: 1 },
    { set: 'contracts, clause there', questions: present.length, right: undefined, answered: shareOf(present) },
    { set: 'contracts, clause not there', questions: absent.length, right: undefined, answered: shareOf(absent) },
    { set: 'contracts, of nothing there', questions: foreign.length, right: undefined, answered: shareOf(foreign) },
  ];
}

/** A workspace of its own, filled as indexing fills it. */
async function openOffice({ database: { db }, nlp }: Desk) {
  const workspaceId = newId();
  const model = nlp.embeddingModel();
  const [documents, records] = await inWorkspace(db, workspaceId, async (trx) => {
    await insertWorkspace(trx, { id: workspaceId, name: 'ask' });
    return Promise.all(
      (['documents', 'records'] as const).map((kind) => ensureCollection(trx, { workspaceId, kind, name: kind })),
    );
  });
  const put = (collectionId: string, items: readonly SearchItem[]) =>
    inWorkspace(db, workspaceId, (trx) =>
      // There are no rows of documents here: what a search finds would be taken for deleted.
      putItems(trx, {
        workspaceId,
        collectionId,
        items: items.map((item) => ({ ...item, source: { type: 'item', id: item.id } })),
      }),
    );
  return {
    async put(read: ReadResult): Promise<void> {
      const document = {
        id: newId(),
        name: read.file,
        language: read.language,
        mediaType: 'application/pdf',
        uploadedAt: new Date(0),
        types: read.documents.map(({ type }) => type),
        passages: read.passages ?? [],
      };
      await put(documents!.id, [itemOfDocument(document)]);
      const items = read.documents.map(({ type, fields, lines }) =>
        itemOfRecord(
          { id: newId(), type, fields, lines, assessment: null, document_id: document.id },
          { document, type: typeOf(type) },
        ),
      );
      if (items.length > 0) await put(records!.id, items);
    },
    async embed(): Promise<void> {
      for (;;) {
        const waiting = await inWorkspace(db, workspaceId, (trx) =>
          passagesWithoutVectors(trx, { workspaceId, model, limit: 200 }),
        );
        if (waiting.length === 0) return;
        const { vectors } = await nlp.embed(
          waiting.map(({ text }) => text),
          { urgency: 'background' },
        );
        const found = waiting.map(({ hash }, i) => ({ hash, vector: vectors[i]! }));
        await inWorkspace(db, workspaceId, (trx) => putVectors(trx, { workspaceId, model, vectors: found }));
      }
    },
    ask: (question: string): Promise<AskResult> =>
      ask({ db, nlp, types, gateway: noModelGateway }, { workspaceId, userId: newId() }, { question, filters: {} }),
  };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
const shareOf = (of: readonly boolean[]): number => of.filter(Boolean).length / Math.max(1, of.length);

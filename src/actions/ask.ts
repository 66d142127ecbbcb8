// A question to a workspace: answered by sentences of its documents and records, each with its place, or said not to be in them.

import { boxesOfSpan, type PlacedBox } from '../document/passage.ts';
import { type Answer, answerQuestion } from '../search/ask/answer-question.ts';
import type { AskedPassage, ScoredSentence } from '../search/ask/score-sentences.ts';
import { inWorkspace } from '../store/database.ts';
import { knownLabels } from './ask-labels.ts';
import { type WrittenSentence, writeAnswer } from './ask-model.ts';
import { knownTypes } from './known-types.ts';
import { type Found, type FoundPassage, type SearchFilters, type SearchStatus, search } from './search.ts';
import type { Actor, Services } from './services.ts';

export interface Ask {
  question: string;
  /** Ids, or names; all of the workspace when left out. */
  collections?: readonly string[] | undefined;
  filters: SearchFilters;
  /** Ends it when whoever asked has gone. */
  signal?: AbortSignal | undefined;
}

/** A place in a document or record that says it. */
export interface Citation {
  hit: Found;
  /** The sentence, as it stands there. */
  text: string;
  /** Offsets in the text of its source. */
  start: number;
  end: number;
  page: number | null;
  boxes: PlacedBox[];
}

export interface AnsweredSentence {
  text: string;
  /** 0–1, of a quoted sentence; null of one that a model wrote and the gate let through. */
  confidence: number | null;
  sources: Citation[];
}

export interface AskResult {
  /** False: not in the documents. Then `sentences` is empty, and `nearest` says where to look. */
  found: boolean;
  /** model: written by a model, every word of it supported by what it cites. extractive: sentences as they stand. */
  status: 'model' | 'extractive';
  /** Why no model wrote it, when one was asked. */
  because: string | null;
  search: SearchStatus;
  sentences: AnsweredSentence[];
  /** Places that came closest, when nothing answers. */
  nearest: Citation[];
}

const HITS = 12;
const PASSAGES_EACH = 12;
const MOST_PASSAGES = 24;
/** A second passage of a hit is looked at after this many further hits. */
const HITS_BETWEEN = 1.2;
const MOST_NEAREST = 3;

interface Place {
  hit: Found;
  passage: FoundPassage;
}

/** Throws `search.collection-unknown`; with FALLBACK_TO_FREE=no what the gateway throws. */
export async function ask(
  deps: Pick<Services, 'db' | 'nlp' | 'types' | 'gateway'>,
  actor: Actor,
  { question, collections, filters, signal }: Ask,
): Promise<AskResult> {
  const { hits, status } = await search(deps, actor, {
    text: question,
    collections,
    filters,
    facetNames: [],
    limit: HITS,
    passagesEach: PASSAGES_EACH,
  });
  const places = new Map<string, Place>(takeInTurn(hits).map((place, i) => [`p${i + 1}`, place]));
  const passages = [...places].map(([id, place]) => toAsked(id, place));
  const quoted = await answerQuestion(question, passages, {
    labels: knownLabels(await inWorkspace(deps.db, actor.workspaceId, (trx) => knownTypes(trx, deps.types))),
    embed: status === 'model' ? (texts) => embedNow(deps, texts) : undefined,
  });
  const written = await writeAnswer(deps, actor, { question, passages, signal });
  const common = { search: status, because: written.because };
  if (written.sentences.length > 0) {
    const sentences = written.sentences.map((sentence) => showWritten(sentence, quoted, places));
    return { ...common, found: true, status: 'model', sentences, nearest: [] };
  }
  const sentences = quoted.sentences.map((sentence) => showQuoted(sentence, places));
  const nearest = quoted.found ? [] : passages.slice(0, MOST_NEAREST).map(({ id }) => citeWhole(places.get(id)!));
  return { ...common, found: quoted.found, status: 'extractive', sentences, nearest };
}

/** The best of all hits first, and more of the first hits than of the last. */
function takeInTurn(hits: readonly Found[]): Place[] {
  return hits
    .flatMap((hit, h) => hit.passages.map((passage, p) => ({ hit, passage, turn: h + HITS_BETWEEN * p })))
    .sort((one, other) => one.turn - other.turn)
    .slice(0, MOST_PASSAGES);
}

/** Names and codes of its record are what a document is asked for by. */
function toAsked(id: string, { hit, passage }: Place): AskedPassage {
  const about = Object.values(hit.facets).filter((value): value is string => typeof value === 'string');
  return { id, title: hit.title, about: about.join(' · '), context: null, text: passage.text, language: hit.language };
}

/** undefined vectors are none: sentences that no model has read are weighed by their words. */
async function embedNow(
  { nlp }: Pick<Services, 'nlp'>,
  texts: readonly string[],
): Promise<readonly Float32Array[] | undefined> {
  try {
    const { status, vectors } = await nlp.embed(texts, { urgency: 'interactive' });
    return status === 'model' ? vectors : undefined;
  } catch {
    return undefined;
  }
}

function showQuoted(sentence: ScoredSentence, places: ReadonlyMap<string, Place>): AnsweredSentence {
  return {
    text: sentence.text,
    confidence: sentence.score,
    sources: [cite(places.get(sentence.passage.id)!, sentence)],
  };
}

/** The place of a written sentence is, in each passage that it cites, the sentence that answers best; else the whole passage. */
function showWritten(
  { text, sources }: WrittenSentence,
  { ranked }: Answer,
  places: ReadonlyMap<string, Place>,
): AnsweredSentence {
  const cited = sources.map((id) => {
    const best = ranked.find(({ passage }) => passage.id === id);
    return best ? cite(places.get(id)!, best) : citeWhole(places.get(id)!);
  });
  return { text, confidence: null, sources: cited };
}

const citeWhole = (place: Place): Citation => cite(place, { start: 0, end: place.passage.text.length });

function cite({ hit, passage }: Place, { start, end }: { start: number; end: number }): Citation {
  const boxes = boxesOfSpan(passage, start, end);
  return {
    hit,
    text: passage.text.slice(start, end),
    start: passage.start + start,
    end: passage.start + end,
    page: boxes[0]?.page ?? passage.page,
    boxes,
  };
}

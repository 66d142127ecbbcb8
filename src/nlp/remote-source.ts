// Our models on another machine (`sheaf serve --mode nlp`). It must run the model that this server expects: vectors of another
// would be compared with those that are kept.

import { SheafError } from '../errors.ts';
import type { ComponentReport } from '../observe/readiness.ts';
import { outsideHealth } from '../outside/outside-services.ts';
import { askModelService, type ModelServiceAddress } from './ask-model-service.ts';
import type { ModelSource } from './model-source.ts';
import type { EmbeddingModel, Entity, NlpOptions } from './nlp.ts';
import { decodeVector, embedAnswerSchema, entitiesAnswerSchema } from './nlp-wire.ts';

export interface RemoteSourceOptions extends ModelServiceAddress {
  embeddingModel: EmbeddingModel;
  entityModel: string;
}

/** A call is sent in parts, so that none takes longer than a try may. */
const PART_TEXTS = 100;
const PART_CHARS = 100_000;
/** Line by line each takes several times as long. */
const PART_CHARS_BY_LINE = 20_000;
const INTERACTIVE_MS = 15_000;
const BACKGROUND_MS = 120_000;

export function createRemoteSource({ embeddingModel, entityModel, ...address }: RemoteSourceOptions): ModelSource {
  let otherModel: string | undefined;

  /** Told by readiness until the right model answers. */
  function ensureModel(found: string, expected: string): void {
    otherModel = found === expected ? undefined : 'the model service runs another model than this server expects';
    if (otherModel !== undefined) throw new SheafError('models.unavailable', otherModel);
  }

  const asked = (texts: readonly string[], { urgency = 'interactive', signal }: NlpOptions) => ({
    body: { texts, urgency },
    tryMs: urgency === 'interactive' ? INTERACTIVE_MS : BACKGROUND_MS,
    signal,
  });

  async function check(): Promise<ComponentReport> {
    const health = await outsideHealth(address.service);
    if (otherModel !== undefined) return { ...health, ok: false, error: otherModel };
    return { ...health, error: 'the model service does not answer; fixed rules stand in' };
  }

  return {
    embeddingModel,
    entityModel,
    embed: (texts, options) =>
      inParts(texts, PART_CHARS, async (part) => {
        const question = { path: '/v1/embed', answer: embedAnswerSchema, ...asked(part, options) };
        const { model, vectors } = await askModelService(address, question);
        ensureModel(model.id, embeddingModel.id);
        return ensureAll(
          vectors.map((text) => decodeVector(text, embeddingModel.dimension)),
          part,
        );
      }),
    findEntities: (texts, options) =>
      inParts(texts, options.byLine ? PART_CHARS_BY_LINE : PART_CHARS, async (part) => {
        const { body, ...how } = asked(part, options);
        const question = {
          path: '/v1/entities',
          answer: entitiesAnswerSchema,
          ...how,
          body: options.byLine ? { ...body, byLine: true } : body,
        };
        const { model, entities } = await askModelService(address, question);
        ensureModel(model, entityModel);
        return ensureAll(
          entities.map((found, place) => (standsIn(part[place], found) ? found : undefined)),
          part,
        );
      }),
    checks: { nlp: check, embedding_model_loaded: check, ner_model_loaded: check },
    close: async () => undefined,
  };
}

async function inParts<T>(
  texts: readonly string[],
  mostChars: number,
  ask: (part: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const results: T[] = [];
  for (let from = 0; from < texts.length; ) {
    let to = from + 1;
    let chars = texts[from]!.length;
    while (to < texts.length && to - from < PART_TEXTS && chars + texts[to]!.length <= mostChars) {
      chars += texts[to]!.length;
      to++;
    }
    results.push(...(await ask(texts.slice(from, to))));
    from = to;
  }
  return results;
}

/** One usable answer for each text, or none at all. */
function ensureAll<T>(answers: readonly (T | undefined)[], texts: readonly string[]): T[] {
  if (answers.length === texts.length && answers.every((answer) => answer !== undefined)) return answers as T[];
  throw new SheafError('models.unavailable', 'The model service gave an answer that cannot be used.');
}

const standsIn = (text: string | undefined, found: readonly Entity[]): boolean =>
  text !== undefined && found.every(({ start, end, text: own }) => text.slice(start, end) === own);

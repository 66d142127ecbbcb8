// Entry of a process that runs models: texts in, numbers out. It is killed when it hangs, and ends when its parent does.

import { flushCompileCache } from 'node:module';
import { SheafError } from '../../errors.ts';
import type {
  ChildModels,
  LoadedModel,
  ModelMessage,
  ModelTask,
  ParentMessage,
  TaskMessage,
} from '../pool/messages.ts';
import type { Step } from './entity-finder.ts';
import { keepLoaded } from './keep-loaded.ts';
import { createTurns } from './turns.ts';

interface Loaded {
  model: Omit<LoadedModel, 'ms'>;
  run: (text: string, step: Step) => Promise<unknown>;
}

const ALIVE_AFTER_MS = 1000;
const turns = createTurns();
const loading = new Map<ModelTask, Promise<Loaded>>();
let models: ChildModels | undefined;
let toldAt = 0;

async function loadModel(task: ModelTask): Promise<Loaded> {
  if (task === 'embed') {
    const { loadEmbedder } = await import('./embedder.ts');
    const embedder = await loadEmbedder(models!.embedding);
    return { model: embedder, run: (text, step) => step(() => embedder.embed(text)) };
  }
  const finder = await entityFinder();
  return { model: { ...finder, dimension: 0 }, run: task === 'lines' ? finder.findByLine : finder.find };
}

/** One for both of its tasks. */
const entityFinder = keepLoaded(async () => {
  const { loadEntityFinder } = await import('./entity-finder.ts');
  return loadEntityFinder(models!.entities);
});

function modelFor(task: ModelTask): Promise<Loaded> {
  const known = loading.get(task);
  if (known) return known;
  const started = performance.now();
  const load = loadModel(task).then((loaded) => {
    const { inputs, dimension } = loaded.model;
    tell({ kind: 'loaded', task, model: { inputs, dimension, ms: Math.round(performance.now() - started) } });
    return loaded;
  });
  loading.set(task, load);
  // Not for ever: a file may be put right.
  load.catch(() => loading.delete(task));
  return load;
}

async function answer({ id, task, urgency, texts }: TaskMessage): Promise<void> {
  const started = performance.now();
  try {
    const { run } = await turns.take(urgency, () => modelFor(task));
    const step: Step = async (work) => {
      const result = await turns.take(urgency, work);
      if (performance.now() - toldAt > ALIVE_AFTER_MS) tell({ kind: 'alive' });
      return result;
    };
    const results: unknown[] = [];
    for (const text of texts) results.push(await run(text, step));
    tell({ kind: 'done', id, results, ms: performance.now() - started });
  } catch (error) {
    const known = error instanceof SheafError;
    tell({ kind: 'failed', id, code: known ? error.code : 'internal', message: known ? error.message : '' });
  }
  keepCompiledCode();
}

let keptCompiledCode = false;

/** The next child starts in less time. Children are killed, so that this is not done at their end. */
function keepCompiledCode(): void {
  if (keptCompiledCode) return;
  keptCompiledCode = true;
  setImmediate(flushCompileCache);
}

function tell(message: ModelMessage): void {
  toldAt = performance.now();
  process.send?.(message, undefined, undefined, (error) => {
    if (error) process.exit(0);
  });
}

if (!process.send) throw new Error('This file runs as a child of the pool only.');
process.on('message', (message: ParentMessage) => {
  if (message.kind === 'models') models = message.models;
  else void answer(message);
});
process.on('disconnect', () => process.exit(0));
tell({ kind: 'ready' });

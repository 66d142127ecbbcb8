// Our own models: where they run, and who may ask them.

import { resolve } from 'node:path';
import { z } from 'zod';
import { isLoopbackHost } from '../api/loopback.ts';
import { type Read, type ReadContext, setting } from './setting.ts';
import { commaListOf, publicUrl, secret, whole } from './setting-kinds.ts';

export const modelsSettings = {
  NLP_URL: setting(
    publicUrl.optional(),
    undefined,
    'Process of mode `nlp` that makes embeddings and finds entities, such as http://nlp:8000; unset = child processes of this one.',
  ),
  VISION_URL: setting(
    publicUrl.optional(),
    undefined,
    'Process of mode `vision` that looks at pictures, such as http://vision:8000; unset = this process does.',
  ),
  MODEL_SERVICE_TOKENS: setting(
    commaListOf(secret),
    '',
    'Tokens that a process of mode `nlp` or `vision` takes, separated by commas; who calls one (NLP_URL, VISION_URL) sends the first. Needed in production and staging. Without any, such a process answers its own machine alone.',
    { secret: true },
  ),
  EMBEDDING_MODEL_DIR: setting(
    z.string().min(1).optional(),
    undefined,
    'Folder with another embedding model (model.onnx, tokenizer.json), the same for all processes; unset = the English one that comes with Sheaf. A change has everything embedded anew (docs/models.md).',
  ),
  MODEL_PROCESSES: setting(
    whole(1, 64),
    '1',
    'Child processes at most that run models; each takes a core when there is much to do, and about 300 MB.',
  ),
  MODEL_IDLE_SECONDS: setting(whole(1, 86_400), '300', 'Time without work after which such a process ends.'),
} as const;

export interface ModelsContext extends ReadContext {
  mode: string;
  host: string;
  strict: boolean;
  environment: string;
}

export const readModels = (read: Read<typeof modelsSettings>, context: ModelsContext) => {
  const { problems, isGiven, mode, strict, environment } = context;
  const serves = mode === 'nlp' || mode === 'vision';
  const calls = !serves && (isGiven('NLP_URL') || isGiven('VISION_URL'));
  if (!isGiven('MODEL_SERVICE_TOKENS')) {
    if (strict && (serves || calls)) {
      const why = serves ? `MODE=${mode}` : 'NLP_URL and VISION_URL';
      problems.push(`MODEL_SERVICE_TOKENS: needed by ${why} in ${environment}; "openssl rand -base64 48" makes one`);
    } else if (serves && context.host && !isLoopbackHost(context.host)) {
      problems.push('MODEL_SERVICE_TOKENS: needed by a process of this mode that others can reach (HOST)');
    }
  }
  const folder = read('EMBEDDING_MODEL_DIR');
  return {
    models: {
      nlpUrl: asUrl(read('NLP_URL')),
      visionUrl: asUrl(read('VISION_URL')),
      tokens: read('MODEL_SERVICE_TOKENS'),
      /** undefined: the model that comes with the package. */
      embeddingFolder: folder === undefined ? undefined : resolve(folder),
      processes: read('MODEL_PROCESSES'),
      idleMs: read('MODEL_IDLE_SECONDS') * 1000,
    },
  };
};

const asUrl = (text: string | undefined): URL | undefined => (text === undefined ? undefined : new URL(text));

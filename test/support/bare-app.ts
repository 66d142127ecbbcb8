// An app with the error shape of the API and nothing else, to try one capability with options that a whole server has no
// setting for, or not all at once.

import fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { onTestFinished } from 'vitest';
import type { App } from '../../src/api/api-context.ts';
import { sendError, sendNotFound } from '../../src/api/problem.ts';
import { createLogger } from '../../src/observe/logger.ts';

export function bareApp(): App {
  const log = createLogger({ level: 'silent', forPeople: false, destination: process.stdout });
  const app = fastify({ loggerInstance: log as never }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(sendNotFound);
  onTestFinished(() => app.close());
  return app;
}

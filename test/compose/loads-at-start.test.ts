// Idle memory and the time of a start depend on what is loaded: heavy packages come when they are asked for.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase } from '../support/test-database.ts';

/** Models, providers, pictures, documents, protocols and clouds: each weighs megabytes, and many servers never need it. */
const heavy = [
  /^onnxruntime/,
  /^@huggingface\//,
  // @ai-sdk/provider is their errors alone.
  /^@ai-sdk\/(?!provider$)/,
  /^(compromise|eld)$/,
  /^@modelcontextprotocol\//,
  /^(sharp|@img\/.*)$/,
  /^(@hyzyla\/pdfium|@llamaindex\/liteparse|tesseract\.js.*|pdfkit)$/,
  /^@azure\//,
  /^nodemailer$/,
];

test('a server that nobody has asked anything holds none of the heavy packages, though models are configured', async () => {
  const { env, dataDir, drop } = await prepareTestDatabase();
  const loaded = path.join(dataDir, 'packages.txt');
  const server = await startServerProcess({
    ...env,
    NODE_OPTIONS: `--import=${import.meta.resolve('../support/record-packages.ts')}`,
    RECORD_PACKAGES_TO: loaded,
    MODEL_PROVIDER: 'compatible',
    MODEL_NAME: 'test-model',
    MODEL_BASE_URL: 'http://127.0.0.1:9/v1',
  });
  try {
    const lines = (await readFile(loaded, 'utf8')).trim().split('\n');
    const own = lines.filter((line) => line.startsWith(`${server.child.pid} `)).map((line) => line.split(' ')[1]!);
    expect(own).toEqual(expect.arrayContaining(['fastify', 'kysely', 'zod']));
    expect(own.filter((name) => heavy.some((pattern) => pattern.test(name)))).toEqual([]);
  } finally {
    await server.stop();
    await drop();
  }
});

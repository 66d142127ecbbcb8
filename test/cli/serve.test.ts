import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { CliIo, CliServices } from '../../src/cli/command.ts';
import { serveCommand } from '../../src/cli/serve.ts';
import { workerCommand } from '../../src/cli/worker.ts';
import { errorCatalogue, SheafError } from '../../src/errors.ts';

function world() {
  const interrupt = new AbortController();
  const stderr = new PassThrough();
  const stdout = new PassThrough();
  const io: CliIo = { stdin: new PassThrough(), stdout, stderr, env: { PORT: '0' }, signal: interrupt.signal };
  return { io, interrupt, complaint: () => String(stderr.read() ?? ''), output: () => String(stdout.read() ?? '') };
}

const services = (startServer: CliServices['startServer']) => ({ startServer }) as CliServices;

test('runs until it is told to stop, then stops in order', async () => {
  const { io, interrupt, output } = world();
  const events: string[] = [];
  const running = serveCommand.run(
    [],
    io,
    services(async ({ env }) => {
      events.push(`started ${env.PORT}`);
      return { stop: async () => void events.push('stopped'), stopsWithinMs: 1000 };
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(events).toEqual(['started 0']);
  interrupt.abort();
  expect(await running).toBe(0);
  expect(events).toEqual(['started 0', 'stopped']);
  expect(output()).toBe('');
});

test.each([
  ['config.invalid', 2],
  ['store.locked', 1],
  ['store.schema-newer', 1],
] as const)('%s ends it with %i, tells why and what to do', async (code, exitCode) => {
  const { io, complaint } = world();
  const startServer = async () => {
    throw new SheafError(code, 'because of this');
  };
  expect(await serveCommand.run([], io, services(startServer))).toBe(exitCode);
  expect(complaint()).toBe(`sheaf serve: because of this\n${errorCatalogue[code].advice}\n`);
});

test('a stop that hangs is cut when its time is over, and says so', async () => {
  const { io, interrupt, complaint } = world();
  const startServer = async () => ({ stop: () => new Promise<void>(() => {}), stopsWithinMs: 50 });
  interrupt.abort();
  expect(await serveCommand.run([], io, services(startServer))).toBe(1);
  expect(complaint()).toContain('was cut');
});

test.each([
  [serveCommand, ['--mode', 'worker'], 'worker'],
  [serveCommand, [], 'api'],
  [workerCommand, [], 'worker'],
] as const)('the mode is the one that the command names, or else that of the settings', async (command, args, mode) => {
  const { io, interrupt } = world();
  interrupt.abort();
  let asked: string | undefined;
  const startServer: CliServices['startServer'] = async ({ env }) => {
    asked = env.MODE;
    return { stop: async () => {}, stopsWithinMs: 1000 };
  };
  await command.run(args, { ...io, env: { MODE: 'api' } }, services(startServer));
  expect(asked).toBe(mode);
});

test.each([
  [['--mode', 'nothing'], '--mode'],
  [['--json'], '--health'],
])('%j is wrong usage', async (args, named) => {
  const { io } = world();
  const start = services(async () => {
    throw new Error('must not be called');
  });
  await expect(serveCommand.run(args, io, start)).rejects.toThrow(named);
});

test('takes no arguments that it would ignore', async () => {
  const { io } = world();
  await expect(
    serveCommand.run(
      ['--port', '1'],
      io,
      services(async () => ({ stop: async () => {}, stopsWithinMs: 1000 })),
    ),
  ).rejects.toThrow('--port');
});

test('an argument is wrong usage, and nothing is started', async () => {
  const { io } = world();
  const start = services(async () => {
    throw new Error('must not be called');
  });
  await expect(serveCommand.run(['now'], io, start)).rejects.toThrow('takes no argument');
});

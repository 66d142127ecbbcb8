import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/compose/engine.ts';
import { createLogger, moduleLogger } from '../../src/observe/logger.ts';
import { inWork } from '../../src/observe/work.ts';
import { keepLogLine } from '../support/suite-logs.ts';

const file = fileURLToPath(new URL('../../src/warm-up.pdf', import.meta.url));
const childrenFile = `/proc/${process.pid}/task/${process.pid}/children`;

const children = (): number[] => readFileSync(childrenFile, 'utf8').split(' ').filter(Boolean).map(Number);

test.runIf(process.platform === 'linux')(
  'a reading process that dies is a line with the id of the request, and the file is read by another',
  async () => {
    const lines: Record<string, unknown>[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(JSON.parse(String(chunk)));
        keepLogLine(String(chunk));
        done();
      },
    });
    const log = moduleLogger(createLogger({ level: 'info', forPeople: false, destination }), 'parse');
    const others = children();
    const engine = await createEngine({
      jobs: 1,
      version: '0',
      maxBytes: 1e7,
      limits: { fileMs: 20_000, pageMs: 25_000 },
      keepChildren: 0,
      log,
    });
    let killed = 0;
    const kill = (): void => {
      if (killed++ > 0) return;
      for (const pid of children()) if (!others.includes(pid)) process.kill(pid, 'SIGKILL');
    };
    const work = { request_id: 'r-1', user_id: '01a1f7bc-7a47-7000-b5d4-4df02a6516cd' };
    const result = await inWork(work, () => engine.reader.read({ path: file, name: 'canary.pdf' }, {}, kill));
    expect(result.status).toBe('succeeded');
    expect(lines).toEqual([
      {
        timestamp: expect.any(String),
        level: 'warn',
        module: 'parse',
        event: 'reading-trouble',
        message: 'a reading process was in trouble',
        ...work,
        reason: 'crash',
        task: 'read',
        exitCode: null,
        signal: 'SIGKILL',
        frames: [],
        ...(lines[0] && 'peakMb' in lines[0] ? { peakMb: expect.any(Number) } : {}),
      },
    ]);
    await engine.reader.close();
  },
  60_000,
);

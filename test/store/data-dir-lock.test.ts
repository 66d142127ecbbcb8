import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataDir } from '../../src/store/data-dir-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const holderScript = `
  const { lockDataDir } = await import(${JSON.stringify(new URL('../../src/store/data-dir-lock.ts', import.meta.url).href)});
  lockDataDir(process.argv[1]);
  for (let i = 0; i < 3; i++) gc();
  process.stdout.write('locked');
  setInterval(() => {}, 1000);
`;

async function holdInAnotherProcess(folder: string) {
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', holderScript, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('a second lock on the same directory is refused and names the holder', () => {
  const folder = temporaryFolder();
  const lock = lockDataDir(folder);
  expect(() => lockDataDir(folder)).toThrow(expect.objectContaining({ code: 'store.locked' }));
  expect(() => lockDataDir(folder)).toThrow(`process ${process.pid}`);
  lock.release();
});

test('a released lock can be taken again', () => {
  const folder = temporaryFolder();
  lockDataDir(folder).release();
  const again = lockDataDir(folder);
  again.release();
});

test('another process that holds the lock keeps this one out', async () => {
  const folder = temporaryFolder();
  const child = await holdInAnotherProcess(folder);
  expect(() => lockDataDir(folder)).toThrow(`process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('kill -9 frees the lock at once', async () => {
  const folder = temporaryFolder();
  const child = await holdInAnotherProcess(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = lockDataDir(folder);
  lock.release();
});

test('directories do not share a lock', () => {
  const one = lockDataDir(temporaryFolder());
  const other = lockDataDir(temporaryFolder());
  one.release();
  other.release();
});

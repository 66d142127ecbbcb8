// Whether this machine can run the steps of the Dockerfile without an engine.

import { spawnSync } from 'node:child_process';

/** A plain reason, or undefined when it can. */
export function whyNoImageRoot(): string | undefined {
  if (process.platform !== 'linux') return 'it takes Linux';
  if (process.getuid?.() !== 0) return 'it takes root, to make a file system of its own';
  for (const command of ['debootstrap', 'unshare', 'setpriv', 'chroot']) {
    if (spawnSync('which', [command], { stdio: 'ignore' }).status !== 0) return `${command} is not installed`;
  }
  const { status } = spawnSync('unshare', ['--mount', '--pid', '--fork', 'true'], { stdio: 'ignore' });
  return status === 0 ? undefined : 'this process may not make name spaces (unshare)';
}

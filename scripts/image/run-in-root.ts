// A RUN step: a shell inside the stage's folder, with the way to packages that this machine has itself.

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type RootMount, spawnInRoot } from './enter-root.ts';
import type { ImageConfig } from './image-config.ts';

export interface RunStep {
  root: string;
  script: string;
  config: ImageConfig;
  /** Folder for what `--mount=type=cache` keeps. */
  cache: string;
  mount: string | undefined;
}

export async function runInRoot({ root, script, config, cache, mount }: RunStep): Promise<void> {
  const { env, mounts } = wayToPackages();
  const child = spawnInRoot(
    {
      root,
      command: ['sh', '-c', script],
      env: { HOME: '/root', ...config.env, ...env },
      workdir: config.workdir,
      mounts: [...mounts, ...cacheMount(mount, cache)],
    },
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = Promise.all([text(child.stdout!), text(child.stderr!)]);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`RUN ${script}\nended with ${code}:\n${(await said).join('').slice(-4000)}`);
}

/** Names, certificates and the package registry of this machine: what an engine takes from its own settings. */
function wayToPackages(): { env: Record<string, string>; mounts: RootMount[] } {
  const files = ['/etc/resolv.conf', '/etc/hosts'].filter((file) => existsSync(file));
  const mounts: RootMount[] = files.map((file) => ({ from: file, to: file, kind: 'file' }));
  const registry = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout?.trim();
  const env: Record<string, string> = registry ? { npm_config_registry: registry } : {};
  const authorities = process.env.NODE_EXTRA_CA_CERTS;
  if (authorities && existsSync(authorities)) {
    const to = '/tmp/authorities.pem';
    mounts.push({ from: authorities, to, kind: 'file' });
    Object.assign(env, { NODE_EXTRA_CA_CERTS: to, npm_config_cafile: to });
  }
  return { env, mounts };
}

function cacheMount(mount: string | undefined, cache: string): RootMount[] {
  const target = /^type=cache,target=(\S+)$/.exec(mount ?? '')?.[1];
  if (mount !== undefined && !target) throw new Error(`--mount=${mount} is not understood`);
  if (!target) return [];
  const from = path.join(cache, `npm-cache${target.replaceAll('/', '-')}`);
  mkdirSync(from, { recursive: true });
  return [{ from, to: target, kind: 'folder' }];
}

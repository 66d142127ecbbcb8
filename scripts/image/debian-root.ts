// The base image of a stage, as debootstrap makes it: the same suite, slimmed as Debian slims its own images.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What Debian's slim images leave out, also of packages that are installed later. Copyrights stay. */
const LEFT_OUT = ['doc', 'man', 'info', 'locale', 'groff', 'lintian', 'linda'];

/** `image` is like `debian:trixie-20260918-slim@sha256:…`. About 25 seconds, once. */
export function debianRoot(image: string, cache: string): { root: string; key: string } {
  const suite = /^debian:([a-z]+)-\d{8}-slim(?:@sha256:[0-9a-f]{64})?$/.exec(image)?.[1];
  if (!suite) throw new Error(`deploy/Dockerfile: no folder can be made for the base ${image}`);
  const root = path.join(cache, `base-${suite}`);
  if (!existsSync(root)) {
    const part = `${root}.part-${process.pid}`;
    const { status, stderr } = spawnSync('debootstrap', ['--variant=minbase', suite, part], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`debootstrap ended with ${status}: ${stderr}`);
    slim(part);
    if (existsSync(root)) rmSync(part, { recursive: true });
    else renameSync(part, root);
  }
  return { root, key: image };
}

function slim(root: string): void {
  const rules = LEFT_OUT.map((name) => `path-exclude /usr/share/${name}/*`);
  mkdirSync(path.join(root, 'etc/dpkg/dpkg.cfg.d'), { recursive: true });
  writeFileSync(
    path.join(root, 'etc/dpkg/dpkg.cfg.d/docker'),
    `${[...rules, 'path-include /usr/share/doc/*/copyright'].join('\n')}\n`,
  );
  writeFileSync(
    path.join(root, 'etc/apt/apt.conf.d/docker-clean'),
    'Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";\nDPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };\n',
  );
  for (const name of LEFT_OUT.filter((each) => each !== 'doc'))
    rmSync(path.join(root, 'usr/share', name), { recursive: true, force: true });
  spawnSync('find', [path.join(root, 'usr/share/doc'), '-type', 'f', '!', '-name', 'copyright', '-delete']);
  spawnSync('sh', [
    '-c',
    'rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin "$1"/var/cache/apt/archives/*.deb',
    'sh',
    root,
  ]);
}

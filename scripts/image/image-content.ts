// What lies in the image and how much room it takes, as a table for docs/container.md.

import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface ImagePart {
  name: string;
  bytes: number;
}

export interface ImageContent {
  bytes: number;
  files: number;
  /** Parts that together are the whole. */
  parts: ImagePart[];
  /** The largest packages of npm. */
  packages: ImagePart[];
  /** The largest packages of Debian, by what they say of themselves. */
  debianPackages: ImagePart[];
}

/** Longest first, so that each file counts for the closest one. */
const partsByPlace: readonly [place: string, name: string][] = [
  ['/app/node_modules/', 'packages of npm'],
  ['/usr/local/bin/', 'Node'],
  ['/var/cache/sheaf/', 'compiled code of a first start'],
  ['/app/', 'Sheaf itself'],
  ['/usr/share/tesseract-ocr/', 'language models of Tesseract'],
  ['/', 'Debian, with Tesseract and its libraries'],
];

const MOST = 12;

export function measureImage(root: string): ImageContent {
  const parts = new Map<string, number>();
  const packages = new Map<string, number>();
  let bytes = 0;
  let files = 0;
  const walk = (below: string): void => {
    for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
      const place = `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        walk(place);
        continue;
      }
      if (!entry.isFile()) continue;
      const { size } = lstatSync(path.join(root, place));
      bytes += size;
      files++;
      const part = partsByPlace.find(([prefix]) => place.startsWith(prefix))![1];
      parts.set(part, (parts.get(part) ?? 0) + size);
      const name = /^\/app\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(place)?.[1];
      if (name) packages.set(name, (packages.get(name) ?? 0) + size);
    }
  };
  walk('');
  return {
    bytes,
    files,
    parts: sorted(parts),
    packages: sorted(packages).slice(0, MOST),
    debianPackages: debianPackages(root),
  };
}

export function contentTable({ bytes, files, parts, packages, debianPackages }: ImageContent): string {
  const list = (items: readonly ImagePart[]): string =>
    items.map(({ name, bytes: size }) => `${name} ${megabytes(size)}`).join(', ');
  return [
    '| part | MB |',
    '|---|---|',
    ...parts.map((part) => `| ${part.name} | ${megabytes(part.bytes)} |`),
    `| **together**, ${files} files, not compressed | **${megabytes(bytes)}** |`,
    '',
    `Largest packages of npm (MB): ${list(packages)}.`,
    '',
    `Largest packages of Debian (MB): ${list(debianPackages)}.`,
  ].join('\n');
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);

const sorted = (sizes: ReadonlyMap<string, number>): ImagePart[] =>
  [...sizes].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes);

function debianPackages(root: string): ImagePart[] {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what dpkg-query fills in itself.
  const { stdout } = spawnSync('dpkg-query', [`--root=${root}`, '-W', '-f', '${Package} ${Installed-Size}\\n'], {
    encoding: 'utf8',
  });
  const sizes = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([name, kilobytes]) => [name!, Number(kilobytes) * 1024] as const);
  return sorted(new Map(sizes)).slice(0, MOST);
}

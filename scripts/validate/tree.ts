// The files of a project folder as checks see them: what belongs to it, read once.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Tree {
  root: string;
  /** Sorted, relative, with forward slashes. */
  files: readonly string[];
  /** Every folder, also those without files. */
  folders: readonly string[];
  has(file: string): boolean;
  /** Text of a file; empty when it is missing. */
  read(file: string): string;
  /** Files whose path fits. */
  matching(pattern: RegExp): string[];
  isExecutable(file: string): boolean;
}

const NEVER = new Set(['.git', 'node_modules']);

/** In a git work tree: what is or would be committed; elsewhere every file. */
export function openTree(root: string): Tree {
  const walked = walk(root);
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const isOwn = listed.status === 0 && listed.stdout !== '';
  const there = new Set(walked.files);
  const files = (isOwn ? listed.stdout.split('\0').filter((file) => there.has(file)) : walked.files).sort();
  const ignored = isOwn ? ignoredFolders(root, walked.folders) : new Set<string>();
  const texts = new Map<string, string>();
  const known = new Set(files);
  return {
    root,
    files,
    folders: walked.folders.filter(
      (folder) => ![...ignored].some((each) => folder === each || folder.startsWith(`${each}/`)),
    ),
    has: (file) => known.has(file) || walked.folders.includes(file),
    read(file) {
      if (!known.has(file)) return '';
      const text = texts.get(file) ?? readFileSync(path.join(root, file), 'utf8');
      texts.set(file, text);
      return text;
    },
    matching: (pattern) => files.filter((file) => pattern.test(file)),
    isExecutable: (file) => (statSync(path.join(root, file)).mode & 0o111) !== 0,
  };
}

function walk(root: string): { files: string[]; folders: string[] } {
  const files: string[] = [];
  const folders: string[] = [];
  const enter = (below: string): void => {
    for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
      if (NEVER.has(entry.name)) continue;
      const place = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        folders.push(place);
        enter(place);
      } else if (entry.isFile()) files.push(place);
    }
  };
  enter('');
  return { files, folders };
}

function ignoredFolders(root: string, folders: readonly string[]): Set<string> {
  const { stdout } = spawnSync('git', ['check-ignore', '--stdin'], {
    cwd: root,
    encoding: 'utf8',
    input: folders.map((folder) => `${folder}/`).join('\n'),
  });
  return new Set(
    (stdout ?? '')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''))
      .filter(Boolean),
  );
}

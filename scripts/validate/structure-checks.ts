// Checks of folders and files: what is where, how it is called, how long it is.

import type { Check } from './check.ts';
import type { Tree } from './tree.ts';

const MAX_LINES = 400;

/** Path or folder → why it may be longer. */
const mayBeLong: Readonly<Record<string, string>> = {};

/** Folders of test/ that stand for something else than a room of src/. */
const testFoldersWithoutRoom = [
  'bin',
  'deploy',
  'docs',
  'e2e',
  'fault',
  'fixtures',
  'load',
  'scripts',
  'security',
  'servers',
  'support',
  'synth',
];

const roomsOf = (tree: Tree): string[] => [
  ...new Set(tree.matching(/^src\/[^/]+\//).map((file) => file.split('/')[1]!)),
];

export const structureChecks: readonly Check[] = [
  {
    id: 'rooms-documented',
    title: 'every room of src/ stands in docs/architecture.md, and every room there exists',
    advice: 'Add a row to the table of rooms in docs/architecture.md, or take out the one that is gone.',
    find(tree) {
      const page = tree.read('docs/architecture.md');
      const told = [...page.matchAll(/`src\/([\w-]+)\/`/g)].map(([, room]) => room!);
      const rooms = roomsOf(tree);
      return [
        ...rooms.filter((room) => !told.includes(room)).map((room) => `src/${room}/ is not documented`),
        ...told.filter((room) => !rooms.includes(room)).map((room) => `src/${room}/ is documented and does not exist`),
      ];
    },
  },
  {
    id: 'rooms-bordered',
    title: 'every room of src/ has a rule about what it may import',
    advice: 'Add the room to `rooms` in .dependency-cruiser.mjs, with the reason.',
    find(tree) {
      const rules = tree.read('.dependency-cruiser.mjs');
      return roomsOf(tree)
        .filter((room) => !['compose', 'config'].includes(room) && !new RegExp(`^  ${room}: \\{`, 'm').test(rules))
        .map((room) => `src/${room}/ has no rule`);
    },
  },
  {
    id: 'no-empty-folders',
    title: 'no folder is empty',
    advice: 'Remove the folder; make it when its first file comes.',
    find: (tree) =>
      tree.folders
        .filter((folder) => /^(src|test|scripts|docs|deploy|bench|synth|bin)(\/|$)/.test(folder))
        .filter((folder) => !tree.files.some((file) => file.startsWith(`${folder}/`)))
        .map((folder) => `${folder}/ is empty`),
  },
  {
    id: 'tests-mirror-src',
    title: 'every room has tests, and every folder of tests a room',
    advice: 'Name the folder of test/ as the room whose behaviour it tells.',
    find(tree) {
      const rooms = roomsOf(tree);
      const tested = [...new Set(tree.matching(/^test\/[^/]+\//).map((file) => file.split('/')[1]!))];
      return [
        // Errors are plain data, told by the docs test; parts of compose show in everything that starts a server.
        ...rooms
          .filter((room) => !['errors', 'compose', 'config'].includes(room) && !tested.includes(room))
          .map((room) => `src/${room}/ has no tests in test/${room}/`),
        ...tested
          .filter((folder) => !rooms.includes(folder) && !testFoldersWithoutRoom.includes(folder))
          .map((folder) => `test/${folder}/ belongs to no room`),
      ];
    },
  },
  {
    id: 'file-names',
    title: 'files are named in kebab-case',
    advice: 'Name the file after its main export, words joined by hyphens.',
    find: (tree) =>
      tree
        .matching(/^(src|test|scripts|bench|synth|bin)\/.*\.(ts|js|mjs)$/)
        .filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|js|mjs)$/.test(file.split('/').at(-1)!)),
  },
  {
    id: 'file-lengths',
    title: `no file is longer than ${MAX_LINES} lines`,
    advice: 'Split it by what its parts do.',
    find: (tree) =>
      tree
        .matching(/^(src|test|scripts|bench|synth|bin|console|deploy)\/.*\.(ts|tsx|js|mjs|css)$/)
        .map((file) => ({ file, lines: tree.read(file).split('\n').length - 1 }))
        .filter(({ file, lines }) => lines > MAX_LINES && !Object.keys(mayBeLong).some((key) => file.startsWith(key)))
        .map(({ file, lines }) => `${file}: ${lines} lines`),
  },
  {
    id: 'no-pack-names',
    title: 'shared code names no pack',
    advice: 'Let the pack declare what the engine needs to know.',
    find(tree) {
      const packs = [...new Set(tree.matching(/^src\/packs\/[^/]+\//).map((file) => file.split('/')[2]!))];
      return tree.matching(/^src\/(?!packs\/).*\.ts$/).flatMap((file) => {
        const code = withoutComments(tree.read(file));
        return packs.filter((pack) => new RegExp(`\\b${pack}\\b`).test(code)).map((pack) => `${file} names ${pack}`);
      });
    },
  },
];

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

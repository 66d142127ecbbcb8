// Checks of package.json, the lock file, and what starts things.

import { findPackageFaults } from '../package-rules.ts';
import type { Check } from './check.ts';
import type { Tree } from './tree.ts';

interface Manifest {
  license?: string;
  engines?: { node?: string };
  bin?: Record<string, string>;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifestOf = (tree: Tree): Manifest => JSON.parse(tree.read('package.json')) as Manifest;

const packageFaults = (tree: Tree): string[] =>
  findPackageFaults({
    manifest: JSON.parse(tree.read('package.json')),
    lock: JSON.parse(tree.read('package-lock.json')),
    npmrc: tree.read('.npmrc'),
  });

const isScriptFault = (fault: string): boolean => /^\.npmrc:|runs at installation/.test(fault);

export const packageChecks: readonly Check[] = [
  {
    id: 'exact-packages',
    title: 'packages are exact, whole, licensed and from no address',
    advice: 'Name an exact version in package.json and run "npm install" with the .npmrc of the project.',
    find: (tree) => packageFaults(tree).filter((fault) => !isScriptFault(fault)),
  },
  {
    id: 'no-install-scripts',
    title: 'nothing runs when packages are installed',
    advice: 'Keep ignore-scripts=true in .npmrc, and no install script in package.json.',
    find: (tree) => packageFaults(tree).filter(isScriptFault),
  },
  {
    id: 'dependencies-documented',
    title: 'every package has its reason in docs/dependencies.md',
    advice: 'Add a row with its licence and why this one, or remove the package.',
    find(tree) {
      const { dependencies, devDependencies, optionalDependencies } = manifestOf(tree);
      const page = tree.read('docs/dependencies.md');
      return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
        (name) => !page.includes(`| \`${name}\` |`),
      );
    },
  },
  {
    id: 'no-registry-host',
    title: 'no package registry is named',
    advice: 'Leave the choice of the registry to the machine: npm has a setting for it.',
    find: (tree) =>
      tree
        .matching(/\.(json|ts|js|mjs|sh|ya?ml|md|toml)$|^\.npmrc$|Dockerfile$|^\.ci\//)
        .filter((file) => !file.startsWith('test/fixtures/'))
        .filter((file) =>
          /registry\.(?:npmjs|yarnpkg|npmmirror)\b|^\s*(?:@[\w-]+:)?registry\s*=/m.test(tree.read(file)),
        ),
  },
  {
    id: 'licence',
    title: 'the licence is there and package.json names it',
    advice: 'Keep LICENSE (Apache License 2.0) and "license": "Apache-2.0".',
    find(tree) {
      const text = tree.read('LICENSE');
      return [
        ...(/Apache License\s+Version 2\.0/.test(text) ? [] : ['LICENSE is missing or another one']),
        ...(manifestOf(tree).license === 'Apache-2.0' ? [] : ['package.json names another licence']),
      ];
    },
  },
  {
    id: 'node-version',
    title: 'the version of Node is the same everywhere',
    advice: 'Change optionalDependencies, @types/node, bin/launcher.js and the workflows together.',
    find(tree) {
      const { optionalDependencies = {}, devDependencies = {} } = manifestOf(tree);
      const major = Number(/NEEDED_MAJOR = (\d+)/.exec(tree.read('bin/launcher.js'))?.[1]);
      if (!major) return ['bin/launcher.js does not say which Node it needs'];
      const named = Object.entries({ ...optionalDependencies, '@types/node': devDependencies['@types/node'] ?? '' });
      const workflows = tree.matching(/^\.github\/workflows\/.*\.ya?ml$/).flatMap((file) =>
        [...tree.read(file).matchAll(/node-version: "?(\d+)/g)].map(([, version]) => ({
          file,
          version: Number(version),
        })),
      );
      return [
        ...named
          .filter(([name]) => /^(node-|@types\/node$)/.test(name))
          .filter(([, version]) => Number(version.split('.')[0]) !== major)
          .map(([name, version]) => `${name} is ${version}, the launcher needs ${major}`),
        ...workflows
          .filter(({ version }) => version !== major)
          .map(({ file, version }) => `${file} sets up Node ${version}, not ${major}`),
      ];
    },
  },
  {
    id: 'scripts-resolve',
    title: 'every npm script and command leads to a file',
    advice: 'Mend the path in package.json.',
    find(tree) {
      const { scripts = {}, bin = {} } = manifestOf(tree);
      const started = Object.entries(scripts).flatMap(([name, line]) =>
        [...line.matchAll(/\b(?:bin|scripts|bench|deploy)\/[\w./-]+\.(?:js|ts|sh)\b/g)].map(([file]) => ({
          name,
          file,
        })),
      );
      const commands = Object.entries(bin).map(([name, file]) => ({ name, file }));
      return [...started, ...commands]
        .filter(({ file }) => !tree.has(file))
        .map(({ name, file }) => `${name}: ${file} does not exist`);
    },
  },
  {
    id: 'executable-bits',
    title: 'what begins with #! can be run, and nothing else can',
    advice: 'chmod +x the file (git keeps it), or chmod -x.',
    find: (tree) =>
      tree
        .matching(/^(bin|scripts|deploy|\.ci|src|test|docs|bench|synth)\/[^.][\s\S]*$/)
        .filter((file) => /\.(sh|js|ts|mjs|md|json|yaml)$|^\.ci\//.test(file))
        .filter((file) => tree.isExecutable(file) !== tree.read(file).startsWith('#!'))
        .map(
          (file) => `${file} ${tree.isExecutable(file) ? 'can be run and has no #!' : 'has a #! and cannot be run'}`,
        ),
  },
];

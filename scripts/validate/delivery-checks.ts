// Checks of what brings Sheaf to where it runs: image, Compose, workflows, dashboards.

import { parse } from 'yaml';
import { composeWorld, findComposeFaults } from '../delivery/compose-rules.ts';
import { findDockerfileFaults } from '../delivery/dockerfile-rules.ts';
import { faultsBySchema } from '../delivery/schema.ts';
import { findSplitActions, findWorkflowFaults } from '../delivery/workflow-rules.ts';
import { listContext } from '../image/docker-context.ts';
import { readDockerfile } from '../image/read-dockerfile.ts';
import type { Check } from './check.ts';
import { settingNames } from './docs-checks.ts';
import type { Tree } from './tree.ts';

const MOST_CONTEXT_BYTES = 10_000_000;

const wantedWorkflows = ['test', 'staging', 'production', 'rollback'];

const workflows = (tree: Tree) =>
  tree.matching(/^\.github\/workflows\/.*\.ya?ml$/).map((file) => ({ file, text: tree.read(file) }));

export const deliveryChecks: readonly Check[] = [
  {
    id: 'dockerfile',
    title: 'deploy/Dockerfile is there and keeps the rules',
    advice: 'Each line names its rule and why; scripts/delivery/dockerfile-rules.ts has them all.',
    find: (tree) =>
      tree.has('deploy/Dockerfile') ? findDockerfileFaults(tree.read('deploy/Dockerfile')) : ['it is missing'],
  },
  {
    id: 'build-context',
    title:
      'the build gets what the Dockerfile copies, under 10 MB beside the models, and nothing that holds secrets or data',
    advice: 'Let .dockerignore through only what deploy/Dockerfile copies.',
    find(tree) {
      if (!tree.has('.dockerignore')) return ['.dockerignore is missing'];
      const context = listContext(tree.root);
      // Weights are as large as they are.
      const rest = context.filter((file) => !file.path.startsWith('models/'));
      const bytes = rest.reduce((sum, file) => sum + file.bytes, 0);
      const copied = readDockerfile(tree.read('deploy/Dockerfile'))
        .flatMap(({ steps }) => steps)
        .filter(({ keyword, flags }) => keyword === 'COPY' && !flags.from)
        .flatMap(({ text }) => text.split(/\s+/).slice(0, -1));
      const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);
      return [
        ...(bytes > MOST_CONTEXT_BYTES ? [`${(bytes / 1e6).toFixed(1)} MB go to the build`] : []),
        ...copied
          .filter((place) => !context.some((file) => isIn(file.path, place)))
          .map((place) => `${place} is copied and does not go to the build`),
        ...context
          .filter((file) => !copied.some((place) => isIn(file.path, place)))
          .map((file) => `${file.path} goes to the build and is not copied`),
      ];
    },
  },
  {
    id: 'compose',
    title: 'deploy/compose.yaml fits its schema, the settings, the secrets and the rules',
    advice: 'Each line names its rule and why; scripts/delivery/compose-rules.ts has them all.',
    find: (tree) =>
      tree.has('deploy/compose.yaml')
        ? findComposeFaults(tree.read('deploy/compose.yaml'), composeWorld(tree, settingNames(tree)))
        : ['it is missing'],
  },
  {
    id: 'workflows',
    title: 'test, staging, production and rollback are there, fit the schema and keep the rules',
    advice: 'Each line names its rule and why; scripts/delivery/workflow-rules.ts has them all.',
    find(tree) {
      const files = workflows(tree);
      const { scripts = {} } = JSON.parse(tree.read('package.json')) as { scripts?: Record<string, string> };
      const world = { scripts: Object.keys(scripts), has: tree.has };
      return [
        ...wantedWorkflows
          .filter((name) => !files.some(({ file }) => file.endsWith(`/${name}.yaml`)))
          .map((name) => `${name}.yaml is missing`),
        ...files.flatMap((file) => findWorkflowFaults(file, world)),
        ...findSplitActions(files),
      ];
    },
  },
  {
    id: 'updates',
    title: 'updates of packages, actions and images are asked for',
    advice: 'Name npm, github-actions and docker in .github/dependabot.yaml.',
    find(tree) {
      const file = '.github/dependabot.yaml';
      if (!tree.has(file)) return [`${file} is missing`];
      const asked = parse(tree.read(file)) as { updates?: { 'package-ecosystem': string }[] };
      const kinds = (asked.updates ?? []).map((update) => update['package-ecosystem']);
      return [
        ...faultsBySchema('dependabot-2.0', asked),
        ...['npm', 'github-actions', 'docker']
          .filter((kind) => !kinds.includes(kind))
          .map((kind) => `nobody asks for ${kind}`),
      ];
    },
  },
  {
    id: 'dashboards',
    title: 'every metric that a dashboard or an alert names exists',
    advice: 'Mend the name in deploy/grafana or deploy/prometheus, or add the metric in src/observe.',
    find(tree) {
      const measured = tree
        .matching(/^src\/.*\.ts$/)
        .map((file) => tree.read(file))
        .join('\n');
      return tree.matching(/^deploy\/(grafana|prometheus)\/.*\.(json|ya?ml)$/).flatMap((file) => {
        const names = new Set([...tree.read(file).matchAll(/\bsheaf_[a-z0-9_]+\b/g)].map(([name]) => name));
        return [...names]
          .filter((name) => !isMeasured(name, measured) && !recordedBy(tree).has(name))
          .map((name) => `${file}: ${name}`);
      });
    },
  },
  {
    id: 'ci',
    title: '.ci/run is there, can be run, and ends with its count',
    advice: 'The last line it prints is "N passed, N failed"; chmod +x it.',
    find(tree) {
      if (!tree.has('.ci/run')) return ['.ci/run is missing'];
      const text = tree.read('.ci/run');
      return [
        ...(tree.isExecutable('.ci/run') ? [] : ['it cannot be run']),
        ...(/sum-reports\.ts/.test(text) ? [] : ['it does not sum up']),
        ...(/npm run (?:validate|check)\b/.test(text) ? [] : ['it does not run the validator']),
        // Where tests are looked for by the beginning of their path, one that is gone would be no failure.
        ...[...text.matchAll(/(?<=\s)test\/[\w/.-]+/g)]
          .map(([start]) => start)
          .filter((start) => !tree.files.some((file) => file.startsWith(start)))
          .map((start) => `it names ${start}, which leads to no test`),
      ];
    },
  },
];

/** Histograms and counters are declared without the endings that Prometheus adds. */
function isMeasured(name: string, code: string): boolean {
  const stem = name.replace(/_(bucket|sum|count|total)$/, '');
  return [name, stem, name.replace(/^sheaf_/, ''), stem.replace(/^sheaf_/, '')].some((each) =>
    new RegExp(`['"\`]${each}['"\`]`).test(code),
  );
}

/** Names that rules of Prometheus record for themselves. */
function recordedBy(tree: Tree): Set<string> {
  return new Set(
    tree
      .matching(/^deploy\/prometheus\/.*\.ya?ml$/)
      .flatMap((file) => [...tree.read(file).matchAll(/record:\s*([\w:]+)/g)].map(([, name]) => name!)),
  );
}

// The workflows keep every rule, and each rule is broken by a workflow that breaks it.

import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { faultsBySchema } from '../../scripts/delivery/schema.ts';
import {
  findSplitActions,
  findWorkflowFaults,
  readWorkflow,
  type WorkflowWorld,
  workflowRules,
} from '../../scripts/delivery/workflow-rules.ts';
import { openTree } from '../../scripts/validate/tree.ts';

const tree = openTree(path.resolve(import.meta.dirname, '../..'));
const files = tree.matching(/^\.github\/workflows\//).map((file) => ({ file, text: tree.read(file) }));
const world: WorkflowWorld = { scripts: Object.keys(JSON.parse(tree.read('package.json')).scripts), has: tree.has };
const production = files.find(({ file }) => file.endsWith('production.yaml'))!;

test.each(files)('$file keeps every rule', (file) => {
  expect(findWorkflowFaults(file, world)).toEqual([]);
});

test('tests, staging, production and going back are there', () => {
  expect(files.map(({ file }) => path.basename(file))).toEqual(
    expect.arrayContaining(['test.yaml', 'staging.yaml', 'production.yaml', 'rollback.yaml']),
  );
});

test('production is deployed only after its tests, and by what goes back by itself', () => {
  const { jobs } = parse(production.text);
  expect(jobs.image.needs).toContain('test');
  expect(jobs.deploy.needs).toContain('image');
  for (const name of ['staging', 'production', 'rollback'])
    expect(parse(tree.read(`.github/workflows/${name}.yaml`)).jobs.deploy.uses, name).toBe(
      './.github/workflows/deploy.yaml',
    );
  expect(tree.read('.github/workflows/deploy.yaml')).toContain('node deploy/roll-out.ts');
});

test('the same action stands at the same commit everywhere', () => {
  expect(findSplitActions(files)).toEqual([]);
  const other = { file: 'x', text: `- uses: actions/checkout@${'0'.repeat(40)} # v1` };
  expect(findSplitActions([...files, other])).toEqual(['actions/checkout stands at 2 commits']);
});

const replace = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace: ${from}`);
  return changed;
};

const spoilers: Record<string, (text: string) => string> = {
  'actions-pinned': replace(/checkout@[0-9a-f]{40} # v6\.0\.2/, 'checkout@v6'),
  'least-permissions': replace('permissions:\n  contents: read\n', 'permissions:\n  contents: write\n'),
  timeouts: replace('    timeout-minutes: 5\n', ''),
  concurrency: replace(/concurrency:\n {2}group: production\n {2}cancel-in-progress: false\n/, ''),
  'trusted-triggers': replace('  workflow_dispatch:\n', '  pull_request_target:\n'),
  'no-expressions-in-shells': replace('version=$(node', `title="$\{{ github.event.release.name }}"; version=$(node`),
  'no-credentials-left': replace('persist-credentials: false', 'persist-credentials: true'),
  'secrets-by-name': replace(/secrets:\n {6}IMAGE_TOKEN: .*/, 'secrets: inherit'),
  'runner-pinned': replace('ubuntu-24.04', 'ubuntu-latest'),
  'calls-resolve': replace('./.github/workflows/test.yaml', './.github/workflows/tests.yaml'),
};

test.each(workflowRules.map(({ id }) => id))('%s is found where it is broken', (id) => {
  const rule = workflowRules.find((each) => each.id === id)!;
  const spoilt = readWorkflow(production.file, spoilers[id]!(production.text));
  expect(rule.broken(readWorkflow(production.file, production.text), world)).toEqual([]);
  expect(rule.broken(spoilt, world).length).toBeGreaterThan(0);
});

test('what the schema does not know is found', () => {
  const spoilt = { ...production, text: production.text.replace('runs-on:', 'run-on:') };
  expect(findWorkflowFaults(spoilt, world).join()).toContain('/jobs/version');
});

test('updates of packages, actions and images are asked for, as the schema says', () => {
  const dependabot = parse(tree.read('.github/dependabot.yaml'));
  expect(faultsBySchema('dependabot-2.0', dependabot)).toEqual([]);
  const kinds = dependabot.updates.map((update: Record<string, string>) => update['package-ecosystem']);
  expect(kinds).toEqual(['npm', 'github-actions', 'docker', 'docker-compose']);
});

// What our workflows must keep: the schema, actions that nobody can exchange, few permissions, nothing of strangers in a shell.

import path from 'node:path';
import { parse } from 'yaml';
import { faultsBySchema } from './schema.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  'runs-on'?: string;
  'timeout-minutes'?: number;
  permissions?: Record<string, string> | string;
  uses?: string;
  secrets?: Record<string, string> | string;
  steps?: Step[];
}

export interface Workflow {
  on: Record<string, unknown> | string | string[];
  permissions?: Record<string, string> | string;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

export interface WorkflowFile {
  /** `.github/workflows/test.yaml` */
  file: string;
  text: string;
  workflow: Workflow;
}

export interface WorkflowWorld {
  /** npm scripts of package.json. */
  scripts: readonly string[];
  has(file: string): boolean;
}

export interface WorkflowRule {
  id: string;
  why: string;
  broken(file: WorkflowFile, world: WorkflowWorld): string[];
}

const triggers = ({ workflow: { on } }: WorkflowFile): string[] =>
  typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on ?? {});
const jobs = ({ workflow }: WorkflowFile): [string, Job][] => Object.entries(workflow.jobs ?? {});
const steps = (file: WorkflowFile): Step[] => jobs(file).flatMap(([, job]) => job.steps ?? []);

export const workflowRules: readonly WorkflowRule[] = [
  {
    id: 'actions-pinned',
    why: 'a tag can be moved to other code, a commit cannot; the comment says which version it is',
    broken: ({ text }) =>
      text
        .split('\n')
        .filter((line) => /^\s*(?:- )?uses:/.test(line) && !/uses:\s*\.\//.test(line))
        .filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/.test(line))
        .map((line) => line.trim()),
  },
  {
    id: 'least-permissions',
    why: 'a token without a list of permissions may do more than it needs; writing is for the job that writes',
    broken({ workflow }) {
      const { permissions } = workflow;
      if (typeof permissions !== 'object' || permissions === null) return ['permissions are not listed at the top'];
      const writes = Object.entries(permissions).filter(([, level]) => level === 'write');
      const wide = Object.entries(workflow.jobs ?? {}).filter(([, job]) => typeof job.permissions === 'string');
      return [
        ...writes.map(([name]) => `${name}: write for all jobs`),
        ...wide.map(([name]) => `${name}: ${workflow.jobs[name]!.permissions}`),
      ];
    },
  },
  {
    id: 'timeouts',
    why: 'a job that hangs runs for six hours otherwise',
    broken: (file) =>
      jobs(file)
        .filter(([, job]) => job.steps && !job['timeout-minutes'])
        .map(([name]) => name),
  },
  {
    id: 'concurrency',
    why: 'two runs that deploy at once undo each other',
    broken: (file) =>
      file.workflow.concurrency || triggers(file).every((on) => on === 'workflow_call') ? [] : ['no concurrency group'],
  },
  {
    id: 'trusted-triggers',
    why: 'these run with our secrets on code or words of strangers',
    broken: (file) =>
      triggers(file).filter((on) => ['pull_request_target', 'workflow_run', 'issue_comment', 'issues'].includes(on)),
  },
  {
    id: 'no-expressions-in-shells',
    why: 'what an expression says becomes part of the script: titles and branch names of strangers would be run; env hands it over as text',
    broken: (file) => steps(file).flatMap(({ run }) => (run?.includes('${{') ? [run.trim().split('\n')[0]!] : [])),
  },
  {
    id: 'no-credentials-left',
    why: 'checkout leaves the token in the work tree, where every later step and script can read it',
    broken: (file) =>
      steps(file)
        .filter((step) => step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false)
        .map(() => 'actions/checkout without persist-credentials: false'),
  },
  {
    id: 'secrets-by-name',
    why: 'inherit hands every secret to whatever is called',
    broken: (file) =>
      jobs(file)
        .filter(([, job]) => job.secrets === 'inherit')
        .map(([name]) => name),
  },
  {
    id: 'runner-pinned',
    why: '"latest" changes the system under the tests on some Tuesday',
    broken: (file) =>
      jobs(file).flatMap(([name, job]) =>
        job['runs-on'] && !/^ubuntu-\d+\.\d+$/.test(job['runs-on']) ? [`${name}: ${job['runs-on']}`] : [],
      ),
  },
  {
    id: 'calls-resolve',
    why: 'a workflow, script or npm script that is gone is noticed on the day of the release',
    broken: (file, { scripts, has }) => [
      ...jobs(file).flatMap(([, job]) =>
        job.uses?.startsWith('./') && !has(path.posix.normalize(job.uses)) ? [job.uses] : [],
      ),
      ...steps(file).flatMap(({ run = '' }) => [
        ...[...run.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name!).filter((name) => !scripts.includes(name)),
        ...[...run.matchAll(/\bnode ((?:deploy|scripts|bin)\/[\w./-]+)/g)]
          .map(([, script]) => script!)
          .filter((script) => !has(script)),
      ]),
    ],
  },
];

export function readWorkflow(file: string, text: string): WorkflowFile {
  return { file, text, workflow: parse(text) as Workflow };
}

export function findWorkflowFaults(given: { file: string; text: string }, world: WorkflowWorld): string[] {
  const file = readWorkflow(given.file, given.text);
  return [
    ...faultsBySchema('github-workflow', file.workflow),
    ...workflowRules.flatMap(({ id, why, broken }) => broken(file, world).map((what) => `${id}: ${what} (${why})`)),
  ].map((fault) => `${given.file}: ${fault}`);
}

/** `uses` of the same action at different commits. */
export function findSplitActions(files: readonly { file: string; text: string }[]): string[] {
  const commits = new Map<string, Set<string>>();
  for (const { text } of files)
    for (const [, action, commit] of text.matchAll(/uses: ([\w.-]+\/[\w./-]+)@([0-9a-f]{40})/g))
      commits.set(action!, (commits.get(action!) ?? new Set()).add(commit!));
  return [...commits]
    .filter(([, found]) => found.size > 1)
    .map(([action, found]) => `${action} stands at ${found.size} commits`);
}

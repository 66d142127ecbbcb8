// The steps of the Dockerfile without an engine: stages become folders that debootstrap begins, RUN runs in them, COPY copies.
// What took long is kept under ~/.cache/sheaf, by everything it was made from. Needs root, debootstrap and a Debian mirror.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { debianRoot } from './debian-root.ts';
import { type ContextFile, listContext } from './docker-context.ts';
import { configOf, type ImageConfig } from './image-config.ts';
import { type DockerStage, type DockerStep, readDockerfile } from './read-dockerfile.ts';
import { runInRoot } from './run-in-root.ts';

export interface ImageRoot {
  /** Folder with the file system of the image. Kept between runs: mount it, do not write to it. */
  root: string;
  config: ImageConfig;
}

interface Built {
  root: string;
  key: string;
  config: ImageConfig;
}

const KEEP_STEPS_OVER_MS = 3000;
const FORGET_AFTER_MS = 3 * 86_400_000;

/** Builds, or finds, what `docker build -f deploy/Dockerfile .` in `folder` would make. */
export async function buildImageRoot(folder: string, tell: (line: string) => void): Promise<ImageRoot> {
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'sheaf', 'image');
  mkdirSync(cache, { recursive: true });
  forgetOld(cache);
  const context = listContext(folder);
  const built = new Map<string, Built>();
  for (const stage of readDockerfile(readFileSync(path.join(folder, 'deploy/Dockerfile'), 'utf8'))) {
    built.set(stage.name, await buildStage(stage, { folder, context, cache, built, tell }));
  }
  const last = [...built.values()].at(-1);
  if (!last) throw new Error('deploy/Dockerfile has no stage');
  return { root: last.root, config: last.config };
}

interface World {
  folder: string;
  context: readonly ContextFile[];
  cache: string;
  built: ReadonlyMap<string, Built>;
  tell: (line: string) => void;
}

async function buildStage(stage: DockerStage, world: World): Promise<Built> {
  const base = debianRoot(stage.from, world.cache);
  const keys: string[] = [];
  let key = base.key;
  for (const step of stage.steps) {
    key = hash([key, step.keyword, step.text, JSON.stringify(step.flags), ...inputsOf(step, world)]);
    keys.push(key);
  }
  const config = configOf(stage.steps);
  const place = (of: string): string => path.join(world.cache, of);
  const finished = place(`${key}.${stage.name}`);
  if (existsSync(finished)) return { root: touch(finished), key, config };

  const found = keys.findLastIndex((each) => existsSync(place(each)));
  const root = `${finished}.part-${process.pid}`;
  copyTree(found === -1 ? base.root : touch(place(keys[found]!)), root);
  for (const [index, step] of stage.steps.entries()) {
    if (index <= found) continue;
    const started = performance.now();
    await applyStep(step, { root, config: configOf(stage.steps.slice(0, index)), world });
    const ms = performance.now() - started;
    if (step.keyword !== 'RUN') continue;
    world.tell(`${stage.name}: line ${step.line}, ${(ms / 1000).toFixed(1)} s`);
    if (ms < KEEP_STEPS_OVER_MS || index === lastOf(stage)) continue;
    copyTree(root, `${place(keys[index]!)}.part-${process.pid}`);
    settle(`${place(keys[index]!)}.part-${process.pid}`, place(keys[index]!));
  }
  settle(root, finished);
  return { root: finished, key, config };
}

/** Position of the last step that changes files: the finished stage is kept anyway. */
const lastOf = (stage: DockerStage): number =>
  stage.steps.findLastIndex(({ keyword }) => ['RUN', 'COPY', 'WORKDIR'].includes(keyword));

/** What a step is made from besides its own text. */
function inputsOf(step: DockerStep, { folder, context, built }: World): string[] {
  if (step.keyword !== 'COPY') return [];
  if (step.flags.from) return [built.get(step.flags.from)?.key ?? fail(`no stage ${step.flags.from}`)];
  return filesOf(step, context).map((file) => {
    const place = path.join(folder, file);
    return `${file} ${statSync(place).mode & 0o111} ${hash([readFileSync(place)])}`;
  });
}

/** Files of the context that a COPY names; naming one that does not go to the build is an error, as it is for an engine. */
function filesOf(step: DockerStep, context: readonly ContextFile[]): string[] {
  return sourcesOf(step).flatMap((source) => {
    const files = context.map((file) => file.path).filter((file) => file === source || file.startsWith(`${source}/`));
    return files.length > 0 ? files : fail(`line ${step.line}: ${source} is not in the build's context`);
  });
}

const sourcesOf = (step: DockerStep): string[] => step.text.split(/\s+/).slice(0, -1);

interface StepWorld {
  root: string;
  config: ImageConfig;
  world: World;
}

async function applyStep(step: DockerStep, { root, config, world }: StepWorld): Promise<void> {
  if (step.keyword === 'RUN')
    await runInRoot({ root, script: step.text, config, cache: world.cache, mount: step.flags.mount });
  if (step.keyword === 'WORKDIR') mkdirSync(path.join(root, step.text), { recursive: true });
  if (step.keyword === 'COPY') copyStep(step, { root, config, world });
}

function copyStep(step: DockerStep, { root, config, world }: StepWorld): void {
  const to = step.text.split(/\s+/).at(-1)!;
  const target = path.join(root, path.resolve(config.workdir, to));
  const from = step.flags.from ? world.built.get(step.flags.from)!.root : world.folder;
  const owner = step.flags.chown ?? 'root:root';
  for (const source of sourcesOf(step)) {
    const place = path.join(from, source);
    const isFolder = statSync(place).isDirectory();
    // A folder's content goes to the target; a file goes into it when it is named as a folder.
    const goal = isFolder || !/\/$|^\.$/.test(to) ? target : path.join(target, path.basename(source));
    mkdirSync(isFolder ? goal : path.dirname(goal), { recursive: true });
    if (step.flags.from) command('cp', ['-a', isFolder ? `${place}/.` : place, goal]);
    else {
      for (const file of filesOf({ ...step, text: `${source} ${to}` }, world.context)) {
        cpSync(path.join(from, file), isFolder ? path.join(goal, path.relative(source, file)) : goal);
      }
    }
    command('chown', ['-hR', owner, goal]);
  }
}

function copyTree(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  command('cp', ['-a', '--reflink=auto', from, to]);
}

/** Whoever comes second keeps what the first one made. */
function settle(from: string, to: string): void {
  if (existsSync(to)) rmSync(from, { recursive: true, force: true });
  else renameSync(from, to);
}

function touch(place: string): string {
  utimesSync(place, new Date(), new Date());
  return place;
}

function forgetOld(cache: string): void {
  for (const name of readdirSync(cache)) {
    const place = path.join(cache, name);
    if (Date.now() - statSync(place).mtimeMs > FORGET_AFTER_MS && !name.startsWith('npm-cache'))
      rmSync(place, { recursive: true, force: true });
  }
}

function command(name: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${stderr}`);
}

function hash(parts: readonly (string | Buffer)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 24);
}

function fail(message: string): never {
  throw new Error(`deploy/Dockerfile: ${message}`);
}

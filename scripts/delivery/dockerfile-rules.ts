// What our Dockerfile must keep, after hadolint (DL…, SC…) and what read-only, unprivileged containers need.

import { type DockerStage, type DockerStep, execForm, readDockerfile } from '../image/read-dockerfile.ts';

export interface DockerfileRule {
  id: string;
  why: string;
  /** Lines that break it; 0 = the file as a whole. */
  broken(stages: readonly DockerStage[]): number[];
}

const all = (stages: readonly DockerStage[], keyword: string): DockerStep[] =>
  stages.flatMap(({ steps }) => steps).filter((step) => step.keyword === keyword);
const last = (stages: readonly DockerStage[]): DockerStep[] => stages.at(-1)?.steps ?? [];
const lines = (steps: readonly DockerStep[]): number[] => steps.map(({ line }) => line);
const runs = (pattern: RegExp) => (stages: readonly DockerStage[]) =>
  lines(all(stages, 'RUN').filter(({ text }) => pattern.test(text)));
const whole = (isBroken: boolean): number[] => (isBroken ? [0] : []);
const imagesOf = (stages: readonly DockerStage[]): string[] => {
  const names = new Set(stages.map(({ name }) => name));
  return stages.map(({ from }) => from).filter((from) => !names.has(from));
};

/** Names that tell of a secret, in ENV and ARG. */
const SECRET_NAME = /(SECRET|PASSWORD|PASSWD|TOKEN|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ENCRYPTION_KEY)/i;

export const dockerfileRules: readonly DockerfileRule[] = [
  {
    id: 'pinned-base',
    why: 'a base named by its digest is the same for everybody, and nobody can put another in its place',
    broken: (stages) => whole(imagesOf(stages).some((image) => !/:[^@:]+@sha256:[0-9a-f]{64}$/.test(image))),
  },
  {
    id: 'no-latest',
    why: 'DL3007: what "latest" means changes under you',
    broken: (stages) => whole(imagesOf(stages).some((image) => /:latest(@|$)/.test(image) || !/:/.test(image))),
  },
  {
    id: 'one-base',
    why: 'stages on different bases copy programs next to libraries that they were not built for',
    broken: (stages) => whole(new Set(imagesOf(stages)).size > 1),
  },
  {
    id: 'multi-stage',
    why: 'what builds the packages has no place beside what runs',
    broken: (stages) => whole(stages.length < 2),
  },
  {
    id: 'named-stages',
    why: 'a stage with a name keeps its COPY --from when another comes before it',
    broken: (stages) => whole(stages.some(({ name }) => /^\d+$/.test(name))),
  },
  {
    id: 'update-with-install',
    why: 'DL3009: an update in a layer of its own is old by the time the install runs',
    broken: (stages) =>
      lines(
        all(stages, 'RUN').filter(
          ({ text }) => /apt-get (?:-\S+ )*install/.test(text) !== /apt-get (?:-\S+ )*update/.test(text),
        ),
      ),
  },
  {
    id: 'no-recommends',
    why: 'DL3015: recommended packages are weight and attack surface that nobody asked for',
    broken: (stages) =>
      lines(
        all(stages, 'RUN').filter(
          ({ text }) => /apt-get\b[^&|;]*\binstall/.test(text) && !text.includes('--no-install-recommends'),
        ),
      ),
  },
  {
    id: 'install-without-questions',
    why: 'DL3014: a build has nobody who answers',
    broken: (stages) =>
      lines(
        all(stages, 'RUN').filter(
          ({ text }) => /apt-get\b[^&|;]*\sinstall\s/.test(text) && !/\s(--yes|-y|-qq)\s/.test(text),
        ),
      ),
  },
  {
    id: 'lists-cleaned',
    why: 'DL3009: package lists stay in the layer unless the same step removes them',
    broken: (stages) =>
      lines(
        all(stages, 'RUN').filter(
          ({ text }) => /apt-get update/.test(text) && !/rm -rf \/var\/lib\/apt\/lists\/\*/.test(text),
        ),
      ),
  },
  {
    id: 'apt-get',
    why: 'DL3027: apt is for people, its output and options change',
    broken: runs(/(^|[\s;&|])apt (install|update|upgrade)/),
  },
  { id: 'no-sudo', why: 'DL3004: sudo in an image hands root to whoever gets in', broken: runs(/\bsudo\b/) },
  {
    id: 'no-pipe-to-shell',
    why: 'what is downloaded runs unseen, and nothing says that it is what it was',
    broken: runs(/\b(curl|wget)\b[^|]*\|\s*(ba|da|z)?sh\b/),
  },
  {
    id: 'no-download',
    why: 'all that comes in is a package with a hash: apt and npm check it',
    broken: runs(/\b(curl|wget|git clone)\b/),
  },
  { id: 'no-cd', why: 'DL3003: WORKDIR says where a step runs, also to who reads', broken: runs(/(^|&&|;)\s*cd\s/) },
  {
    id: 'lock-file-only',
    why: 'npm install takes what it likes; npm ci what the lock file names',
    broken: runs(/\bnpm (i|install|update)\b/),
  },
  {
    id: 'no-dev-packages',
    why: 'tools of developers have no place in a server',
    broken: runs(/\bnpm ci\b(?!.*--omit=dev)/),
  },
  {
    id: 'no-add',
    why: 'DL3020: ADD unpacks and downloads behind your back',
    broken: (stages) => lines(all(stages, 'ADD')),
  },
  {
    id: 'copy-owned',
    why: 'COPY that says whose the files are cannot hand them to the user of the server by accident',
    broken: (stages) => lines(all(stages, 'COPY').filter(({ flags }) => flags.chown !== 'root:root')),
  },
  {
    id: 'copy-named',
    why: 'COPY of everything carries what nobody meant into the image, and breaks the cache with every change',
    broken: (stages) => lines(all(stages, 'COPY').filter(({ text }) => /^\.{1,2}\/?\s/.test(text))),
  },
  {
    id: 'absolute-workdir',
    why: 'DL3000: a relative WORKDIR depends on the one before',
    broken: (stages) => lines(all(stages, 'WORKDIR').filter(({ text }) => !text.startsWith('/'))),
  },
  {
    id: 'exec-form',
    why: 'DL3025: a shell in between swallows signals, and the server never hears that it shall stop',
    broken: (stages) =>
      lines([...all(stages, 'CMD'), ...all(stages, 'ENTRYPOINT')].filter(({ text }) => execForm(text) === undefined)),
  },
  {
    id: 'one-command',
    why: 'DL4003, DL4004: of several only the last counts, and readers believe the first',
    broken: (stages) =>
      stages.flatMap(({ steps }) =>
        ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'].flatMap((keyword) =>
          lines(steps.filter((step) => step.keyword === keyword).slice(1)),
        ),
      ),
  },
  {
    id: 'starts-something',
    why: 'an image without command runs nothing',
    broken: (stages) => whole(!last(stages).some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT')),
  },
  {
    id: 'init',
    why: 'process number 1 must hand signals on and bury orphans; Node does neither',
    broken: (stages) => whole(!/tini/.test(last(stages).find(({ keyword }) => keyword === 'ENTRYPOINT')?.text ?? '')),
  },
  {
    id: 'user-last',
    why: 'DL3002: the last USER is who runs; root in a container is root on the machine once it gets out',
    broken(stages) {
      const user = last(stages).findLast(({ keyword }) => keyword === 'USER')?.text;
      return whole(user === undefined || /^(root|0)(:|$)/.test(user));
    },
  },
  {
    id: 'user-by-number',
    why: 'an orchestrator that asks for "not root" cannot see it in a name',
    broken: (stages) =>
      lines(last(stages).filter(({ keyword, text }) => keyword === 'USER' && !/^\d+:\d+$/.test(text))),
  },
  {
    id: 'healthcheck',
    why: 'without it, an engine takes a hanging process for a healthy one',
    broken: (stages) =>
      whole(!last(stages).some(({ keyword, text }) => keyword === 'HEALTHCHECK' && /CMD \[/.test(text))),
  },
  {
    id: 'stop-signal',
    why: 'the signal that stops the server in order is part of what the image promises',
    broken: (stages) => whole(!last(stages).some(({ keyword }) => keyword === 'STOPSIGNAL')),
  },
  {
    id: 'ports',
    why: 'EXPOSE tells an operator what to publish; ports under 1024 need rights',
    broken(stages) {
      const exposed = last(stages).find(({ keyword }) => keyword === 'EXPOSE');
      if (!exposed) return [0];
      return exposed.text.split(/\s+/).some((port) => !(Number(port) >= 1024 && Number(port) <= 65535))
        ? [exposed.line]
        : [];
    },
  },
  {
    id: 'labels',
    why: 'who finds the image somewhere can tell what it is, from which commit, under which licence',
    broken(stages) {
      const labels = new Set(
        last(stages).flatMap(({ keyword, properties }) => (keyword === 'LABEL' ? Object.keys(properties) : [])),
      );
      const wanted = ['title', 'description', 'licenses', 'revision', 'version'];
      return whole(wanted.some((name) => !labels.has(`org.opencontainers.image.${name}`)));
    },
  },
  {
    id: 'no-secrets',
    why: 'what ENV and ARG hold can be read out of the image by anybody who has it',
    broken: (stages) =>
      lines(
        [...all(stages, 'ENV'), ...all(stages, 'ARG')].filter(({ properties }) =>
          Object.keys(properties).some((name) => SECRET_NAME.test(name)),
        ),
      ),
  },
];

/** `deploy/Dockerfile:12: id: why` for each rule that is broken. */
export function findDockerfileFaults(text: string): string[] {
  const stages = readDockerfile(text);
  return dockerfileRules.flatMap(({ id, why, broken }) =>
    broken(stages).map((line) => `${line === 0 ? '' : `line ${line}: `}${id}: ${why}`),
  );
}

// What the steps of a stage say of how the image wants to be run.

import { type DockerStep, execForm } from './read-dockerfile.ts';

/** What the image says of how it wants to be run. */
export interface ImageConfig {
  env: Record<string, string>;
  labels: Record<string, string>;
  workdir: string;
  user: string | undefined;
  entrypoint: string[];
  command: string[];
  ports: number[];
  volumes: string[];
  stopSignal: string;
  /** The command of its HEALTHCHECK. */
  health: string[] | undefined;
}

export function configOf(steps: readonly DockerStep[]): ImageConfig {
  const last = (keyword: string): string | undefined => steps.findLast((step) => step.keyword === keyword)?.text;
  const all = (keyword: string): Record<string, string> =>
    Object.assign({}, ...steps.filter((step) => step.keyword === keyword).map((step) => step.properties));
  const list = (text: string | undefined): string[] =>
    text === undefined ? [] : (execForm(text) ?? ['sh', '-c', text]);
  const health = last('HEALTHCHECK')?.match(/CMD\s+(.*)$/s)?.[1];
  return {
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...all('ENV') },
    labels: all('LABEL'),
    workdir: last('WORKDIR') ?? '/',
    user: last('USER'),
    entrypoint: list(last('ENTRYPOINT')),
    command: list(last('CMD')),
    ports: (last('EXPOSE') ?? '').split(/\s+/).filter(Boolean).map(Number),
    volumes: list(last('VOLUME')),
    stopSignal: last('STOPSIGNAL') ?? 'SIGTERM',
    health: health === undefined ? undefined : list(health),
  };
}

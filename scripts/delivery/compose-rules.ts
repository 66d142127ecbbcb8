// What deploy/compose.yaml must keep: the schema, settings and secrets that exist, ports that fit, and as few rights as will do.

import { parse } from 'yaml';
import type { Tree } from '../validate/tree.ts';
import { faultsBySchema } from './schema.ts';

interface Service {
  image?: string;
  build?: unknown;
  environment?: Record<string, string>;
  /** Short, or with the place where the service looks for it. */
  secrets?: (string | { source: string; target: string })[];
  volumes?: string[];
  ports?: string[];
  networks?: string[];
  profiles?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: unknown;
  restart?: string;
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  privileged?: boolean;
  stop_grace_period?: string;
  deploy?: { resources?: { limits?: { cpus?: string; memory?: string } } };
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
}

export interface ComposeRule {
  id: string;
  why: string;
  broken(compose: Compose, world: ComposeWorld): string[];
}

export interface ComposeWorld {
  /** Names of the settings of Sheaf. */
  settings: readonly string[];
  /** Text of the Dockerfile, and of the script that makes the secrets. */
  dockerfile: string;
  secretsScript: string;
  /** Whether a file or folder beside the compose file exists. */
  has(place: string): boolean;
}

const isOurs = ({ image = '' }: Service): boolean => /^\$\{SHEAF_IMAGE:-sheaf:/.test(image);
/** Such a process has no database and keeps no files. */
const runsModelsOnly = ({ environment }: Service): boolean => ['nlp', 'vision'].includes(environment?.MODE ?? '');
const each = (compose: Compose, isBroken: (service: Service, name: string) => boolean): string[] =>
  Object.entries(compose.services)
    .filter(([name, service]) => isBroken(service, name))
    .map(([name]) => name);
/** What closing takes at the most once the time for running work is over, and a little. */
const CLOSE_SECONDS = 15;
const givenSecrets = ({ secrets = [] }: Service): string[] =>
  secrets.map((secret) => (typeof secret === 'string' ? secret : secret.source));
const usedSecrets = (service: Service): string[] =>
  Object.values(service.environment ?? {}).flatMap(
    (value) => /^(?:file:)?\/run\/secrets\/(.+)$/.exec(String(value))?.[1] ?? [],
  );

export const composeRules: readonly ComposeRule[] = [
  {
    id: 'parts',
    why: 'API, worker, PostgreSQL, object store and mail sink belong together; pictures of what is measured are offered',
    broken: ({ services }) =>
      ['api', 'worker', 'database', 'object-store', 'mail', 'prometheus', 'grafana'].filter((name) => !services[name]),
  },
  {
    id: 'settings-exist',
    why: 'a setting that Sheaf does not know does nothing, and nobody sees it',
    broken: (compose, { settings }) =>
      Object.values(compose.services)
        .filter(isOurs)
        .flatMap(({ environment = {} }) => Object.keys(environment).filter((name) => !settings.includes(name))),
  },
  {
    id: 'secrets-by-file',
    why: 'what stands in the environment of a container is shown to everybody who may list containers',
    broken: (compose) =>
      Object.values(compose.services).flatMap(({ environment = {} }) =>
        Object.entries(environment)
          .filter(([name]) => /(SECRET|PASSWORD|KEY|TOKEN|DATABASE_URL|ACCESS_KEY_ID)/.test(name))
          .filter(([, value]) => !/^(file:)?\/run\/secrets\//.test(String(value)))
          .map(([name]) => name),
      ),
  },
  {
    id: 'secrets-handed-over',
    why: 'a service finds only those secrets that it names; and names none that it does not use',
    broken: (compose) =>
      Object.entries(compose.services).flatMap(([name, service]) => {
        const given = givenSecrets(service);
        const used = [
          ...usedSecrets(service),
          ...[...JSON.stringify(service).matchAll(/\/run\/secrets\/(\w+)/g)].map(([, secret]) => secret!),
        ];
        // The worker needs no first account; what all of ours share is named once.
        const named = new Set(service.secrets?.filter((secret) => typeof secret === 'string'));
        const spare = isOurs(service) ? [] : given.filter((secret) => named.has(secret) && !used.includes(secret));
        return [
          ...used.filter((secret) => !given.includes(secret)).map((secret) => `${name} is not given ${secret}`),
          ...spare.map((secret) => `${name} does not use ${secret}`),
        ];
      }),
  },
  {
    id: 'secrets-made',
    why: 'every secret that is declared is used, and made by deploy/make-secrets.sh',
    broken({ services, secrets }, { secretsScript }) {
      const given = new Set(Object.values(services).flatMap(givenSecrets));
      return [
        ...[...given].filter((name) => !secrets[name]).map((name) => `${name} is not declared`),
        ...Object.keys(secrets)
          .filter((name) => !given.has(name) && name !== 'database_password')
          .map((name) => `${name} is not used`),
        ...Object.keys(secrets)
          .filter((name) => !new RegExp(`keep ${name}\\b`).test(secretsScript))
          .map((name) => `${name} is not made`),
      ];
    },
  },
  {
    id: 'images-pinned',
    why: 'an image without an exact tag changes under you',
    broken: (compose) =>
      each(
        compose,
        (service) => !isOurs(service) && !/:v?\d+(\.\d+)+[\w.-]*(@sha256:[0-9a-f]{64})?$/.test(service.image ?? ''),
      ),
  },
  {
    id: 'healthchecks',
    why: 'what waits for a service must see whether it answers; the image of Sheaf brings its own check',
    broken: (compose) =>
      each(compose, (service) => !service.healthcheck && !isOurs(service) && service.restart !== 'on-failure'),
  },
  {
    id: 'waits',
    why: 'Sheaf starts when its database takes connections and its bucket is there',
    broken: (compose) =>
      each(
        compose,
        (service) =>
          isOurs(service) &&
          !runsModelsOnly(service) &&
          (service.depends_on?.database?.condition !== 'service_healthy' ||
            service.depends_on?.bucket?.condition !== 'service_completed_successfully'),
      ),
  },
  {
    id: 'stop-in-order',
    why: 'an engine that kills before STOP_SECONDS and the closing after it are over cuts work in two',
    broken: (compose) =>
      each(
        compose,
        (service) =>
          isOurs(service) &&
          !(
            Number.parseInt(service.stop_grace_period ?? '', 10) >=
            Number(service.environment?.STOP_SECONDS) + CLOSE_SECONDS
          ),
      ),
  },
  {
    id: 'restarts',
    why: 'after a crash or a restart of the machine everything comes back by itself',
    broken: (compose) => each(compose, ({ restart }) => restart !== 'unless-stopped' && restart !== 'on-failure'),
  },
  {
    id: 'limits',
    why: 'one service that goes wild must not take the machine from the others',
    broken: (compose) =>
      each(compose, ({ deploy }) => !deploy?.resources?.limits?.cpus || !deploy.resources.limits.memory),
  },
  {
    id: 'few-rights',
    why: 'no service needs more than a handful of rights, and none may gain any',
    broken: (compose) =>
      each(
        compose,
        ({ cap_drop, security_opt, privileged, cap_add = [] }) =>
          privileged === true ||
          cap_drop?.[0] !== 'ALL' ||
          !security_opt?.includes('no-new-privileges:true') ||
          cap_add.some((right) => /ADMIN|RAW|PTRACE|MODULE/.test(right)),
      ),
  },
  {
    id: 'read-only',
    why: 'who gets into a service can change nothing of its programs; the object store manages its own folders at start',
    broken: (compose) => each(compose, ({ read_only }, name) => read_only !== true && name !== 'object-store'),
  },
  {
    id: 'no-engine-socket',
    why: 'the socket of the engine is the whole machine',
    broken: (compose) => each(compose, ({ volumes = [] }) => volumes.some((volume) => volume.includes('docker.sock'))),
  },
  {
    id: 'database-inside',
    why: 'database and object store are reached by Sheaf alone: nothing published, a network without a way out',
    broken: ({ services, networks }) =>
      ['database', 'object-store', 'bucket', 'prometheus'].filter((name) => {
        const { ports = [], networks: joined = [] } = services[name] ?? {};
        return (
          ports.length > 0 || joined.length === 0 || joined.some((network) => networks[network]?.internal !== true)
        );
      }),
  },
  {
    id: 'ports-fit',
    why: 'published ports lead to ports that the image listens on, and are open to this machine only unless somebody says otherwise',
    broken({ services }, { dockerfile }) {
      const exposed = (/^EXPOSE (.+)$/m.exec(dockerfile)?.[1] ?? '').split(/\s+/);
      return Object.entries(services).flatMap(([name, service]) =>
        (service.ports ?? [])
          .filter((port) => {
            const [, inside] = /:(\d+)$/.exec(port) ?? [];
            return (
              !/^(127\.0\.0\.1|\$\{BIND:-127\.0\.0\.1\}):/.test(port) ||
              (isOurs(service) && !exposed.includes(inside ?? ''))
            );
          })
          .map((port) => `${name}: ${port}`),
      );
    },
  },
  {
    id: 'names-declared',
    why: 'a volume or network that is only used is made anew, and empty, by a typing error',
    broken: ({ services, volumes, networks }, { has }) =>
      Object.entries(services).flatMap(([name, service]) => [
        ...(service.volumes ?? []).flatMap((volume) => {
          const [source = ''] = volume.split(':');
          const isThere = source.startsWith('.') ? has(source.replace(/^\.\//, '')) : source in volumes;
          return isThere ? [] : [`${name}: ${source}`];
        }),
        ...(service.networks ?? []).filter((network) => !(network in networks)).map((network) => `${name}: ${network}`),
      ]),
  },
];

export function findComposeFaults(text: string, world: ComposeWorld): string[] {
  const compose = readCompose(text);
  return [
    ...faultsBySchema('compose-spec', compose),
    ...composeRules.flatMap(({ id, why, broken }) => broken(compose, world).map((what) => `${id}: ${what} (${why})`)),
  ];
}

export function readCompose(text: string): Compose {
  return parse(text, { merge: true }) as Compose;
}

export function composeWorld(tree: Tree, settings: readonly string[]): ComposeWorld {
  return {
    settings,
    dockerfile: tree.read('deploy/Dockerfile'),
    secretsScript: tree.read('deploy/make-secrets.sh'),
    has: (place) => tree.has(`deploy/${place}`),
  };
}

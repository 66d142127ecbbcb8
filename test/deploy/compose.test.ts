// The Compose file keeps every rule, each rule is broken by a file that breaks it, and the secrets that it names are made.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import {
  type ComposeWorld,
  composeRules,
  composeWorld,
  findComposeFaults,
  readCompose,
} from '../../scripts/delivery/compose-rules.ts';
import { settingNames } from '../../scripts/validate/docs-checks.ts';
import { openTree } from '../../scripts/validate/tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tree = openTree(root);
const text = tree.read('deploy/compose.yaml');
const world = composeWorld(tree, settingNames(tree));

test('the Compose file keeps every rule', () => {
  expect(findComposeFaults(text, world)).toEqual([]);
});

type Spoiler = (compose: ReturnType<typeof readCompose>, world: ComposeWorld) => void;

const spoilers: Record<string, Spoiler> = {
  parts: ({ services }) => delete services.mail,
  'settings-exist': ({ services }) => (services.api!.environment!.NO_SUCH_SETTING = '1'),
  'secrets-by-file': ({ services }) => (services.api!.environment!.AUTH_SECRET = 'in the open'),
  'secrets-handed-over': ({ services }) => (services.database!.secrets = []),
  'secrets-made': ({ secrets }) => (secrets.forgotten = { file: './secrets/forgotten' }),
  'images-pinned': ({ services }) => (services.grafana!.image = 'grafana/grafana:latest'),
  'stop-in-order': ({ services }) => (services.worker!.stop_grace_period = '40s'),
  healthchecks: ({ services }) => delete services.mail!.healthcheck,
  waits: ({ services }) => delete services.worker!.depends_on!.bucket,
  restarts: ({ services }) => delete services.database!.restart,
  limits: ({ services }) => delete services.worker!.deploy,
  'few-rights': ({ services }) => (services.worker!.cap_add = ['SYS_ADMIN']),
  'read-only': ({ services }) => (services.api!.read_only = false),
  'no-engine-socket': ({ services }) => services.api!.volumes!.push('/var/run/docker.sock:/var/run/docker.sock'),
  'database-inside': ({ services }) => (services.database!.ports = ['127.0.0.1:5432:5432']),
  'ports-fit': ({ services }) => (services.api!.ports = ['8000:8000']),
  'names-declared': ({ services }) => services.api!.volumes!.push('dta:/data'),
};

test.each(composeRules.map(({ id }) => id))('%s is found where it is broken', (id) => {
  const rule = composeRules.find((each) => each.id === id)!;
  const compose = readCompose(stringify(readCompose(text)));
  const before = rule.broken(compose, world).length;
  spoilers[id]!(compose, world);
  expect(rule.broken(compose, world).length).toBeGreaterThan(before);
});

test('a key that Compose does not know is found', () => {
  expect(findComposeFaults(text.replace('restart: unless-stopped', 'restrat: unless-stopped'), world).join()).toMatch(
    /additional properties/,
  );
});

describe('secrets', () => {
  const make = (folder: string): string =>
    execFileSync('sh', [path.join(root, 'deploy/make-secrets.sh'), folder], { encoding: 'utf8' });

  test('are made for every name, random, closed to other users, and never made anew', () => {
    const folder = path.join(temporaryFolder(), 'secrets');
    make(folder);
    const { secrets } = readCompose(text);
    expect(readdirSync(folder).sort()).toEqual(
      Object.values(secrets)
        .map(({ file }) => path.basename(file))
        .sort(),
    );
    expect(statSync(folder).mode & 0o077).toBe(0);
    const first = valuesOf(folder);
    expect(Buffer.from(first.encryption_key!, 'base64')).toHaveLength(32);
    expect(first.auth_secret!.length).toBeGreaterThanOrEqual(60);
    expect(new URL(first.database_url!).password).toBe(first.database_password);
    expect(JSON.parse(first.object_store_identities!).identities[0].credentials).toEqual([
      { accessKey: first.s3_access_key_id, secretKey: first.s3_secret_access_key },
    ]);
    expect(make(folder)).toBe('');
    expect(valuesOf(folder)).toEqual(first);

    const other = path.join(temporaryFolder(), 'others');
    mkdirSync(other);
    make(other);
    for (const [name, value] of Object.entries(valuesOf(other))) expect(value, name).not.toBe(first[name]);
  });
});

function valuesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

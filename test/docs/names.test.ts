// What the pages for operators name (commands, settings, codes, metrics, components, log lines) is looked up in the code.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { aliases } from '../../src/config/aliases.ts';
import { settings } from '../../src/config/settings.ts';
import { errorCatalogue } from '../../src/errors.ts';
import { metricList } from '../../src/observe/metric-list.ts';
import { auditActions } from '../../src/store/audit-actions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`),
].filter((page) => page.endsWith('.md'));
const operators = [
  'running',
  'deployment',
  'container',
  'operations',
  'troubleshooting',
  'upgrade',
  'backup',
  'secrets',
];

/** Texts between backticks, outside of blocks. */
const spans = (page: string): string[] =>
  [...page.replaceAll(/^\s*```[\s\S]*?^\s*```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!);
const among = (text: string, pattern: RegExp): string[] => spans(text).flatMap((span) => pattern.exec(span)?.[1] ?? []);

const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(path.join('src', file)))
  .join('\n');
const components = [...sources.matchAll(/readiness\.add\('([a-z]+)'/g)].map(([, name]) => name!);

describe.each(pages)('%s', (page) => {
  const text = read(page);
  test('names commands and scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const known = commands.map(({ name }) => name);
    expect(among(text, /^(?:npx )?sheaf ([a-z]+)/).filter((name) => !known.includes(name))).toEqual([]);
    expect(among(text, /^npm run ([a-z:]+)/).filter((name) => !(name in scripts))).toEqual([]);
    expect(
      among(text, /^node bin\/run\.js ([a-z/-]+\.ts)/).filter((file) => !existsSync(path.join(root, file))),
    ).toEqual([]);
  });
});

describe.each(operators.map((name) => `docs/${name}.md`))('%s', (page) => {
  const text = read(page);
  test('names settings that there are', () => {
    // Of the launcher, the system, Azure and other programs.
    const others = [
      ...['SHEAF_LAUNCHER_STAYS', 'SHEAF_IMAGE', 'BIND', 'PGPASSWORD', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'],
      ...[
        'AZURE_TENANT_ID',
        'AZURE_CLIENT_ID',
        'AZURE_CLIENT_SECRET',
        'AZURE_FEDERATED_TOKEN_FILE',
        'AZURE_AUTHORITY_HOST',
      ],
      ...['OTHER_NAME', 'POST', 'TOKEN', 'EACCES', 'EROFS', 'ENOSPC'],
    ];
    const named = among(text, /^([A-Z][A-Z_]{3,})(?:=.*)?$/).filter((name) => !name.endsWith('_'));
    expect(
      named.filter(
        (name) => !(name in settings) && !aliases.some(({ older }) => older === name) && !others.includes(name),
      ),
    ).toEqual([]);
  });
  test('names error codes and acts of the audit log that there are', () => {
    const families = new Set(Object.keys(errorCatalogue).map((code) => code.split('.')[0]!));
    const codes = among(text, /^([a-z]+\.[a-z-]+)$/).filter((code) => families.has(code.split('.')[0]!));
    expect(codes.filter((code) => !(code in errorCatalogue) && !(code in auditActions))).toEqual([]);
  });
  test('names metrics that there are', () => {
    expect(among(text, /^(sheaf_[a-z_]+)/).filter((name) => !(name in metricList) && name !== 'sheaf_app')).toEqual([]);
  });
});

test('every component of readiness has a row that says what it means, and one that says what to do', () => {
  expect(components.length).toBeGreaterThan(7);
  for (const component of components) {
    for (const page of ['docs/running.md', 'docs/troubleshooting.md']) {
      expect(read(page), `${component} in ${page}`).toMatch(new RegExp(`^\\| \`${component}\``, 'm'));
    }
  }
});

test('runbooks name panels of the dashboard', () => {
  const { panels } = JSON.parse(read('deploy/grafana/sheaf.json')) as { panels: { title: string }[] };
  const named = [...read('docs/operations.md').matchAll(/“([^”]+)”/g)].map(([, title]) => title!);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((title) => !panels.some((panel) => panel.title.split(',')[0] === title))).toEqual([]);
});

test('log lines that pages tell to look for are written', () => {
  for (const line of ['job given up', 'rate limited', 'back-up made']) {
    expect(read('docs/operations.md') + read('docs/backup.md')).toContain(`\`${line}\``);
    expect(sources).toContain(`'${line}'`);
  }
});

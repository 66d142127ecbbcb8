// Checks of code that no compiler makes: lists that must be whole, routes without a guard, things that must not be committed.

import type { Check } from './check.ts';

/** Built from parts, so that this file does not find itself. */
const secretPatterns: readonly [what: string, pattern: RegExp][] = [
  ['a private key', new RegExp(`-----BEGIN (?:[A-Z]+ )?PRIVATE${' '}KEY-----`)],
  ['an AWS key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b/],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{20,}\b/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{20,}\b/],
  ['an OpenAI key', /\bsk-(?:proj-)?[A-Za-z0-9_-]{40,}\b/],
  ['a SendGrid key', /\bSG\.[\w-]{20,}\.[\w-]{40,}\b/],
  ['a Google key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['an age key', /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/],
];

/** Files that look like it and are none, with the reason. */
const noSecrets: Readonly<Record<string, string>> = {
  'test/support/certificate/': 'a certificate of the tests, for loopback only',
};

export const codeChecks: readonly Check[] = [
  {
    id: 'migrations-listed',
    title: 'every migration is in the list, once, in the order of its number',
    advice: 'Add the file to src/store/migrations/list.ts; give it the next number.',
    find(tree) {
      const list = tree.read('src/store/migrations/list.ts');
      const files = tree.matching(/^src\/store\/migrations\/\d{4}-[^/]+\.ts$/).map((file) => file.split('/').at(-1)!);
      const imported = [...list.matchAll(/'\.\/(\d{4}-[^']+\.ts)'/g)].map(([, file]) => file!);
      const numbers = files.map((file) => file.slice(0, 4));
      return [
        ...files.filter((file) => !imported.includes(file)).map((file) => `${file} is not in the list`),
        ...imported.filter((file) => !files.includes(file)).map((file) => `${file} is in the list and does not exist`),
        ...numbers
          .filter((each, index) => numbers.indexOf(each) !== index)
          .map((each) => `number ${each} is given twice`),
        ...(imported.join() === imported.toSorted().join() ? [] : ['the list is not in the order of the numbers']),
      ];
    },
  },
  {
    id: 'routes-guarded',
    title: 'every route says who may call it',
    advice: 'Declare `config: { access: … }` on the route: a permission, or account, system, public.',
    find(tree) {
      return tree.matching(/^src\/api\/.*\.ts$/).flatMap((file) => {
        const code = tree.read(file);
        const starts = [
          ...code.matchAll(/\b(?:app|api|routes)\.(get|post|put|patch|delete|all|route)\(\s*(?:'([^']*)'|\{)/g),
        ];
        return starts
          .filter((start, index) => {
            const declaration = code.slice(start.index, starts[index + 1]?.index ?? code.length);
            return !/\bconfig\b|\baccess:|\.\.\.\w+/.test(declaration);
          })
          .map((start) => `${file}: ${start[1]!.toUpperCase()} ${start[2] ?? '…'} has no access`);
      });
    },
  },
  {
    id: 'no-secrets',
    title: 'no secret is in the repository',
    advice: 'Take it out, replace it where it counts (it has been seen), and hand it over by the environment.',
    find: (tree) =>
      tree.files
        .filter((file) => !Object.keys(noSecrets).some((place) => file.startsWith(place)))
        .filter((file) => !/\.(png|jpe?g|pdf|wasm|gz|onnx|woff2?|ttf)$/.test(file))
        .flatMap((file) => {
          const text = tree.read(file);
          return secretPatterns.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${file} holds ${what}`);
        }),
  },
  {
    id: 'no-environment-file',
    title: 'no file of settings or data is committed',
    advice: 'Remove it from git and name it in .gitignore; .env.example shows what there is to set.',
    find: (tree) =>
      tree
        .matching(/(^|\/)(\.env(\.(?!example$)[\w-]+)?|.*\.(pem|p12|pfx|sqlite|db)|secrets\/.*)$/)
        .filter((file) => !Object.keys(noSecrets).some((place) => file.startsWith(place)) && !file.startsWith('src/')),
  },
  {
    id: 'todo-has-issue',
    title: 'what is left to do names its issue',
    advice: 'Open an issue and write its number beside it, as in "TODO #12: …"; or do it.',
    find: (tree) =>
      tree.matching(/^(src|test|scripts|bench|synth|bin|deploy)\/.*\.(ts|js|mjs|sh|yaml)$/).flatMap((file) =>
        tree
          .read(file)
          .split('\n')
          .map((line, index) => ({ line, number: index + 1 }))
          .filter(({ line }) => /(?:\/\/|#|\*)\s*(?:TODO|FIXME|HACK|XXX)\b/.test(line) && !/#\d+/.test(line))
          .map(({ number }) => `${file}:${number}`),
      ),
  },
  {
    id: 'no-focused-tests',
    title: 'no test is singled out or switched off',
    advice: 'Take .only and .skip out; what cannot run somewhere says so with skipIf and a line.',
    find: (tree) =>
      tree
        .matching(/^test\/.*\.test\.ts$/)
        .filter((file) => /\b(?:test|it|describe)\.(?:only|skip|todo)\(/.test(tree.read(file))),
  },
];

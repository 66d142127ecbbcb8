// Checks that what exists is documented, and that what is documented exists.

import path from 'node:path';
import type { Check } from './check.ts';
import type { Tree } from './tree.ts';

/** `NAME: setting(` in src/config/. */
export function settingNames(tree: Tree): string[] {
  return tree
    .matching(/^src\/config\/.*\.ts$/)
    .flatMap((file) => [...tree.read(file).matchAll(/^ {2}([A-Z][A-Z0-9_]+): setting\(/gm)].map(([, name]) => name!));
}

const pages = (tree: Tree): string[] => tree.matching(/^(docs\/.*|[A-Z]+)\.md$/);

export const docsChecks: readonly Check[] = [
  {
    id: 'settings-documented',
    title: 'every setting is in docs/configuration.md',
    advice: 'Run "npm run docs".',
    find(tree) {
      const page = tree.read('docs/configuration.md');
      return settingNames(tree).filter((name) => !page.includes(`\`${name}\``));
    },
  },
  {
    id: 'env-example-fresh',
    title: '.env.example shows every setting, and none that is gone',
    advice: 'Run "npm run docs".',
    find(tree) {
      const shown = [...tree.read('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name!);
      const names = settingNames(tree);
      return [
        ...names.filter((name) => !shown.includes(name)).map((name) => `${name} is missing`),
        ...shown.filter((name) => !names.includes(name)).map((name) => `${name} is no setting`),
      ];
    },
  },
  {
    id: 'errors-documented',
    title: 'every error is in docs/errors.md',
    advice: 'Run "npm run docs".',
    find(tree) {
      const page = tree.read('docs/errors.md');
      return tree
        .matching(/^src\/errors\/.*\.ts$/)
        .flatMap((file) => [...tree.read(file).matchAll(/^ {2}'([a-z][\w-]*\.[\w-]+)': \{/gm)].map(([, code]) => code!))
        .filter((code) => !page.includes(`| \`${code}\` |`));
    },
  },
  {
    id: 'docs-links',
    title: 'every link of the docs leads to a file, and every anchor to a heading',
    advice: 'Mend the link, or the heading that it means.',
    find: (tree) =>
      pages(tree).flatMap((page) =>
        [...withoutCode(tree.read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
          .map(([, link]) => link!)
          .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(tree, page, link))
          .map((link) => `${page}: ${link}`),
      ),
  },
  {
    id: 'docs-reachable',
    title: 'every page of docs/ is linked from another',
    advice: 'Link it where a reader would look for it: README.md, or the page of the topic.',
    find(tree) {
      const linked = new Set(
        pages(tree).flatMap((page) =>
          [...tree.read(page).matchAll(/\]\(([^)\s#]+)/g)].map(([, link]) =>
            path.posix.join(path.posix.dirname(page), link!),
          ),
        ),
      );
      return tree.matching(/^docs\/.*\.md$/).filter((page) => !linked.has(page));
    },
  },
  {
    id: 'decisions-listed',
    title: 'every decision record is in docs/adr/README.md',
    advice: 'Add it to the list.',
    find(tree) {
      const list = tree.read('docs/adr/README.md');
      return tree
        .matching(/^docs\/adr\/\d{4}-.*\.md$/)
        .filter((file) => !list.includes(`(${path.posix.basename(file)})`));
    },
  },
  {
    id: 'changelog-unreleased',
    title: 'CHANGELOG.md begins with what is not released yet',
    advice: 'Put "## Unreleased" on top, with a line for what operators and callers notice.',
    find(tree) {
      const [first] = [...tree.read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, title]) => title!);
      if (first === undefined) return ['it has no section'];
      return first.startsWith('Unreleased') ? [] : [`it begins with "${first}"`];
    },
  },
];

function leadsSomewhere(tree: Tree, page: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file).replace(/\/$/, '');
  if (!tree.has(target)) return false;
  return anchor === undefined || !target.endsWith('.md') || anchors(tree.read(target)).has(anchor);
}

/** Of headings, as code hosts make them. */
function anchors(text: string): Set<string> {
  const titles = [...withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => title!);
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '');
}

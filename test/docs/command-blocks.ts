// The commands that a page of the docs tells people to type: its `sh` blocks, and what the test must prepare for them.

export interface CommandBlock {
  /** Line of the page where the block begins. */
  line: number;
  script: string;
  needs: ReadonlySet<Need>;
  /** Exit code that the last command of the block ends with. */
  exit: number;
}

/**
 * server: one runs, and `TOKEN` is its owner's; postgres: `DATABASE_URL` is a database of the page's own; stopped: no server
 * runs (after `server`: one has run, so that there is an installation); serves: the block starts one, which must become ready and stop in order when it is told to.
 */
const needs = ['server', 'postgres', 'stopped', 'serves'] as const;
export type Need = (typeof needs)[number];

const directive = /^\s*<!-- docs-test: (.+) -->\s*$/;
const fence = /^(\s*)```(\S*)/;

/**
 * A comment `<!-- docs-test: server exit=1 -->` before a block says what it needs. Throws for a word that is none of ours,
 * so that a misspelt one is not a block that runs in the wrong place.
 */
export function commandBlocks(markdown: string): CommandBlock[] {
  const blocks: CommandBlock[] = [];
  const lines = markdown.split('\n');
  let told: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const words = directive.exec(line)?.[1];
    if (words !== undefined) {
      told = words;
      continue;
    }
    const opened = fence.exec(line);
    if (!opened) {
      if (line.trim() !== '') told = undefined;
      continue;
    }
    const end = lines.findIndex((other, at) => at > i && other.trim() === '```');
    if (end === -1) throw new Error(`line ${i + 1}: a block that does not end`);
    if (opened[2] === 'sh') {
      const script = lines.slice(i + 1, end).map((text) => text.slice(opened[1]!.length));
      blocks.push({ line: i + 1, script: script.join('\n'), ...readDirective(told ?? '') });
    } else if (told !== undefined) throw new Error(`line ${i + 1}: docs-test stands before a block that is not sh`);
    told = undefined;
    i = end;
  }
  return blocks;
}

function readDirective(text: string): Pick<CommandBlock, 'needs' | 'exit'> {
  const found = new Set<Need>();
  let exit = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const code = /^exit=(\d+)$/.exec(word)?.[1];
    if (code !== undefined) exit = Number(code);
    else if (needs.includes(word as Need)) found.add(word as Need);
    else throw new Error(`docs-test does not know "${word}"`);
  }
  return { needs: found, exit };
}

/** Places that the docs name as an example → where the test has them. Longest first. */
export function withPlaces(script: string, places: Readonly<Record<string, string>>): string {
  const names = Object.keys(places).sort((a, b) => b.length - a.length);
  if (names.length === 0) return script;
  const pattern = new RegExp(names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return script.replaceAll(pattern, (name) => places[name]!);
}

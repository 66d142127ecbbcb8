// Prompts as files with a version. A changed text needs a new version, so that a recorded call says which words it was made with.

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export interface Prompt {
  id: string;
  version: number;
  purpose: string;
  text: string;
}

const FOLDER = new URL('../prompts/', import.meta.url);
const PLACE = /\{\{([a-z][a-zA-Z0-9]*)\}\}/g;
/** What a variable may hold at most: settings and names of fields, never a text of a document. */
const LONGEST_VARIABLE = 20_000;

const head = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().positive(),
  purpose: z.string().min(1),
});

/** All prompts by their id. Throws an Error for a file that is not one. */
export function readPrompts(folder = FOLDER): ReadonlyMap<string, Prompt> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return new Map(
    files.sort().map((file) => {
      const prompt = parsePrompt(readFileSync(new URL(file, folder), 'utf8'), file);
      if (`${prompt.id}.md` !== file) throw new Error(`the prompt ${file} calls itself ${prompt.id}`);
      return [prompt.id, prompt];
    }),
  );
}

export function parsePrompt(text: string, file: string): Prompt {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]+)$/.exec(text) ?? [];
  if (front === undefined || body === undefined) throw new Error(`the prompt ${file} has no front matter`);
  const parsed = head.safeParse(parse(front));
  if (!parsed.success) throw new Error(`the prompt ${file}: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, text: body.trim() };
}

/** Every place of the prompt needs a variable, and every variable a place. */
export function fillPrompt({ id, text }: Prompt, variables: Readonly<Record<string, string | number>> = {}): string {
  const used = new Set<string>();
  const filled = text.replace(PLACE, (_place, name: string) => {
    if (!Object.hasOwn(variables, name)) throw new Error(`the prompt ${id} needs the variable ${name}`);
    used.add(name);
    const value = String(variables[name]);
    if (value.length > LONGEST_VARIABLE) throw new Error(`the variable ${name} of the prompt ${id} is too long`);
    return value;
  });
  const unused = Object.keys(variables).find((name) => !used.has(name));
  if (unused !== undefined) throw new Error(`the prompt ${id} has no place for the variable ${unused}`);
  return filled;
}

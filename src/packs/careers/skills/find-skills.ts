// Names of skills in a text, with their exact places. The longest name wins; a name that is also a common word needs what the
// taxonomy asks of it. Pure; one pass over the text.

import type { FoundSkill } from './found-skill.ts';
import { keepInContext } from './keep-in-context.ts';
import type { Skill } from './skill.ts';
import { createSkillIndex, type IndexedForm, type SkillNode } from './skill-index.ts';
import { gapBetween, joinerOf, splitTokens, type Token } from './split-tokens.ts';
import type { Taxonomy } from './taxonomy.ts';

const indexes = new WeakMap<Taxonomy, SkillNode>();

export interface FindOptions {
  /** The text is known to be a list of skills: names that are common words, too, need no context. */
  listed?: boolean;
}

/** By place, not overlapping. The index of a taxonomy is made when it is first searched with. */
export function findSkills(text: string, taxonomy: Taxonomy, { listed = false }: FindOptions = {}): FoundSkill[] {
  let index = indexes.get(taxonomy);
  if (!index) {
    index = createSkillIndex(taxonomy);
    indexes.set(taxonomy, index);
  }
  const tokens = splitTokens(text);
  const found: FoundSkill[] = [];
  for (let at = 0; at < tokens.length; ) {
    const longest = longestAt(text, tokens, at, index);
    if (!longest) {
      at++;
      continue;
    }
    const { form, end: endToken } = longest;
    const start = tokens[at]!.start;
    const end = tokens[endToken - 1]!.end;
    const version = versionAfter(text, end, form.skill);
    found.push({
      skill: form.skill,
      start,
      end,
      text: text.slice(start, end),
      rule: form.rule,
      ...(version ? { version } : {}),
    });
    at = endToken;
  }
  return listed ? found : keepInContext(text, found);
}

function longestAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  root: SkillNode,
): { form: IndexedForm; end: number } | undefined {
  let node = root.next.get(tokens[from]!.key);
  let longest: { form: IndexedForm; end: number } | undefined;
  for (let end = from + 1; node; end++) {
    if (node.forms.length > 0) {
      const form = formAt(text, tokens.slice(from, end), node.forms);
      if (form) longest = { form, end };
    }
    const next = tokens[end];
    if (!next || node.next.size === 0 || gapBetween(text, tokens[end - 1]!.end, next.start) === undefined) break;
    node = node.next.get(next.key);
  }
  return longest;
}

/** Of several names with the same letters the one with the same accents: "informática" is not "Informatica". */
function formAt(text: string, tokens: readonly Token[], forms: readonly IndexedForm[]): IndexedForm | undefined {
  const written = forms.filter((form) => isWrittenAs(text, tokens, form));
  if (written.length < 2) return written[0];
  const raw = text.slice(tokens[0]!.start, tokens.at(-1)!.end).toLowerCase();
  return written.find((form) => form.text.toLowerCase() === raw) ?? written[0];
}

/** Whether case and punctuation are those of the name. A name of small letters may begin a sentence. */
function isWrittenAs(text: string, tokens: readonly Token[], { text: form, rule, joiners }: IndexedForm): boolean {
  for (const [place, { start }] of tokens.slice(1).entries()) {
    const { end } = tokens[place]!;
    if (gapBetween(text, end, start) === 'joiner' && joinerOf(text, end, start) !== joiners[place]) {
      // "Node.JS", but "C/C++" and "Java.Script" are not one name.
      return false;
    }
  }
  if (rule === 'any') return true;
  const raw = text.slice(tokens[0]!.start, tokens.at(-1)!.end);
  return raw === form || raw === form[0]!.toUpperCase() + form.slice(1);
}

const version =
  /[ \u00a0]?(?:v(?:ersion)?\.? ?)?(\d{1,4}(?:\.\d{1,4}){0,3}\+?|\d{1,2}\.x)(?![\p{L}\d]|\s?%|[.,]\d|[-–+ ]{0,3}(?:years?|yrs?|jahre?n?|ans?|años?|months?|monate?|mois)(?!\p{L})|\s?[-–/]\s?\d)/iuy;
const versioned: ReadonlySet<string> = new Set(['language', 'framework', 'tool']);
const OLDEST_YEAR = 1990;
const LAST_YEAR = 2100;
const MOST_OF_A_NUMBER = 100;

/** `Python 3.11`, `Java 17`, `SQL Server 2019`; a year only behind a tool, and no length of time. */
function versionAfter(text: string, end: number, { kind }: Skill): FoundSkill['version'] {
  if (!versioned.has(kind)) return undefined;
  version.lastIndex = end;
  const match = version.exec(text);
  if (!match) return undefined;
  const digits = match[1]!;
  const number = Number.parseInt(digits, 10);
  const isYear = number >= OLDEST_YEAR && number < LAST_YEAR;
  if (number >= MOST_OF_A_NUMBER && !(isYear && kind === 'tool')) return undefined;
  const stop = end + match[0].length;
  return { text: digits, start: stop - digits.length, end: stop };
}

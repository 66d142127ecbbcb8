// A résumé as a JSON Resume 1.0 body, and how it is made of the fields of a record.

import type { Value } from '../../../document/value.ts';
import type { ExportSource } from '../../../pipeline/record-export.ts';

export interface ResumePeriod {
  /** ISO 8601, to the day, the month or the year. */
  startDate?: string;
  /** Absent while it goes on. */
  endDate?: string;
}

export interface ResumeStation extends ResumePeriod {
  position?: string;
  url?: string;
  summary?: string;
  highlights?: string[];
}

/** JSON Resume 1.0, with what the pack keeps beyond it: places of study, and sections that the schema has no place for. */
export interface ResumeBody {
  $schema?: string;
  basics?: {
    name?: string;
    label?: string;
    email?: string;
    phone?: string;
    url?: string;
    summary?: string;
    location?: { address?: string; postalCode?: string; city?: string; region?: string; countryCode?: string };
    profiles?: { network?: string; username?: string; url?: string }[];
  };
  work?: (ResumeStation & { name?: string; location?: string; description?: string })[];
  volunteer?: (ResumeStation & { organization?: string })[];
  education?: (ResumePeriod & {
    institution?: string;
    area?: string;
    studyType?: string;
    score?: string;
    location?: string;
    url?: string;
    courses?: string[];
  })[];
  skills?: { name?: string; level?: string; keywords?: string[] }[];
  languages?: { language?: string; fluency?: string }[];
  certificates?: { name?: string; issuer?: string; date?: string; url?: string }[];
  projects?: (ResumePeriod & {
    name?: string;
    description?: string;
    roles?: string[];
    entity?: string;
    type?: string;
    url?: string;
    highlights?: string[];
    keywords?: string[];
  })[];
  publications?: { name?: string; publisher?: string; releaseDate?: string; url?: string; summary?: string }[];
  awards?: { title?: string; date?: string; awarder?: string; summary?: string }[];
  interests?: { name?: string; keywords?: string[] }[];
  references?: { name?: string; reference?: string }[];
  sections?: { title?: string; text?: string[] }[];
}

type Tree = string | Tree[] | Branch;
interface Branch {
  [name: string]: Tree;
}

const STEP = /^([A-Za-z]+)(?:\[(\d{1,4})\])?$/;
/** What is inferred of the record and printed nowhere. */
const INFERRED = /^skills\[\d+\]\.ids\[/;

/** Values that are no text are left out; what a list skips closes up. */
export function bodyOfRecord({ fields }: Pick<ExportSource, 'fields'>): ResumeBody {
  const root = newBranch();
  for (const [path, { value }] of Object.entries(fields)) {
    if (typeof value !== 'string' || value.trim() === '' || INFERRED.test(path)) continue;
    put(root, path.split('.'), value);
  }
  return withoutGaps(root) as unknown as ResumeBody;
}

/** Without what every object inherits. */
const newBranch = (): Branch => Object.create(null) as Branch;

function put(into: Branch, [step, ...rest]: readonly string[], value: string): void {
  const match = STEP.exec(step!);
  if (!match) return;
  const name = match[1]!;
  const place = match[2] === undefined ? into : listOf(into, name);
  const at = match[2] ?? name;
  const slots = place as Record<string, Tree>;
  if (rest.length === 0) {
    slots[at] = value;
    return;
  }
  if (typeof slots[at] !== 'object') slots[at] = newBranch();
  put(slots[at] as Branch, rest, value);
}

function listOf(branch: Branch, name: string): Tree[] {
  if (!Array.isArray(branch[name])) branch[name] = [];
  return branch[name] as Tree[];
}

function withoutGaps(tree: Tree): Tree {
  if (typeof tree === 'string') return tree;
  // Of a list that skips places `filter` sees what is there.
  if (Array.isArray(tree)) return tree.filter(() => true).map(withoutGaps);
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, withoutGaps(value)]));
}

/** Path as a record names it → text, in the order of the body: `work[0].highlights[1]`. */
export function fieldsOfBody(body: ResumeBody): Map<string, string> {
  const fields = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (value.trim() !== '') fields.set(path, value);
    } else if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, `${path}[${i}]`);
    else if (value !== null && typeof value === 'object')
      for (const [name, item] of Object.entries(value)) walk(item, path === '' ? name : `${path}.${name}`);
  };
  const { $schema: _, ...rest } = body;
  walk(rest, '');
  return fields;
}

/** The other way round: what was written, as a record whose values stand on no page. */
export function recordOfBody(body: ResumeBody): ExportSource {
  const fields = [...fieldsOfBody(body)].map(([path, text]) => [path, written(text)] as const);
  return { type: 'resume', fields: Object.fromEntries(fields), lines: [] };
}

const written = (text: string): Value => ({
  ...{ value: text, raw: text, origin: 'computed', confidence: 1, evidence: [], source: 'written', signals: {} },
});

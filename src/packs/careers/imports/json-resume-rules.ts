// The rules of the JSON Resume 1.0.0 schema (https://github.com/jsonresume/resume-schema), asked of the tree of a file.

import { z } from 'zod';
import type { XmlElement } from '../../../document/xml-element.ts';
import type { FiredRule } from '../../../pipeline/structured-syntax.ts';

const text = z.string();
/** `2014-06-29`, `2023-04`, `2018`: each part after the year may be left out. */
const date = z.string().regex(/^(?:[12]\d{3}-[01]\d-[0-3]\d|[12]\d{3}-[01]\d|[12]\d{3})$/);
const address = z
  .string()
  .refine((value) => /^[a-z][a-z\d+.-]*:\S+$/i.test(value), 'must be an address with its scheme');
const list = z.array(text);
const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text]));
const entry = (shape: Record<string, z.ZodType>) => z.array(z.looseObject(shape).partial());

const period = { startDate: date, endDate: date };

const schema = z
  .looseObject({
    $schema: address,
    basics: z
      .looseObject({
        ...texts('name', 'label', 'image', 'phone', 'summary'),
        email: z.email(),
        url: address,
        location: z.looseObject(texts('address', 'postalCode', 'city', 'countryCode', 'region')).partial(),
        profiles: entry({ ...texts('network', 'username'), url: address }),
      })
      .partial(),
    work: entry({
      ...texts('name', 'location', 'description', 'position', 'summary'),
      ...period,
      url: address,
      highlights: list,
    }),
    volunteer: entry({ ...texts('organization', 'position', 'summary'), ...period, url: address, highlights: list }),
    education: entry({ ...texts('institution', 'area', 'studyType', 'score'), ...period, url: address, courses: list }),
    awards: entry({ ...texts('title', 'awarder', 'summary'), date }),
    certificates: entry({ ...texts('name', 'issuer'), date, url: address }),
    publications: entry({ ...texts('name', 'publisher', 'summary'), releaseDate: date, url: address }),
    skills: entry({ ...texts('name', 'level'), keywords: list }),
    languages: entry(texts('language', 'fluency')),
    interests: entry({ ...texts('name'), keywords: list }),
    references: entry(texts('name', 'reference')),
    projects: entry({
      ...texts('name', 'description', 'entity', 'type'),
      ...period,
      url: address,
      highlights: list,
      keywords: list,
      roles: list,
    }),
    meta: z.looseObject({ ...texts('version', 'lastModified'), canonical: address }).partial(),
  })
  .partial();

/** What the schema does not allow, each with the JSON Pointer of its place. */
export function judgeJsonResume(root: XmlElement): FiredRule[] {
  const result = schema.safeParse(plainValue(root));
  if (result.success) return [];
  return result.error.issues.map(({ path, code, message }) => ({
    id: `json-resume/${code.replaceAll('_', '-')}`,
    severity: 'error',
    path: `/${path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
    message: message.slice(0, 300),
  }));
}

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** The tree as the value that it was made from; an empty list is not told from none. */
function plainValue({ attributes, children, text: said }: XmlElement): Plain {
  switch (attributes['json:type']) {
    case 'object':
    case 'array':
      return plainMembers(children);
    case 'number':
      return Number(said);
    case 'boolean':
      return said === 'true';
    case 'null':
      return null;
    default:
      return said;
  }
}

function plainMembers(children: readonly XmlElement[]): Plain {
  const members = new Map<string, Plain>();
  for (const child of children) {
    const value = plainValue(child);
    if (child.attributes['json:item'] === undefined) {
      members.set(child.name, value);
      continue;
    }
    const items = members.get(child.name);
    if (Array.isArray(items)) items.push(value);
    else members.set(child.name, [value]);
  }
  return Object.fromEntries(members);
}

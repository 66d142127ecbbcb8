// One posting of a structured file → candidates: what it states field by field, and what its description says.

import type { Candidate, Evidence } from '../../../../document/value.ts';
import type { XmlElement } from '../../../../document/xml-element.ts';
import { countryByName } from '../../../../recognize/countries.ts';
import { experienceLevels, levelWords } from '../locales/fact-words.ts';
import { bareTitle } from '../locales/title-words.ts';
import { type Found, oddsOf } from '../read/found.ts';
import { countryOf } from '../read/location.ts';
import { readBody } from '../read/read-body.ts';
import { itemsOfMarkup } from '../text/items-of-markup.ts';
import type { PostingItem } from '../text/posting-item.ts';
import { type Alias, aliasRank } from './aliases.ts';
import { childNamed, eachOf, isObject } from './elements.ts';
import type { StatedPosting } from './find-postings.ts';
import type { Get, Give } from './give.ts';
import { statedSalary } from './stated-salary.ts';
import { addressOf, dayOf, employmentOf, wordsOf, workplaceOf } from './stated-values.ts';

/** Log-odds of what a structured file states: beyond anything that reading its text can weigh. */
const STATED = 14;
/** What follows from it: from its address, from the title of its feed. */
const FOLLOWS = 1;
const MOST_TEXT = 20_000;
const MOST_RAW = 2000;
const MOST_SKILLS = 60;

export function readStated({ element, shape, feed }: StatedPosting): Candidate[] {
  const candidates: Candidate[] = [];
  const give: Give = (path, value, from, { raw, follows = false } = {}) => {
    if (value === undefined || value === '') return;
    const text = (raw ?? (from.text || String(value))).slice(0, MOST_RAW);
    candidates.push({
      path,
      value,
      raw: text,
      origin: follows ? 'inferred' : 'xml',
      evidence: [placeOf(from, text)],
      score: follows ? FOLLOWS : STATED,
      source: `careers/${shape}`,
      signals: follows ? { follows: FOLLOWS } : { stated: STATED },
    });
  };
  const get = finder(element);
  readPlain(get, give);
  readTitle(get, give, feed);
  readPlaces(element, get, give);
  readModes(get, give);
  statedSalary(element, get, give);
  readSkills(get, give);
  if (!candidates.some(({ path }) => path === 'hiringOrganization.name')) followCompany(get, give, element, feed);
  const stated = new Set(candidates.map(({ path }) => path));
  const groups = new Set<string>(
    candidates.map(({ path }) => groupOf(path)).filter((group) => group === 'baseSalary' || group === 'skills'),
  );
  const told = readBody(bodyItems(element, get)).filter(({ path }) => !stated.has(path) && !groups.has(groupOf(path)));
  return [...candidates, ...told.map((found) => candidateFrom(found, shape))];
}

const groupOf = (path: string): string => path.split(/[.[]/u)[0]!;

const placeOf = (from: XmlElement, text: string): Evidence => ({
  page: 0,
  box: [0, 0, 0, 0],
  text: text.slice(0, MOST_RAW),
  locator: from.path,
});

function candidateFrom({ path, value, places, source, sure }: Found, shape: string): Candidate {
  const evidence = places.flatMap(({ item, start, end }) => item.evidence(start, end));
  const raw = places.map(({ item, start, end }) => item.text.slice(start, end)).join('\n');
  const read = oddsOf(sure);
  return { path, value, raw, origin: 'read', evidence, score: read, source: `${source}/${shape}`, signals: { read } };
}

/** The child that is called best by the names of a field; of those, one that says something. */
function finder(element: XmlElement): Get {
  // Lever keeps place, team and commitment in a drawer of their own.
  const drawer = childNamed(element, 'categories');
  const children = [...element.children, ...(drawer && isObject(drawer) ? drawer.children : [])];
  return (alias) => {
    const named = children
      .map((child) => ({ child, rank: aliasRank(alias, child.name) }))
      .filter(
        ({ child, rank }) =>
          rank >= 0 && (child.text !== '' || child.children.length > 0 || child.attributes.href !== undefined),
      );
    return named.sort((a, b) => a.rank - b.rank)[0]?.child;
  };
}

function readPlain(get: Get, give: Give): void {
  const word = (alias: Alias, path: string): void => {
    const from = get(alias);
    const said = from && wordsOf(from)[0];
    if (from && said) give(path, said, from, { raw: said });
  };
  const day = (alias: Alias, path: string): void => {
    const from = get(alias);
    if (from?.text) give(path, dayOf(from.text), from);
  };
  word('company', 'hiringOrganization.name');
  const company = get('company');
  const site = company && isObject(company) ? (childNamed(company, 'sameAs') ?? childNamed(company, 'url')) : undefined;
  if (site?.text) give('hiringOrganization.sameAs', site.text, site);
  const id = get('id');
  if (id) {
    const inner = isObject(id) ? (childNamed(id, 'value') ?? id) : id;
    // The address of an item is no reference of the employer's.
    if (inner.text && !/^https?:/i.test(inner.text)) give('identifier', inner.text, inner);
  }
  for (const [alias, path] of [
    ['url', 'url'],
    ['apply', 'applicationContact.url'],
  ] as const) {
    const from = get(alias);
    const said = from && wordsOf(from)[0];
    if (from && said && /^https?:\/\//i.test(said)) give(path, said, from, { raw: said });
  }
  word('email', 'applicationContact.email');
  word('industry', 'industry');
  day('posted', 'datePosted');
  day('valid', 'validThrough');
  day('starts', 'jobStartDate');
}

/** "Acme: Backend Engineer" and "Backend Engineer at Acme" are how feeds put the employer into the title. */
function readTitle(get: Get, give: Give, feed: string | undefined): void {
  const from = get('title');
  const said = from && wordsOf(from)[0];
  if (!from || !said) return;
  let title = said.replace(/\s+/g, ' ').trim();
  if (feed !== undefined && get('company') === undefined) {
    const at = /^(.{3,90}?) (?:at|@|bei) (\p{Lu}[^–|]{1,60}?)(?: (?:in|[-–|]) .*)?$/u.exec(title);
    const before = /^(\p{Lu}[^:]{1,50}): (.{3,})$/u.exec(title);
    if (at) {
      give('hiringOrganization.name', at[2]!, from, { raw: said });
      title = at[1]!;
    } else if (before) {
      give('hiringOrganization.name', before[1]!, from, { raw: said });
      title = before[2]!;
    }
  }
  give('title', bareTitle(title) || title, from, { raw: said });
  const level = levelWords.find(([, pattern]) => pattern.test(title))?.[0];
  const stated = get('level');
  const named = stated && wordsOf(stated)[0];
  const other = named
    ? (experienceLevels.find((one) => one === named.toLowerCase()) ??
      levelWords.find(([, pattern]) => pattern.test(named))?.[0])
    : undefined;
  if (stated && other) give('experienceLevel', other, stated, { raw: named! });
  else if (level) give('experienceLevel', level, from, { raw: said, follows: true });
}

function readPlaces(element: XmlElement, get: Get, give: Give): void {
  const from = get('location');
  const country = get('country');
  const land = country && wordsOf(country)[0];
  const code = land ? countryByName(land) : undefined;
  if (country && code) give('jobCountry', code, country, { raw: land! });
  const allowed = childNamed(element, 'applicantLocationRequirements');
  const where = allowed && wordsOf(allowed).join('; ');
  if (allowed && where) give('applicantLocationRequirements', where, allowed, { raw: where });
  if (!from) return;
  const places = eachOf(from).flatMap(
    (one) =>
      addressOf(one) ??
      wordsOf(one)
        .slice(0, 1)
        .map((text) => ({ text, country: undefined })),
  );
  const text = [...new Set(places.map((place) => place.text))].join('; ');
  const bare = text.replace(/^(?:fully )?remote$/iu, '');
  if (bare) give('jobLocation', text, from, { raw: text });
  const stated = places.find((place) => place.country)?.country;
  const said = stated && wordsOf(stated)[0];
  const own = said ? (countryByName(said) ?? undefined) : undefined;
  if (stated && own && !code) give('jobCountry', own, stated, { raw: said! });
  else if (!code && countryOf(text)) give('jobCountry', countryOf(text), from, { raw: text, follows: true });
  const mode = workplaceOf(text);
  if (mode && get('workplace') === undefined) give('jobLocationType', mode, from, { raw: text });
}

function readModes(get: Get, give: Give): void {
  const employment = get('employment');
  if (employment) {
    const types = [
      ...new Set(
        wordsOf(employment)
          .flatMap((text) => text.split(/[,;/|]+/))
          .flatMap((text) => employmentOf(text) ?? []),
      ),
    ];
    const raw = wordsOf(employment).join(', ');
    if (types[0]) give('employmentType', types[0], employment, { raw });
    for (const [i, type] of types.slice(1, 4).entries()) give(`otherEmploymentTypes[${i}]`, type, employment, { raw });
  }
  const workplace = get('workplace');
  if (workplace?.text) give('jobLocationType', workplaceOf(workplace.text), workplace);
}

function readSkills(get: Get, give: Give): void {
  const from = get('skills');
  if (!from) return;
  const all = eachOf(from).flatMap((one) =>
    wordsOf(one)
      .flatMap((text) => text.split(/[,;|\n]+/))
      .map((text) => ({ one, text: text.trim() })),
  );
  const short = all.filter(({ text }) => text !== '' && text.length <= 60 && !/[<>]/.test(text));
  // Sentences are a description, not a list of names.
  if (short.length < all.length) return;
  for (const [i, { one, text }] of short.slice(0, MOST_SKILLS).entries())
    give(`skills[${i}]`, text, one, { raw: text });
}

/** The board's address or the feed's title names who hires, as a rule. */
function followCompany(get: Get, give: Give, element: XmlElement, feed: string | undefined): void {
  const from = get('url') ?? get('apply');
  const url = from && wordsOf(from)[0];
  const slug =
    url &&
    /^https?:\/\/(?:jobs\.lever\.co|(?:job-)?boards(?:\.eu)?\.greenhouse\.io|jobs\.ashbyhq\.com|jobs\.eu\.lever\.co)\/([\w.%-]{2,60})/i.exec(
      url,
    )?.[1];
  if (from && slug) {
    const words = slug.replace(/%20|[-_.]+/g, ' ').trim();
    give(
      'hiringOrganization.name',
      words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()),
      from,
      { raw: url, follows: true },
    );
    return;
  }
  const named =
    feed &&
    /^(?:(?:jobs|careers|open positions|karriere|stellenangebote|vacancies) (?:at|@|bei|von|in) (.{2,60})|(.{2,60}?)(?:['’]s)?[ :|–-]+(?:jobs|careers|open positions|karriere|stellenangebote|vacancies)(?: feed)?)$/iu.exec(
      feed,
    );
  if (named) give('hiringOrganization.name', (named[1] ?? named[2])!.trim(), element, { raw: feed, follows: true });
}

/** The description, and parts that are stated beside it, each under its title. */
function bodyItems(element: XmlElement, get: Get): PostingItem[] {
  const items: PostingItem[] = [];
  const add = (from: XmlElement, text: string, title?: string): void => {
    if (title) items.push({ text: title, bullet: false, title: 1, evidence: () => [placeOf(from, title)] });
    items.push(...itemsOfMarkup(text.slice(0, 400_000), (said) => [placeOf(from, said)]));
  };
  const description = get('description');
  if (description?.text) add(description, description.text);
  for (const [alias, title] of [
    ['responsibilities', 'Responsibilities'],
    ['requirements', 'Requirements'],
    ['benefits', 'Benefits'],
  ] as const) {
    const from = get(alias);
    const text =
      from &&
      eachOf(from)
        .map((one) => one.text || wordsOf(one).join(', '))
        .join('\n');
    if (from && text && from !== description) add(from, text, title);
  }
  // Lever: a list for each section, called as it is.
  for (const list of childNamed(element, 'lists')?.children ?? []) {
    const [title, content] = [childNamed(list, 'text'), childNamed(list, 'content')];
    if (content?.text) add(content, content.text, title?.text);
  }
  const more = childNamed(element, 'additional');
  if (more?.text) add(more, more.text);
  return items;
}

/** The description as text: paragraphs and bullets, a line each. */
export function readDescription({ element, shape }: StatedPosting): Candidate[] {
  const from = finder(element)('description');
  if (!from?.text) return [];
  const value = itemsOfMarkup(from.text, () => [])
    .map(({ text, bullet }) => (bullet ? `• ${text}` : text))
    .join('\n')
    .slice(0, MOST_TEXT);
  if (value === '') return [];
  return [
    {
      path: 'description',
      value,
      raw: from.text.slice(0, MOST_RAW),
      origin: 'xml',
      evidence: [placeOf(from, from.text)],
      score: STATED,
      source: `careers/${shape}`,
      signals: { stated: STATED },
    },
  ];
}

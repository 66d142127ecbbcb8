// A posting as titled sections; what is printed is stated at the same moment.
import { formatDate, formatScaled } from '../format.ts';
import type { Random } from '../random.ts';
import { RESUME_WORDS } from '../resume/words/all.ts';
import type { Ledger } from '../truth.ts';
import type { PostingDesign } from './layouts/posting-design.ts';
import type { PostingBody, PostingDemand } from './posting-body.ts';
import { POSTING_WORDS } from './words/all.ts';

export interface PostingSectionView {
  /** Absent in letters. */
  title?: string;
  kind: 'bullets' | 'text';
  items: string[];
}

export interface PostingView {
  title: string;
  employer: string;
  facts: { label: string; text: string }[];
  sections: PostingSectionView[];
}

/** Behind a wish under the title of what is required. */
const MARK: Readonly<Record<string, string>> = {
  en: ' is a plus',
  de: ' von Vorteil',
  fr: ' serait un plus',
  es: ' (se valorará)',
  it: ' (titolo preferenziale)',
  nl: ' is een pré',
};

export function composePosting(random: Random, design: PostingDesign, body: PostingBody, ledger: Ledger): PostingView {
  const words = POSTING_WORDS[body.language];
  const say = (path: string, value: string | number, text: string): string => {
    ledger.state(path, value, text, false);
    return text;
  };
  say('title', body.title, body.title);
  say('hiringOrganization.name', body.employer, body.employer);
  const facts = factsOf(random, design, body, say);
  const { form } = design;
  const sections: PostingSectionView[] = [];
  const add = (key: keyof typeof words.sections, kind: 'bullets' | 'text', items: string[], lead?: string): void => {
    if (items.length === 0) return;
    if (form === 'letter')
      sections.push({ kind: 'text', items: [[lead, ...items.map(closed)].filter(Boolean).join(' ')] });
    else if (kind === 'bullets' && form === 'terse')
      sections.push({ kind: 'text', items: [`${random.pick(words.sections[key])}: ${items.join('; ')}`] });
    else if (kind === 'bullets' && form === 'prose')
      sections.push({ title: random.pick(words.sections[key]), kind: 'text', items: [items.map(closed).join(' ')] });
    else sections.push({ title: random.pick(words.sections[key]), kind, items });
  };
  if (design.aboutFirst && body.about !== undefined) add('about', 'text', [body.about]);
  sections.push({ kind: 'text', items: [body.wanted] });
  // A letter's city stands in its first sentence.
  if (facts.every(({ text }) => !text.includes(body.city))) say('jobLocation', body.city, body.city);
  say('responsibilities', body.tasks.join('\n'), body.tasks.join(' '));
  add('tasks', 'bullets', body.tasks, words.youDo);
  const musts = body.demands.filter(({ level }) => level === 'must');
  const nices = body.demands.filter(({ level }) => level === 'nice');
  const stated = [...musts, ...nices];
  for (const [i, demand] of stated.entries()) stateDemand(ledger, demand, i);
  const marked = nices.map(({ text }) => `${text}${MARK[body.language]}`);
  if (design.nice === 'marked' || form === 'letter')
    add('must', 'bullets', [...musts.map(({ text }) => text), ...marked], words.youBring);
  else {
    add(
      'must',
      'bullets',
      musts.map(({ text }) => text),
    );
    add(
      'nice',
      'bullets',
      nices.map(({ text }) => text),
    );
  }
  if (design.benefits) {
    say('jobBenefits', body.benefits.join('\n'), body.benefits.join(' '));
    add('benefits', 'bullets', body.benefits);
  }
  if (!design.aboutFirst && body.about !== undefined) add('about', 'text', [body.about]);
  say('applicationContact.email', body.email, body.email);
  add('apply', 'text', [body.apply]);
  return { title: `${body.title}${body.suffix}`, employer: body.employer, facts, sections };
}

const closed = (text: string): string => (/[.!?:]$/.test(text) ? text : `${text}.`);

function stateDemand(ledger: Ledger, { kind, level, text, value }: PostingDemand, i: number): void {
  ledger.state(`requirements[${i}].text`, text, text, false);
  ledger.state(`requirements[${i}].kind`, kind, '', false);
  ledger.state(`requirements[${i}].level`, level, '', false);
  if (value !== undefined) ledger.state(`requirements[${i}].value`, value, '', false);
  if (kind === 'years' && value !== undefined) ledger.state('experienceYears', Number(value), value, false);
}

type Say = (path: string, value: string | number, text: string) => string;

function factsOf(random: Random, { facts }: PostingDesign, body: PostingBody, say: Say): PostingView['facts'] {
  if (facts === 'none') return [];
  const { labels, employment } = POSTING_WORDS[body.language];
  const resume = RESUME_WORDS[body.language];
  const pattern = body.language === 'en' ? 'D MMMM YYYY' : random.pick(['DD.MM.YYYY', 'D MMMM YYYY']);
  const date = (iso: string): string => formatDate(iso, pattern, resume.months, resume.shortMonths);
  const group = body.language === 'en' ? ',' : body.language === 'fr' ? ' ' : '.';
  const amount = (value: number): string => formatScaled(value, 0, { decimal: '.', group });
  const list: PostingView['facts'] = [
    { label: labels.place, text: say('jobLocation', body.city, body.city) },
    { label: labels.type, text: say('employmentType', body.employmentType, employment[body.employmentType]) },
  ];
  if (body.salary) {
    const { min, max, currency } = body.salary;
    say('baseSalary.min', min, amount(min));
    say('baseSalary.max', max, amount(max));
    say('baseSalary.currency', currency, currency);
    const text = `${amount(min)} – ${amount(max)} ${currency} ${labels.perYear}`;
    list.push({ label: labels.salary, text });
  }
  // Without labels nobody knows what a number or a date means.
  if (facts !== 'inline') {
    if (body.reference !== undefined)
      list.push({ label: labels.reference, text: say('identifier', body.reference, body.reference) });
    list.push({ label: labels.posted, text: say('datePosted', body.posted, date(body.posted)) });
    if (body.deadline !== undefined)
      list.push({ label: labels.deadline, text: say('validThrough', body.deadline, date(body.deadline)) });
  }
  return list;
}

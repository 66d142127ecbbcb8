// What tells a job posting: titles of its sections, words that only who hires writes, the mark behind its title.

import type { TypeCue, TypeSignal } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import type { PostingSection } from './locales/section-titles.ts';
import { GENDER_MARK, OFFERS, titleScore } from './locales/title-words.ts';
import { labelledFact, readFactLine } from './read/read-facts.ts';
import { findSalary } from './read/salary.ts';
import { itemsOfPages } from './text/items-of-pages.ts';
import type { PostingItem } from './text/posting-item.ts';
import { splitSections } from './text/sections.ts';

export const postingSignals: readonly TypeSignal[] = [
  {
    phrases: [
      ...[
        'job description',
        'job posting',
        'job advertisement',
        'job opening',
        'vacancy',
        'position description',
        'career opportunity',
      ],
      ...[
        'stellenanzeige',
        'stellenangebot',
        'stellenausschreibung',
        'offre d’emploi',
        'fiche de poste',
        'oferta de empleo',
        'vacature',
      ],
      ...['offerta di lavoro', 'vaga de emprego', 'oferta pracy', 'we are hiring', 'we’re hiring', 'wir suchen'],
    ],
    weight: 3.5,
    where: 'title',
  },
  {
    phrases: [
      ...[
        'equal opportunity employer',
        'apply now',
        'how to apply',
        'we are looking for',
        'the ideal candidate',
        'the successful candidate',
      ],
      ...[
        'we offer',
        'nice to have',
        'what we offer',
        'what you bring',
        'reports to',
        'competitive salary',
        'join our team',
      ],
      ...[
        'jetzt bewerben',
        'wir suchen',
        'wir freuen uns auf ihre bewerbung',
        'wir freuen uns auf deine bewerbung',
        'zum nächstmöglichen zeitpunkt',
      ],
      ...[
        'dein profil',
        'ihr profil',
        'wir bieten',
        'profil recherché',
        'nous recherchons',
        'vos missions',
        'buscamos',
        'se requiere',
      ],
      ...['wij zoeken', 'wij bieden', 'cerchiamo', 'oferujemy', 'oferecemos', 'all qualified applicants'],
    ],
    weight: 1.5,
    where: 'anywhere',
  },
];

const ASKS: readonly PostingSection[] = ['responsibilities', 'requirements', 'nice', 'benefits'];
const OTHERS: readonly PostingSection[] = [
  'role',
  'company',
  'apply',
  'legal',
  'salary',
  'skills',
  'education',
  'languages',
];
/** Words of a résumé's sections that a posting has, too. */
const SHARED: ReadonlySet<string> = new Set([
  'skills',
  'education',
  'languages',
  'experience',
  'profile',
  'profil',
  'summary',
  'perfil',
  'kenntnisse',
  'competences',
  'company',
]);

export interface PostingSigns {
  sections: number;
  addressed: number;
  marked: number;
  facts: number;
  hires: number;
}

export function postingSigns(reading: Reading): PostingSigns {
  return reading.derive('careers/posting-signs', () => readSigns(reading));
}

/** From this share of its titles on, they are those of a posting. */
const OWN_SHARE = 0.35;
/** Banks and insurers say "you", too: without a section of a posting it says less. */
const LONELY = 0.8;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim();

const ADDRESSED =
  /(?<!\p{L})(?:you will|you['’]ll|you have|you are|you bring|your (?:responsibilities|profile|role|tasks|application|cv|resume|résumé)|we offer|we are (?:looking|hiring|seeking)|we['’]re (?:looking|hiring)|candidates?|applicants?|apply|is (?:looking|hiring|seeking)|du (?:bringst|hast|bist|verfügst|arbeitest|entwickelst|übernimmst)|deine? \p{L}+|sie (?:bringen|haben|verfügen|übernehmen|arbeiten)|ihre? (?:aufgaben|profil|bewerbung)|bewirb|bewerb\p{L}*|wir (?:suchen|bieten)|vous (?:avez|êtes|serez|justifiez)|votre|nous (?:recherchons|offrons)|buscamos|ofrecemos|je (?:hebt|bent|gaat)|jij|wij (?:zoeken|bieden))(?!\p{L})/giu;

function readSigns(reading: Reading): PostingSigns {
  const items = itemsOfPages(reading);
  const kinds = new Set<PostingSection>();
  let titles = 0;
  let own = 0;
  for (const { section, title } of splitSections(items)) {
    if (!title) continue;
    titles += 1;
    if (section === 'other' || SHARED.has(bare(title.text))) continue;
    own += 1;
    kinds.add(section);
  }
  // A statement or a form has "benefits" or "your responsibility" among twenty titles of other things.
  const share = Math.min(1, own / Math.max(1, titles) / OWN_SHARE);
  const asks = ASKS.filter((kind) => kinds.has(kind)).length;
  const others = OTHERS.filter((kind) => kinds.has(kind)).length;
  let addressed = 0;
  for (const { text } of items.slice(0, 200)) addressed += [...text.matchAll(ADDRESSED)].length;
  const marked = items.slice(0, 12).some(({ text }) => GENDER_MARK.test(text) && titleScore(text) > 0);
  return {
    sections: asks === 0 ? 0 : share * Math.min(1, 0.42 * asks + 0.12 * others),
    addressed: Math.min(1, addressed / 6) * (asks === 0 ? LONELY : share),
    marked: marked ? 1 : 0,
    facts: factSigns(items),
    hires: items.slice(0, 8).some(({ text }) => offersJob(text)) ? 1 : 0,
  };
}

/** "Acme is recruiting a Transport Planner". */
function offersJob(text: string): boolean {
  const match = OFFERS.exec(text);
  return (
    match !== null &&
    titleScore(text.slice(match.index + match[0].length).split(/\s(?:in|to|who|for|mit|für|im)\s|[.,;!]/u)[0]!) > 0.25
  );
}

/** A job title on top, and near it pay for a period, how it is employed, where it is done. */
function factSigns(items: readonly PostingItem[]): number {
  const head = items.slice(0, 14);
  if (
    !head
      .slice(0, 6)
      .some(({ text }) => titleScore(text) >= 0.75 || /hiring|position|job|stelle|poste|vacature|functie/iu.test(text))
  )
    return 0;
  const pay = head.some(
    ({ text }) => (findSalary(text, { labelled: /salary|pay|rate|gehalt/iu.test(text) })?.sure ?? 0) > 0.6,
  );
  const employed = head.some((item) =>
    readFactLine(item).some(({ path }) => path === 'employmentType' || path === 'jobLocationType'),
  );
  const labels = new Set(head.flatMap((item) => labelledFact(item)?.kind ?? []));
  return Math.min(1, 0.25 + (pay ? 0.35 : 0) + (employed ? 0.25 : 0) + 0.15 * Math.min(4, labels.size));
}

export const postingCues: readonly TypeCue[] = [
  { id: 'sections of a job posting', weight: 7, measure: (reading) => postingSigns(reading).sections },
  { id: 'speaks to whoever applies', weight: 2.5, measure: (reading) => postingSigns(reading).addressed },
  { id: 'a job title with facts around it', weight: 3, measure: (reading) => postingSigns(reading).facts },
  { id: 'says that somebody is wanted', weight: 2.5, measure: (reading) => postingSigns(reading).hires },
  { id: 'a job title with (m/w/d)', weight: 3.5, measure: (reading) => postingSigns(reading).marked },
];

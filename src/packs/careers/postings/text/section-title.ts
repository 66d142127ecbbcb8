// Whether a line is the title of a section of a posting, by its words.

import { foldPlace } from '../../../../recognize/countries.ts';
import { remember } from '../../../../recognize/remember.ts';
import { type PostingSection, postingSectionTitles } from '../locales/section-titles.ts';

/** Letters and digits alone, single spaces between the words. */
const bare = (text: string): string =>
  foldPlace(text.replace(/['’`]/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const kinds = new Map<string, PostingSection>();
// What several sections are called stays with the first of these: "Skills" are requirements of their own section.
for (const [kind, titles] of Object.entries(postingSectionTitles) as [PostingSection, readonly string[]][]) {
  for (const title of titles) if (!kinds.has(bare(title))) kinds.set(bare(title), kind);
}

const QUALIFIER =
  /^(?:the|our|your|some|main|key|core|general|minimum|basic|additional|other|specific|job|position|role|technical|professional|personal|ihre?|deine?|unsere?|das|die|der|vos|votre|nos|notre|tes|ton|les|tus?|sus?|los|las|jouw|onze)\s+/;
const MOST_LENGTH = 80;

/** undefined for what is none of the known titles. */
export const sectionTitleOf: (text: string) => PostingSection | undefined = remember((text) => {
  if (text.length > MOST_LENGTH) return undefined;
  const title = bare(text.replace(/\([^)]*\)/g, ' '));
  if (title === '') return undefined;
  const known = lookUp(title);
  if (known) return known;
  // "Requirements & Qualifications", "Ihr Profil / Anforderungen": two titles of one kind, or the first of two.
  const parts = text
    .split(/\s*(?:&|\/|\+|\||\band\b|\bund\b|\bet\b|\by\b)\s*/iu)
    .map(bare)
    .filter(Boolean);
  if (parts.length === 2 && parts.every((part) => lookUp(part))) return lookUp(parts[0]!);
  return byBeginning(title);
});

function lookUp(title: string): PostingSection | undefined {
  const known =
    kinds.get(title) ??
    kinds.get(title.replace(QUALIFIER, '')) ??
    kinds.get(title.replace(QUALIFIER, '').replace(QUALIFIER, ''));
  if (known) return known;
  // "Preferred education and experience": what is asked for, and less than what is required.
  const wished = WISHED.exec(title);
  const rest = wished && kinds.get(title.slice(wished[0].length));
  if (rest === 'requirements' || rest === 'skills' || rest === 'education' || rest === 'languages') return 'nice';
  if (
    title.split(' ').length <= 5 &&
    /(?: |^)(?:requirements|qualifications|anforderungen|voraussetzungen|qualifikationen|requisitos|requisiti|wymagania)$/.test(
      title,
    )
  ) {
    return WISHED.test(title) ? 'nice' : 'requirements';
  }
  return undefined;
}

const WISHED =
  /^(?:preferred|desired|desirable|additional|bonus|optional|advantageous|wunschenswerte|zusatzliche|gewunschte) /;

/** Titles that go on with a name: "About Acme", "Why Acme?", "Über die Muster GmbH", "Life at Acme". */
function byBeginning(title: string): PostingSection | undefined {
  if (title.split(' ').length > 6) return undefined;
  if (/^(?:about|uber) (?:you|dich|sie)$/.test(title)) return 'requirements';
  if (/^(?:about|uber|life at|working at|a propos de|sobre|over) /.test(title)) return 'company';
  if (/^(?:why|warum|pourquoi|por que) /.test(title)) return 'benefits';
  if (/^(?:what|was) .* (?:offers?|bietet)(?: you| dir| ihnen)?$/.test(title)) return 'benefits';
  return undefined;
}

/** Words that tell what a title is about, whatever else it says: "You'll be a great match if you", "Das wünschen wir uns von dir". */
const TELLING: readonly (readonly [PostingSection, RegExp])[] = [
  [
    'nice',
    /(?<!\p{L})(?:nice to have|bonus|brownie|preferred|desirable|desired|plus|vorteil|wunschenswert|idealerweise|pluspunkte|atouts?|deseable|valora\p{L}*)(?!\p{L})/u,
  ],
  [
    'benefits',
    /(?<!\p{L})(?:we offer|offer you|benefits?|perks|in return|you get|you ll get|bieten|vorteile|freuen|angebot|offrons|ofrecemos|bieden|offriamo|oferujemy|avantages|why join)(?!\p{L})/u,
  ],
  [
    'requirements',
    /(?<!\p{L})(?:requirements?|qualifications?|qualifikation\p{L}*|criteria|great (?:fit|match)|good (?:fit|match)|right (?:fit|person|candidate)|looking for|who you are|you (?:bring|have|need|are|should have|must have|will need|will bring)|you ll (?:bring|need|have|be)|you ve (?:got|done)|abilities|competenc\p{L}*|candidate|profile?|\p{L}*profil|anforderung\p{L}*|voraussetzung\p{L}*|mitbring\p{L}*|bringst|wunschen|erwarten wir|auszeichnet|passt|uberzeugst|requisitos|requisiti|exigences|wymagania|eisen|vragen)(?!\p{L})/u,
  ],
  [
    'responsibilities',
    /(?<!\p{L})(?:responsib\p{L}*|duties|tasks|what (?:the (?:job|role)|you|this) .*(?:involves?|do|doing)|involves|aufgaben?\p{L}*|tatigkeit\p{L}*|erwartet (?:dich|sie)|missions?|funciones|taken|mansioni|obowiazki|day to day|typical day)(?!\p{L})/u,
  ],
];

/** For what is set like a title and is none of the known ones. */
export function looseSectionOf(text: string): PostingSection | undefined {
  const title = bare(text);
  if (title.split(' ').length > 10) return undefined;
  return TELLING.find(([, pattern]) => pattern.test(title))?.[0];
}

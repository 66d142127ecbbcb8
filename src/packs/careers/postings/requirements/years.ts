// "5+ years of experience", "mindestens drei Jahre Berufserfahrung", "mehrjährige Erfahrung", "3 à 5 ans d'expérience".

export interface YearsAsked {
  start: number;
  end: number;
  /** `5`, `3-5`, `0.5` for six months. */
  value: string;
}

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  dix: 10,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  diez: 10,
  een: 1,
  twee: 2,
  drie: 3,
  vijf: 5,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  dois: 2,
  três: 3,
  quatro: 4,
  dwa: 2,
  trzy: 3,
  pięć: 5,
};
const NUMBER = `\\d{1,2}(?:[.,]5)?|${Object.keys(WORDS).join('|')}`;
const UNIT =
  '(?<years>years?|yrs?\\.?|yoe|jahren?|jahre|jährige[rnms]?|ans?|années?|años?|jaar|anni|anos?|lat|lata|rok(?:u)?)|(?<months>months?|monaten?|monate|mois|meses|mesi|maanden|miesięcy)';
const ASKED = new RegExp(
  `(?<![\\p{L}\\d.,$€£])(?<low>${NUMBER})(?:\\s?\\(\\d{1,2}\\))?\\s?\\+?\\s?(?:(?:-|–|—|to|bis(?: zu)?|à|a|tot|o|or|oder|do|until)\\s?(?<high>${NUMBER})\\s?\\+?)?[\\s-]?(?:or more |oder mehr |ou plus |o más )?(?:full |volle |plus )?(?:${UNIT})(?!\\p{L})`,
  'giu',
);
/** "Several years": nobody says how many; two are less than several. */
const SEVERAL =
  /(?<!\p{L})(?:several years?|multiple years|many years|mehrjährige[rnms]?|langjährige[rnms]?|einschlägige mehrjährige|plusieurs années|varios años|meerdere jaren|pluriennale|kilkuletni\p{L}*)(?!\p{L})/giu;
const EXPERIENCE =
  /experien|erfahrung|praxis|praktisch|berufs|expérience|expertise|ervaring|esperienza|experiência|doświadczen|track record|background|working (?:as|in|with)|in a (?:similar|comparable|related) (?:role|position)|in (?:similar|vergleichbarer)|years? (?:in|of|as|with|working|building|leading|managing)|gearbeitet|tätigkeit|hands[- ]on|yoe/iu;
/** Ages, lengths of contracts, how old a firm is. */
const OTHERWISE =
  /held for|licen[cs]e (?:for|held)|years? (?:old|of age)|jahre alt|for (?:over|more than|almost|nearly|the (?:last|past))|seit (?:über |mehr als |fast )?|since|founded|gegründet|depuis|desde hace|over the (?:last|next|past)|(?:next|last|past|nächsten|letzten) (?:few )?|warranty|contract|befristet|vertrag|laufzeit|fixed[- ]term|each year|per year|pro jahr|a year\b|limited to|valid|vesting|anniversar|jubil/iu;
const REACH = 90;

/** `inSection`: it stands among requirements, where a number of years is one of experience unless it says otherwise. */
export function findYears(text: string, inSection: boolean): YearsAsked[] {
  const found: YearsAsked[] = [];
  for (const match of text.matchAll(ASKED)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 40), start);
    const after = text.slice(end, end + REACH);
    const around = `${before} ${match[0]} ${after}`;
    const close = `${before.slice(-30)}${match[0]}${after.slice(0, 18)}`;
    if (OTHERWISE.test(close) && !/experien|erfahrung|expérience/iu.test(after.slice(0, 40))) continue;
    if (!inSection && !EXPERIENCE.test(around)) continue;
    if (
      inSection &&
      !EXPERIENCE.test(around) &&
      /(?:ausbildung|training|degree|studium|warranty|program)/iu.test(around)
    )
      continue;
    const { low, high, months } = match.groups!;
    const value = span(low!, high, months !== undefined);
    if (value) found.push({ start, end, value });
  }
  if (found.length === 0) {
    for (const match of text.matchAll(SEVERAL)) {
      const end = match.index + match[0].length;
      if (!EXPERIENCE.test(text.slice(match.index, end + REACH))) continue;
      found.push({ start: match.index, end, value: /^(?:lang|many)/iu.test(match[0]) ? '5' : '3' });
      break;
    }
  }
  return found;
}

function span(low: string, high: string | undefined, months: boolean): string | undefined {
  const [from, to] = [numberOf(low), high === undefined ? undefined : numberOf(high)];
  if (from === undefined || from > 40) return undefined;
  const unit = (value: number): string => String(months ? Math.round((value / 12) * 10) / 10 : value);
  return to !== undefined && to > from ? `${unit(from)}-${unit(to)}` : unit(from);
}

function numberOf(text: string): number | undefined {
  const value = WORDS[text.toLowerCase()] ?? Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** The least number of years of `5` or `3-5`. */
export const leastYears = (value: string): number => Number(value.split('-')[0]);

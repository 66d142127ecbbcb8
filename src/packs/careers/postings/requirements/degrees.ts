// Degrees that are asked for, by the lowest that would do.

export const degreeLevels = ['school', 'vocational', 'associate', 'bachelor', 'master', 'doctorate'] as const;
/** `degree`: any of a university; counts as a bachelor's. */
export type DegreeLevel = (typeof degreeLevels)[number] | 'degree';

export interface DegreeAsked {
  start: number;
  end: number;
  /** `bachelor`, `bachelor or equivalent`. */
  value: string;
}

const LEVELS: readonly (readonly [DegreeLevel, RegExp])[] = [
  [
    'doctorate',
    /(?<!\p{L})(?:ph\.? ?d\.?|doctorate|doctoral degree|doctoral|promotion(?! )|abgeschlossene promotion|promoviert|doktortitel|doctorat|doctorado|dottorato|doutorado|doktorat)(?!\p{L})/giu,
  ],
  [
    'master',
    /(?<!\p{L})(?:master['’]?s?(?:[- ](?:degree|abschluss|studium|of|in)|abschluss|studium)?(?=\W|$)(?! data| of ceremonies)|masterabschluss|masterstudium|m\.? ?sc\.?(?!\p{L})|msc|mba|m\.? ?eng\.?(?= |,|\/|$)|diplom(?:studium|abschluss|-\p{L}+)?(?!a|at|om)|magister|staatsexamen|bac ?\+ ?5|master 2|máster|maestría|laurea magistrale|graduate degree|advanced degree|universitätsabschluss)(?!\p{L})/giu,
  ],
  [
    'bachelor',
    /(?<!\p{L})(?:bachelor['’]?s?(?:[- ](?:degree|abschluss|studium|of|in)|abschluss|studium)?|bachelorabschluss|bachelorstudium|b\.? ?sc\.?(?!\p{L})|bsc|b\.? ?eng\.?(?= |,|\/|$)|b\.a\.|b\.s\.|ba\/bs|bs\/ba|bs\/ms|bs degree|ba degree|undergraduate degree|4[- ]year degree|four[- ]year degree|licence (?:en|de|pro\p{L}*)|bac ?\+ ?3|grado|laurea triennale|licencjat)(?!\p{L})/giu,
  ],
  ['associate', /(?<!\p{L})(?:associate['’]?s? degree|bac ?\+ ?2|bts|dut|hnd)(?!\p{L})/giu],
  [
    'degree',
    /(?<!\p{L})(?:(?:university|college|academic|relevant|technical|engineering|nursing|law|finance|science|computer science|stem|business|post-secondary|tertiary|related) degrees?|degree(?: or equivalent)?(?= in | or |-qualified| level|,|\.|$|\))|educated to degree level|degree[- ]level|(?:abgeschlossenes |erfolgreich abgeschlossenes |technisches |wirtschaftswissenschaftliches |naturwissenschaftliches )*(?:(?:fach)?hochschul|universitäts)?studium|studium der|studienabschluss|hochschulabschluss|fachhochschulabschluss|akademischer abschluss|akademische ausbildung|diplôme (?:d['’]ingénieur|universitaire|supérieur)|formation supérieure|école d['’]ingénieurs?|titulación(?: universitaria)?|licenciatura|ingeniería (?:en|informática)|laurea|hbo|wo[- ]niveau|hbo\/wo|wykształcenie wyższe|studia wyższe|formação superior|ensino superior|graduação)(?!\p{L})/giu,
  ],
  [
    'vocational',
    /(?<!\p{L})(?:(?:abgeschlossene |erfolgreich abgeschlossene |kaufmännische |technische |handwerkliche |medizinische )*(?:berufs)?ausbildung(?: als| zum| zur| im| in|,|\.|$| oder| \(|sberuf)|berufsausbildung|lehre als|gesellenbrief|meisterbrief|techniker(?:ausbildung|abschluss)|techniker(?= oder|,)|staatlich (?:geprüfte|anerkannte|examinierte)[rsn]?|examinierte[rs]?|apprenticeship|vocational (?:training|qualification|degree)|trade (?:school|certificate)|journeyman|technical diploma|nvq|formación profesional|ciclo formativo|cap|bep|mbo|diploma di scuola)(?!\p{L})/giu,
  ],
  [
    'school',
    /(?<!\p{L})(?:high[- ]school (?:diploma|degree|education|graduate)|secondary (?:school|education)(?: diploma)?|ged|a[- ]levels?|gcses?|abitur|fachabitur|(?:fach)?hochschulreife|mittlere reife|realschulabschluss|schulabschluss|hauptschulabschluss|baccalauréat|bachillerato|wykształcenie średnie|ensino médio)(?!\p{L})/giu,
  ],
];

const OR_EQUIVALENT =
  /(?:or|oder|ou|o|of)(?: an?| eine?)? (?:\p{L}+ ){0,3}?(?:equivalent|comparable|similar|related experience|practical experience|work experience|relevant experience|vergleichbar\p{L}*|gleichwertig\p{L}*|ähnlich\p{L}*|équivalent\p{L}*|equivalente|gelijkwaardig\p{L}*)|equivalent (?:experience|combination|work|practical)|\bin lieu of|vergleichbare (?:qualifikation|ausbildung|kenntnisse|berufserfahrung)|oder (?:eine )?(?:entsprechende|vergleichbare|gleichwertige)/iu;
/** What an employer gives is nothing it asks for. */
const OFFERED = /tuition|reimburs|student loan|ausbildung(?:splatz|svergütung|sbetrieb|sjahr)|weiterbildung/iu;

/** The lowest one that is named; undefined = none. */
export function findDegree(text: string): DegreeAsked | undefined {
  if (OFFERED.test(text)) return undefined;
  const named = LEVELS.flatMap(([level, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ level, start: match.index, end: match.index + match[0].length })),
  ).filter(
    (one) => !/^(?:ba|wo|cap|hnd)$/i.test(text.slice(one.start, one.end)) || /degree|diploma|niveau/i.test(text),
  );
  if (named.length === 0) return undefined;
  const specific = named.filter(({ level }) => level !== 'degree');
  const lowest =
    specific.length > 0 ? specific.reduce((a, b) => (rankOf(b.level) < rankOf(a.level) ? b : a)) : named[0]!;
  // "Ausbildung oder Studium": the lower of the two; "degree (Bachelor or Master)": what it says itself.
  const level = lowest.level;
  const start = Math.min(...named.map((one) => one.start));
  const end = Math.max(...named.map((one) => one.end));
  const equivalent = OR_EQUIVALENT.test(text.slice(start));
  return { start, end, value: equivalent ? `${level} or equivalent` : level };
}

export function rankOf(level: DegreeLevel): number {
  return level === 'degree' ? degreeLevels.indexOf('bachelor') : degreeLevels.indexOf(level);
}

/** `bachelor or equivalent` → its level; undefined for what is none. */
export function parseDegree(value: string): { level: DegreeLevel; orEquivalent: boolean } | undefined {
  const level = value.replace(/ or equivalent$/, '') as DegreeLevel;
  if (level !== 'degree' && !degreeLevels.includes(level)) return undefined;
  return { level, orEquivalent: value.endsWith(' or equivalent') };
}

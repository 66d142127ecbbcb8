// Number words and time units in eight languages, for durations and payment terms.

export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const UNIT_ROWS: Record<DurationUnit, string> = {
  minute: 'minute minutes minuten minuto minutos minuti minuut',
  hour: 'hour hours hrs stunde stunden heure heures hora horas ora ore uur uren godzina godziny godzin',
  day: 'day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dzień dni',
  week: 'week weeks woche wochen semaine semaines semana semanas settimana settimane weken tydzień tygodnie tygodni',
  month: 'month months monat monate monaten mois mes meses mês mese mesi maand maanden miesiąc miesiące miesięcy',
  year: 'year years yr yrs jahr jahre jahren an ans année années año años ano anos anno anni jaar jaren rok lata lat',
};

/** Word → unit, lower case. */
export const DURATION_UNITS: ReadonlyMap<string, DurationUnit> = new Map(
  Object.entries(UNIT_ROWS).flatMap(([unit, row]) =>
    row.split(' ').map((word): [string, DurationUnit] => [word, unit as DurationUnit]),
  ),
);

const NUMBER_ROWS: [number, string][] = [
  [1, 'one ein eine einen einem einer un une uno una um uma een één jeden jedna jednego'],
  [2, 'two zwei deux dos due dois duas twee dwa dwie dwóch'],
  [3, 'three drei trois tres tre três drie trzy trzech'],
  [4, 'four vier quatre cuatro quattro quatro cztery czterech'],
  [5, 'five fünf cinq cinco cinque vijf pięć pięciu'],
  [6, 'six sechs seis sei zes sześć sześciu'],
  [7, 'seven sieben sept siete sette sete zeven siedem siedmiu'],
  [8, 'eight acht huit ocho otto oito osiem ośmiu'],
  [9, 'nine neun neuf nueve nove negen dziewięć'],
  [10, 'ten zehn dix diez dieci dez tien dziesięć dziesięciu'],
  [11, 'eleven elf onze once undici'],
  [12, 'twelve zwölf douze doce dodici doze twaalf dwanaście dwunastu'],
  [13, 'thirteen dreizehn treize trece tredici treze dertien'],
  [14, 'fourteen vierzehn quatorze catorce quattordici catorze veertien czternaście czternastu'],
  [15, 'fifteen fünfzehn quinze quince quindici vijftien piętnaście'],
  [16, 'sixteen sechzehn seize'],
  [17, 'seventeen siebzehn'],
  [18, 'eighteen achtzehn diciotto dieciocho dezoito achttien osiemnaście'],
  [19, 'nineteen neunzehn'],
  [20, 'twenty zwanzig vingt veinte venti vinte twintig dwadzieścia'],
  [21, 'einundzwanzig eenentwintig veintiún'],
  [24, 'vierundzwanzig veinticuatro ventiquattro vierentwintig'],
  [30, 'thirty dreißig dreissig trente treinta trenta trinta dertig trzydzieści trzydziestu'],
  [36, 'sechsunddreißig zesendertig'],
  [40, 'forty vierzig quarante cuarenta quaranta quarenta veertig'],
  [45, 'fünfundvierzig vijfenveertig'],
  [50, 'fifty fünfzig cinquante cincuenta cinquanta cinquenta vijftig'],
  [60, 'sixty sechzig soixante sesenta sessanta sessenta zestig sześćdziesiąt'],
  [70, 'seventy siebzig'],
  [80, 'eighty achtzig'],
  [90, 'ninety neunzig noventa novanta negentig dziewięćdziesiąt'],
  [100, 'hundred hundert cent cien cento cem honderd sto'],
];

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  NUMBER_ROWS.flatMap(([value, row]) => row.split(' ').map((word): [string, number] => [word, value])),
);

/** The number that one or two words spell (`twelve`, `forty five`), else undefined. */
export function numberOfWords(first: string, second?: string): number | undefined {
  const a = NUMBER_WORDS.get(first.toLowerCase());
  const b = second === undefined ? 0 : NUMBER_WORDS.get(second.toLowerCase());
  if (a === undefined || b === undefined) return undefined;
  if (b === 0) return a;
  if (a === 1 && b === 100) return 100;
  return a >= 20 && a % 10 === 0 && b < 10 ? a + b : undefined;
}

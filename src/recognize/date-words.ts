// Month names and spelled-out days, for reading dates in European languages.

const MONTH_ROWS = [
  'january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia styczeń sty leden ledna ianuarie ian tammikuu tammikuuta január',
  'february feb febr februar feber februari février févr fév febrero febbraio fevereiro fev lutego luty lut únor února februarie helmikuu helmikuuta február',
  'march mar mrch märz mär mrz maerz mars marzo março maart mrt marca marzec marts březen března martie maaliskuu maaliskuuta március márc',
  'april apr avril avr abril abr aprile kwietnia kwiecień kwi duben dubna aprilie huhtikuu huhtikuuta április ápr',
  'may mai mayo maggio mag maio mei maja maj květen května toukokuu toukokuuta május máj',
  'june jun juni juin junio giugno giu junho czerwca czerwiec cze červen června iunie iun kesäkuu kesäkuuta június jún',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec lip červenec července iulie iul heinäkuu heinäkuuta július júl',
  'august aug août aoû agosto ago augustus sierpnia sierpień sie augusti srpen srpna elokuu elokuuta augusztus',
  'september sep sept septembre septiembre setiembre set settembre sett setembro września wrzesień wrz září septembrie syyskuu syyskuuta szeptember szept',
  'october oct oktober okt octobre octubre ottobre ott outubro out października październik paź říjen října octombrie lokakuu lokakuuta október',
  'november nov novembre noviembre novembro listopada listopad lis listopadu noiembrie marraskuu marraskuuta',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia grudzień gru prosinec prosince decembrie joulukuu joulukuuta',
];

const LONGEST = 14;

// Also everyday words of other languages: a month only between a day and a year.
const WEAK = new Set('set out sie mag gen ago lip lis lut noi sty'.split(' '));

const MONTHS = new Map<string, number>();
for (const [index, row] of MONTH_ROWS.entries()) {
  for (const word of row.split(' ')) {
    MONTHS.set(word, index + 1);
    // Scans and typewriters drop accents.
    MONTHS.set(word.normalize('NFD').replace(/\p{M}/gu, ''), index + 1);
  }
}

/** 1–12 for a month's name or abbreviation in any supported language and any case, else 0. */
export function monthOf(word: string): number {
  return word.length < 3 || word.length > LONGEST ? 0 : (MONTHS.get(word.toLowerCase()) ?? 0);
}

/** A word that is a month only where a day and a year surround it ("set", "out", lower-case "may"). */
export const isWeakMonth = (word: string): boolean => WEAK.has(word.toLowerCase()) || word === 'may' || word === 'mar';

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** 1–31 for an English ordinal in words ("first", "twenty-first"), else 0. */
export function ordinalOf(word: string): number {
  const lower = word.toLowerCase();
  const plain = ORDINALS.indexOf(lower) + 1;
  if (plain > 0) return plain;
  if (lower === 'thirtieth') return 30;
  const compound = /^(twenty|thirty)[ -]?([a-z]+)$/.exec(lower);
  const unit = compound ? ORDINALS.indexOf(compound[2]!) + 1 : 0;
  if (!compound || unit === 0 || unit > 9) return 0;
  const day = (compound[1] === 'twenty' ? 20 : 30) + unit;
  return day <= 31 ? day : 0;
}

// One document's manner of writing: number and date style, where the currency stands, which word for which label.
import { formatDate, formatScaled, formatTrimmed, type NumberStyle } from '../format.ts';
import type { Random } from '../random.ts';
import type { Region } from '../regions/region.ts';
import { WORDS } from '../words/all.ts';
import type { Variants, Words } from '../words/words.ts';

/** Where the document says which currency it is in. */
export type CurrencyPlace = 'every-amount' | 'totals' | 'code-in-totals' | 'column-header' | 'meta' | 'nowhere';

export interface Manner {
  region: Region;
  words: Words;
  numbers: NumberStyle;
  currencyPlace: CurrencyPlace;
  /** The variant of a list that this document uses; the same list always gives the same word. */
  word(variants: Variants): string;
  date(iso: string): string;
  /** `plain` = digits only; `line` and `total` carry the currency where the document's manner says so. */
  money(minor: number, place: 'plain' | 'line' | 'total'): string;
  /** Price in ten-thousandths. */
  price(scaled: number): string;
  quantity(thousandths: number): string;
  /** Rate in hundredths of a percent, without the sign. */
  rate(hundredths: number): string;
  /** With the colon or without, as this document writes labels. */
  label(text: string): string;
  showsCurrency(place: 'line' | 'total'): boolean;
}

/** Whose words are `steady` says the same on each document, whatever is asked for first; `own` words stand in place of usual ones. */
export function createManner(
  random: Random,
  region: Region,
  { steady = false, own = new Map() }: { steady?: boolean; own?: ReadonlyMap<Variants, string> } = {},
): Manner {
  const words = WORDS[region.language];
  const numbers = random.pick(region.numberStyles);
  const pattern = random.pick(region.datePatterns);
  const chosen = new Map<Variants, string>();
  const places: CurrencyPlace[] = [
    'every-amount',
    'totals',
    'totals',
    'code-in-totals',
    'column-header',
    'meta',
    'nowhere',
  ];
  const currencyPlace = region.symbolAmbiguous
    ? random.pick<CurrencyPlace>(['code-in-totals', 'meta', 'column-header'])
    : random.pick(random.chance(0.8) ? places.slice(0, 5) : places);
  const quantityPlaces = random.pick([0, 0, 0, 2, 3]);
  const ratePlaces = random.pick([0, 0, 1, 2]);
  const colon = random.pick(region.language === 'fr' ? [' :', ' :', ':', ''] : [':', ':', '']);
  const codeFirst = random.chance(0.3);
  const useSymbol = random.chance(0.7) || region.symbol === region.currency;

  const withCurrency = (digits: string, code: boolean): string => {
    if (code || !useSymbol) return codeFirst ? `${region.currency} ${digits}` : `${digits} ${region.currency}`;
    const negative = digits.startsWith('-') ? '-' : '';
    const bare = negative ? digits.slice(1) : digits;
    if (region.symbolPlace === 'before') return `${negative}${region.symbol}${bare}`;
    return region.symbolPlace === 'before-space' ? `${region.symbol} ${digits}` : `${digits} ${region.symbol}`;
  };
  const showsCurrency = (place: 'line' | 'total'): boolean =>
    currencyPlace === 'every-amount' ||
    (place === 'total' && (currencyPlace === 'totals' || currencyPlace === 'code-in-totals'));

  return {
    region,
    words,
    numbers,
    currencyPlace,
    showsCurrency,
    word: (variants) => {
      let word = own.get(variants) ?? chosen.get(variants);
      if (word === undefined) {
        word = (steady ? random.fork(variants.join('|')) : random).pick(variants);
        chosen.set(variants, word);
      }
      return word;
    },
    date: (iso) => formatDate(iso, pattern, words.months, words.shortMonths),
    money: (minor, place) => {
      const digits = formatScaled(minor, 2, numbers);
      return place !== 'plain' && showsCurrency(place)
        ? withCurrency(digits, currencyPlace === 'code-in-totals')
        : digits;
    },
    price: (scaled) => formatTrimmed(scaled, 4, numbers, 2),
    quantity: (thousandths) => formatTrimmed(thousandths, 3, numbers, quantityPlaces),
    rate: (hundredths) => formatTrimmed(hundredths, 2, numbers, hundredths % 100 === 0 ? ratePlaces : 1),
    label: (text) => (/[:?]$/.test(text) ? text : text + colon),
  };
}

/** Fills `{x}`-style places. */
export const fill = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (place, key: string) => (key in values ? String(values[key]) : place));

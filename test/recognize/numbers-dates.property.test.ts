import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDateOrder } from '../../src/recognize/date-order.ts';
import { findDates } from '../../src/recognize/dates.ts';
import { findMoney } from '../../src/recognize/money.ts';
import { applyNumberStyle } from '../../src/recognize/number-style.ts';
import { findNumbers } from '../../src/recognize/numbers.ts';

interface Style {
  decimal: '.' | ',';
  group: string;
  indian?: boolean;
}

const STYLES: Style[] = [
  { decimal: ',', group: '.' },
  { decimal: '.', group: ',' },
  { decimal: ',', group: ' ' },
  { decimal: ',', group: '\u00a0' },
  { decimal: '.', group: '\u2009' },
  { decimal: '.', group: "'" },
  { decimal: '.', group: ',', indian: true },
  { decimal: '.', group: '' },
  { decimal: ',', group: '' },
];

function groupDigits(digits: string, style: Style): string {
  if (!style.indian) return digits.replace(/\B(?=(\d{3})+$)/g, style.group);
  const head = digits.slice(0, -3);
  return head === '' ? digits : `${head.replace(/\B(?=(\d{2})+$)/g, ',')},${digits.slice(-3)}`;
}

/** Minor units written with two decimals. */
function format(cents: number, style: Style): string {
  const digits = String(cents).padStart(3, '0');
  return `${groupDigits(digits.slice(0, -2), style)}${style.decimal}${digits.slice(-2)}`;
}

const cents = fc.integer({ min: 0, max: 999_999_999_999 });
const style = fc.constantFrom(...STYLES);
const WRAPS: [string, string, string | null][] = [
  ['', ' EUR', 'EUR'],
  ['EUR ', '', 'EUR'],
  ['€', '', 'EUR'],
  ['', ' €', 'EUR'],
  ['CHF ', '', 'CHF'],
  ['US$', '', 'USD'],
  ['', ' zł', 'PLN'],
  ['RM', '', 'MYR'],
  ['Total ', '', null],
];

describe('an amount in any style', () => {
  it('is found, equal to the cent, with its currency', () => {
    fc.assert(
      fc.property(
        cents,
        style,
        fc.constantFrom(...WRAPS),
        fc.boolean(),
        (amount, form, [before, after, currency], negative) => {
          const text = `${before}${negative ? '-' : ''}${format(amount, form)}${after}`;
          const [money, ...rest] = findMoney(text);
          expect(rest).toEqual([]);
          expect(money?.value.currency).toBe(currency);
          // The nearest double of the printed decimal, never the outcome of arithmetic.
          const exact = Number(
            `${String(amount).padStart(3, '0').slice(0, -2)}.${String(amount).padStart(3, '0').slice(-2)}`,
          );
          expect(money?.value.amounts).toEqual([negative && exact !== 0 ? -exact : exact]);
        },
      ),
    );
  });

  it('is settled by the style when its separator is ambiguous', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999 }), fc.constantFrom('.', ','), (value, group) => {
        const [number] = findNumbers(groupDigits(String(value), { decimal: '.', group }));
        expect(applyNumberStyle(number!, group === '.' ? 'comma' : 'dot')).toBe(value);
        expect(applyNumberStyle(number!, group === '.' ? 'dot' : 'comma')).toBe(value / 1000);
      }),
    );
  });
});

const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ');
const MONTHS_DE = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const MONTHS_FR = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const MONTHS_PL =
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(' ');
const two = (n: number): string => String(n).padStart(2, '0');

const WRITERS: ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${two(d)}.${two(m)}.${y}`,
  (y, m, d) => `${d}/${m}/${y}`,
  (y, m, d) => `${two(d)} / ${two(m)} / ${y}`,
  (y, m, d) => `${d} ${MONTHS_EN[m - 1]} ${y}`,
  (y, m, d) => `${MONTHS_EN[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${two(d)}${MONTHS_EN[m - 1]!.slice(0, 3).toUpperCase()}${y}`,
  (y, m, d) => `${d}. ${MONTHS_DE[m - 1]} ${y}`,
  (y, m, d) => `le ${d === 1 ? '1er' : d} ${MONTHS_FR[m - 1]} ${y}`,
  (y, m, d) => `${d} ${MONTHS_PL[m - 1]} ${y} r.`,
  (y, m, d) => `${y}年${m}月${d}日`,
];

const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });

describe('a date in any form', () => {
  it('is found with the right day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...WRITERS), (date, write) => {
        const text = `on ${write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())}.`;
        const [mention, ...rest] = findDates(text);
        expect(rest).toEqual([]);
        const order = mention!.value.orders.includes('dmy') ? 'dmy' : mention!.value.order!;
        expect(applyDateOrder(mention!, order).iso).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });

  it('is found with two digits of the year and month first', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const [mention] = findDates(`${m}/${d}/${two(y % 100)}`);
        expect(applyDateOrder(mention!, 'mdy').iso).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});

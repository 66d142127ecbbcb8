// What an odd sender does with its numbers and dates: prints them bare, under words of its own, or beside others that look as good.

import { addDays } from '../format.ts';
import type { Random } from '../random.ts';
import type { TotalKey, Variants, Words } from '../words/words.ts';
import type { Deal } from './deal.ts';
import type { Manner } from './manner.ts';
import { type DrawnPair, drawNumber } from './pairs.ts';
import type { Oddity } from './sender.ts';

/** Words of house forms, of no language. The first letter keeps two fields of one sender apart. */
const OWN_WORDS: Readonly<Record<string, Variants>> = {
  number: ['Sig.', 'Kz. 1', 'Z-Ref', 'Ident', 'Box 3', 'Reg-X'],
  issueDate: ['D1', 'Box 4', 'Stamp', 'Per', 'T/J', 'Dat-A'],
  dueDate: ['D2', 'Box 5', 'Val.', 'F-Tag', 'Dat-B'],
  deliveryDate: ['D3', 'Box 6', 'Lfd.', 'Dat-C'],
  purchaseOrderNumber: ['Kz. 2', 'Y-Ref', 'Box 7', 'Reg-Y'],
  customerNumber: ['Kz. 3', 'Acc.', 'Box 8', 'Reg-K'],
};
const OWN_SUMS: Readonly<Partial<Record<TotalKey, Variants>>> = {
  grossTotal: ['Z 9', 'Endwert', 'Box 20', 'S.E.&O.'],
  netTotal: ['Z 7', 'Box 18', 'Zw.'],
};

/** Words that stand in place of the usual ones, for a manner to use. */
export function ownSums(words: Words, oddity: Oddity, habits: Random): ReadonlyMap<Variants, string> {
  if (oddity !== 'own-words') return new Map();
  return new Map(
    Object.entries(OWN_SUMS).map(([key, own]) => [words.totals[key as TotalKey], habits.fork(key).pick(own)]),
  );
}

interface Ways {
  oddity: Oddity;
  habits: Random;
  /** Of the one document. */
  random: Random;
  deal: Deal;
  manner: Manner;
}

/** The pairs of a document as its sender prints them. */
export function makeOdd(pairs: readonly DrawnPair[], { oddity, habits, random, deal, manner }: Ways): DrawnPair[] {
  if (oddity === 'none') return [...pairs];
  const isOwn = (key: string): boolean => key === 'number' || key === 'issueDate';
  if (oddity === 'unlabelled') return pairs.map((pair) => (isOwn(pair.key) ? { ...pair, loose: true } : pair));
  const renamed = pairs.map((pair) => {
    const own = OWN_WORDS[pair.key];
    if (!own || (oddity === 'rivals' && !isOwn(pair.key))) return pair;
    return { ...pair, label: habits.fork(pair.key).pick(own) };
  });
  return oddity === 'own-words' ? renamed : [...rivalsOf(pairs, { random, habits, deal, manner }), ...renamed];
}

/** Another number and another date, under the words that usually mean the document's. */
function rivalsOf(pairs: readonly DrawnPair[], { random, habits, deal, manner }: Omit<Ways, 'oddity'>): DrawnPair[] {
  const before = addDays(deal.issueDate, -random.int(1, 9));
  return pairs.flatMap((pair): DrawnPair[] => {
    if (pair.key === 'number') {
      const text = drawNumber(random, deal.type, before, habits.fork('rival'));
      return [{ key: 'other', label: pair.label, text, facts: [] }];
    }
    if (pair.key === 'issueDate') return [{ key: 'other', label: pair.label, text: manner.date(before), facts: [] }];
    return [];
  });
}

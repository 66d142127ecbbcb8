// What a labelled amount on a receipt is: total, subtotal, tax, cash, change … read from the words of its label together.

import { remember } from '../../../../recognize/remember.ts';
import { labelWordsOf } from './ocr-words.ts';
import { type LabelPart, labelShapes } from './words.ts';

export type AmountKind =
  | 'total'
  | 'subtotal'
  | 'tax'
  | 'tip'
  | 'service'
  | 'rounding'
  | 'cash'
  | 'card'
  | 'change'
  | 'discount'
  | 'count'
  | 'base';

export interface AmountLabel {
  kind: AmountKind;
  /** Log-odds that the words mean this kind. */
  strength: number;
  /** The same words may mean this as well: "total includes GST". */
  also?: AmountKind;
}

const MOST_WORDS = 9;

/** Reads a label; undefined when its words say nothing about an amount's role. */
export const readAmountLabel: (text: string) => AmountLabel | undefined = remember(readLabel);

function readLabel(text: string): AmountLabel | undefined {
  const words = labelWordsOf(text.replace(/\bsub[\s-]+(?=t[o0]t)/iu, 'sub').replace(/\bt[\s.]?t?[\s.]?l\b/iu, 'ttl'));
  const letters = words.filter((word) => /\p{L}{2}/u.test(word));
  if (letters.length === 0 || letters.length > MOST_WORDS) return undefined;
  const said = new Set<LabelPart>();
  let strangers = 0;
  for (const word of letters) {
    if (FILLER.has(word)) continue;
    const parts = bestPartsOf(word);
    if (parts.length === 0) strangers++;
    for (const part of parts) said.add(part);
  }
  const label = kindOf(said, letters);
  if (!label || strangers > 3) return undefined;
  return { ...label, strength: label.strength - 0.45 * strangers };
}

/** A word that is itself in one list is not also a misprint of a word in another: "change" and "charge". */
function bestPartsOf(word: string): LabelPart[] {
  const fits = labelShapes.find(word);
  const best = Math.max(0, ...fits.values());
  return [...fits].flatMap(([part, fit]) => (fit === best ? [part] : []));
}

/** All that the words of a text could say, were they labels; more than `readAmountLabel` will make of them. */
export function partsSaidIn(text: string): LabelPart[] {
  return labelWordsOf(text).flatMap((word) => {
    const bare = word.replace(/^[\d$!|]+/, '');
    const whole = [...labelShapes.find(word).keys()];
    return bare === word ? whole : [...whole, ...labelShapes.find(bare).keys()];
  });
}

const FILLER = new Set(
  'rm myr eur usd sgd gbp chf inr pln czk sek dkk nok aud cad idr php thb euro of the to in for your all by de la el le les du des der die das zu den und and e y et te a al da do per on at code ti s no mode type at sr zrl zr zp me now today order cui'.split(
    ' ',
  ),
);

function kindOf(said: ReadonlySet<LabelPart>, letters: readonly string[]): AmountLabel | undefined {
  const says = (part: LabelPart): boolean => said.has(part);
  const total = letters.some((word) => TOTAL_WORD.has(word)) || (says('sum') && !says('amount'));
  if (says('summary')) return undefined;
  if (says('change') && !says('charge')) return { kind: 'change', strength: 1.5 };
  if (says('rounded') && (total || says('net'))) return { kind: 'total', strength: 2.2 };
  if (says('rounding') && !(total && says('inclusive'))) return { kind: 'rounding', strength: 1.5 };
  if (says('sub')) return { kind: 'subtotal', strength: 1.8 };
  if (says('tip')) return { kind: 'tip', strength: 1.5 };
  if (says('service') && (says('charge') || !says('sum'))) return { kind: 'service', strength: 1 };
  if (says('discount')) return { kind: 'discount', strength: 1 };
  if (says('count') && !says('inclusive') && !says('due')) return { kind: 'count', strength: 1 };
  if (says('tax')) return taxKind(says, total);
  if (says('base')) return { kind: 'base', strength: 1 };
  if (says('exclusive')) return says('sum') ? { kind: 'subtotal', strength: 1.2 } : undefined;
  if (says('due') && (says('sum') || says('deposit') || letters.length <= 2)) return { kind: 'total', strength: 1.9 };
  if (says('cash') || (says('paid') && !total)) return { kind: 'cash', strength: says('cash') ? 1.4 : 1 };
  if (says('card')) return total ? { kind: 'total', strength: 0.8, also: 'card' } : { kind: 'card', strength: 1.2 };
  if (says('deposit')) return { kind: 'total', strength: -0.6 };
  if (says('grand') && says('sum')) return { kind: 'total', strength: 2.4 };
  if (says('net'))
    return says('sum') ? { kind: 'total', strength: 0.9, also: 'subtotal' } : { kind: 'subtotal', strength: 0.6 };
  if (total) return { kind: 'total', strength: says('inclusive') ? 2 : 1.9 };
  return says('amount') ? { kind: 'total', strength: 0.5 } : undefined;
}

const TOTAL_WORD = new Set(
  'total totaal totale summe gesamt razem suma ttl jumlah gesamtbetrag montant somme'.split(' '),
);

function taxKind(says: (part: LabelPart) => boolean, total: boolean): AmountLabel | undefined {
  if (says('base')) return { kind: 'base', strength: 1 };
  if (says('includes')) return { kind: 'tax', strength: 0.9, ...(total ? { also: 'total' as const } : {}) };
  if (says('exclusive') && says('sum')) return { kind: 'subtotal', strength: 1.3 };
  if (says('net') && says('sum')) return { kind: 'subtotal', strength: 0.9 };
  if (says('inclusive') && says('sum')) return { kind: 'total', strength: total ? 1.7 : 1.2, also: 'tax' };
  if (says('inclusive')) return { kind: 'tax', strength: 0.8 };
  return { kind: 'tax', strength: 1.3 };
}

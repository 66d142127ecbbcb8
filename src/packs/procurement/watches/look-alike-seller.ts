// A name that is nearly that of a known supplier, and is not that supplier.

import { editDistance } from '../../../document/edit-distance.ts';
import { textOf } from '../../../match/features/values.ts';
import { defineWatch, type EarlierRecord, type WatchedRecord } from '../../../match/watch-spec.ts';
import { billed, ibanOf, lookAlikes, skeletonOf, supplierName, suppliers, vatIdOf } from './supplier-keys.ts';

/** A supplier is known from so many papers on. */
const KNOWN_FROM = 2;
const SHORTEST = 5;
const MOST_REASONS = 3;

export const lookAlikeSeller = defineWatch({
  id: 'procurement/look-alike-seller',
  title: 'A seller that looks like a known supplier',
  version: '1',
  severity: 'warning',
  types: billed,
  reads: ['seller.vatId', 'seller.name', 'seller.iban', 'seller.email', 'number'],
  keys: [suppliers, lookAlikes],
  judge(record, earlier) {
    const name = supplierName(record);
    if (!name || earlier.some((other) => isSame(record, other))) return undefined;
    const bySupplier = Map.groupBy(
      earlier.filter((other) => !other.suspected && looksLike(name, supplierName(other))),
      (other) => supplierName(other)!,
    );
    const [known] = [...bySupplier.values()]
      .filter((papers) => papers.length >= KNOWN_FROM)
      .sort((a, b) => b.length - a.length);
    if (!known) return undefined;
    const [own, theirs] = [textOf(record, ['seller.name'])!, textOf(known[0]!, ['seller.name'])!];
    return {
      path: 'seller.name',
      message:
        own === theirs
          ? `“${own}” has other ids than the supplier of this name in ${known.length} earlier papers.`
          : `“${own}” looks like the supplier “${theirs}” of ${known.length} earlier papers, and is not the same.`,
      reasons: known.slice(0, MOST_REASONS).map((other) => ({
        text: [
          `${textOf(other, ['number']) ?? 'A paper'}: “${textOf(other, ['seller.name'])}”`,
          vatIdOf(other),
          ibanOf(other),
        ]
          .filter((part) => part !== undefined)
          .join(', '),
        record: other.id,
      })),
      basis: `${name} ${vatIdOf(record) ?? ''} ${skeletonOf(theirs)}`,
    };
  },
});

/** Something that only the supplier itself has is the same. */
function isSame(record: WatchedRecord, other: EarlierRecord): boolean {
  const [vatId, otherVat] = [vatIdOf(record), vatIdOf(other)];
  if (vatId && otherVat) return vatId === otherVat;
  const [iban, otherIban] = [ibanOf(record), ibanOf(other)];
  if (iban && otherIban && iban === otherIban) return true;
  return supplierName(record) === supplierName(other);
}

/** Not by one word more or less, which is a branch or a sister, but by letters that the eye takes for others, or one or two typed otherwise. */
export function looksLike(name: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  if (name === other) return true;
  const [a, b] = [skeletonOf(name), skeletonOf(other)];
  if (Math.min(a.length, b.length) < SHORTEST) return a === b;
  // A number tells branches apart.
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  const most = a.length >= 10 ? 2 : 1;
  return editDistance(a, b, most) <= most;
}

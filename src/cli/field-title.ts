// Field paths as a reader would say them: `seller.vatId` → group "Seller", title "VAT id".

const WORDS: Readonly<Record<string, string>> = {
  vat: 'VAT',
  iban: 'IBAN',
  bic: 'BIC',
  gtin: 'GTIN',
  sku: 'SKU',
  rfq: 'RFQ',
  url: 'URL',
  id: 'id',
};

export interface FieldName {
  /** '' for a field of the document itself. */
  group: string;
  title: string;
}

export function fieldNameOf(path: string): FieldName {
  const dot = path.lastIndexOf('.');
  if (dot < 0) {
    const item = /^(.*)\[(\d+)\]$/.exec(path);
    return item
      ? { group: '', title: `${wordsOf(item[1]!)} ${Number(item[2]) + 1}` }
      : { group: '', title: wordsOf(path) };
  }
  const group = path
    .slice(0, dot)
    .split('.')
    .map((part) => {
      const item = /^(.*)\[(\d+)\]$/.exec(part);
      return item ? `${wordsOf(singular(item[1]!))} ${Number(item[2]) + 1}` : wordsOf(part);
    })
    .join(', ');
  return { group, title: wordsOf(path.slice(dot + 1)) };
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('xes')) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** camelCase or snake_case → words, the first with a capital. */
export function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .map((word) => word.toLowerCase());
  const said = words.map((word) => WORDS[word] ?? word).join(' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

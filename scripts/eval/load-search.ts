// Test collections for ranking: documents, queries and which documents were judged relevant to which query.

import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface SearchCollection {
  name: string;
  documents: { id: string; title: string; text: string }[];
  queries: { id: string; text: string; relevant: ReadonlySet<string> }[];
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** 1 400 abstracts of aerodynamics, 225 queries. Judgements number the queries by their place, not by what stands in <num>. */
export function loadCranfield(data: string): SearchCollection {
  const folder = path.join(data, 'search', 'cranfield');
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const part = (xml: string, tag: string): string =>
    squeeze(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(xml)?.[1] ?? '');
  const documents = [...read('cran.all.1400.xml').matchAll(/<doc>([\s\S]*?)<\/doc>/g)].map(([, xml]) => ({
    id: part(xml!, 'docno'),
    title: part(xml!, 'title'),
    text: part(xml!, 'text'),
  }));
  const judged = relevantByQuery(
    read('cranqrel.trec.txt')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells.length === 4 && Number(cells[3]) > 0)
      .map((cells) => [cells[0]!, cells[2]!]),
  );
  const queries = [...read('cran.qry.xml').matchAll(/<top>([\s\S]*?)<\/top>/g)].map(([, xml], index) => ({
    id: String(index + 1),
    text: part(xml!, 'title'),
    relevant: judged.get(String(index + 1)) ?? new Set<string>(),
  }));
  return { name: 'cranfield', documents, queries };
}

/** 82 abstracts of information science, 35 queries. */
export function loadAdi(data: string): SearchCollection {
  const folder = path.join(data, 'search', 'adi');
  const entries = (name: string): Map<string, string>[] =>
    readFileSync(path.join(folder, name), 'utf8')
      .split(/^\.I /m)
      .slice(1)
      .map((entry) => {
        const [id, ...fields] = entry.split(/^\.([TAWB])[ \t]*$/m);
        const found = new Map([['I', squeeze(id!)]]);
        for (let at = 0; at + 1 < fields.length; at += 2) found.set(fields[at]!, squeeze(fields[at + 1]!));
        return found;
      });
  const judged = relevantByQuery(
    readFileSync(path.join(folder, 'ADI.REL'), 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells.length >= 2)
      .map((cells) => [cells[0]!, cells[1]!]),
  );
  return {
    name: 'adi',
    documents: entries('ADI.ALL').map((entry) => ({
      id: entry.get('I')!,
      title: entry.get('T') ?? '',
      text: entry.get('W') ?? '',
    })),
    queries: entries('ADI.QRY').map((entry) => ({
      id: entry.get('I')!,
      text: entry.get('W') ?? '',
      relevant: judged.get(entry.get('I')!) ?? new Set<string>(),
    })),
  };
}

function relevantByQuery(pairs: readonly (readonly [string, string])[] | string[][]): Map<string, Set<string>> {
  const judged = new Map<string, Set<string>>();
  for (const [query, document] of pairs) {
    const found = judged.get(query!) ?? new Set<string>();
    judged.set(query!, found.add(document!));
  }
  return judged;
}

/** Binary gain: a judged document counts 1, any other 0; the ideal order has all judged ones first. */
export function ndcgAt10(ranking: readonly string[], relevant: ReadonlySet<string>): number {
  const discount = (place: number): number => 1 / Math.log2(place + 2);
  const gained = ranking.slice(0, 10).reduce((sum, id, place) => sum + (relevant.has(id) ? discount(place) : 0), 0);
  let ideal = 0;
  for (let place = 0; place < Math.min(10, relevant.size); place += 1) ideal += discount(place);
  return ideal === 0 ? 0 : gained / ideal;
}

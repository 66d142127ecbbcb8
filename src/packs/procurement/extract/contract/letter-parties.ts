// Letter agreements: the letterhead and the addressee above "Dear …" or "Ladies and Gentlemen".

import type { ContractText } from './contract-text.ts';
import type { NamedParty } from './party-clause.ts';
import { readNameAt } from './party-name.ts';

const SALUTATION =
  /^(?:dear\b|ladies\s+and\s+gentlemen|gentlem[ea]n|to\s+whom|sehr\s+geehrte|madame|monsieur|mesdames|messieurs|estimad|muy\s+señor|egregi|gentil[ei]|spett|caro|exm|prezad|geacht|beste\s)/i;
const SEARCHED = 90;
const SKIPPED = /^(?:attention|attn|c\/o|with a copy|cc:|re:|tel|fax|phone|www\.|exhibit|ex-)/i;

export interface Letter {
  parties: NamedParty[];
  /** Offset of the salutation. */
  salutation: number;
}

/** Companies (and persons, when no company is addressed) in the head of a letter; undefined when there is no salutation. */
export function findLetter(view: ContractText): Letter | undefined {
  const at = view.lines
    .slice(0, SEARCHED)
    .findIndex((line) => SALUTATION.test(line.text.trim()) && line.text.length < 90);
  if (at < 0) return undefined;
  const parties: NamedParty[] = [];
  const persons: NamedParty[] = [];
  const from = Math.max(0, at - 34);
  for (let i = from; i < at; i++) {
    const { text } = view.lines[i]!;
    if (SKIPPED.test(text.trim()) || text.length > 90) continue;
    const body = text.replace(/^\s*(?:to|an|à|a|aan)\s*:\s*/i, '');
    const name = readNameAt(body, 0);
    if (!name || name.start > 30 || body.slice(name.end).replace(/[\s.,\d]+/g, '').length > 2) continue;
    const start = view.offsets[i]! + text.length - body.length + name.start;
    const party = { ...name, start, end: start + name.end - name.start };
    if (name.kind === 'company' && name.certainty >= 0.9) parties.push(party);
    else if (name.kind === 'person' && name.certainty >= 0.5) persons.push(party);
  }
  return { parties: parties.length > 0 ? parties : persons.slice(-1), salutation: view.offsets[at]! };
}

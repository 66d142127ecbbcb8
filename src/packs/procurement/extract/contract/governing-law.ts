// Whose law governs and whose courts decide. The state in which a party is incorporated is neither.

import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import { findJurisdictions, type JurisdictionMention } from '../../../../recognize/places.ts';
import { type ContractText, contractText } from './contract-text.ts';
import { makeCandidate } from './make-candidate.ts';

/** Words near which a clause on law or courts can stand; everything else is not looked at. */
const TRIGGER =
  /\b(?:govern(?:ed|ing|s)?|constru(?:ed|ction)|interpreted|applicable\s+law|choice\s+of\s+law|laws?\s+of|law\s+shall|courts?\s+(?:of|in|located|sitting|situated)|jurisdiction|venue|recht|rechts?wahl|gerichtsstand|anwendbar\w*|unterliegt|droit|loi|tribunaux|tribunal(?:es|e)?|foro|ley|leyes|legislaci[oó]n|legislação|legge|leis?|rege|diritto|regid[ao]|regi(?:rá|to|do)|soumise?|régie?|wet|toepasselijk|rechtbank|rechter)\b/giu;
const BEFORE = 130;
const AFTER = 260;
const MOST_WINDOWS = 120;

const GOVERNS =
  /govern|constru|interpret|enforce(?:d|ment)|subject\s+to\s+the\s+laws?|applies\s+to\s+this|applicable\s+law|choice\s+of\s+law|unterliegt|gilt|anwendbar|findet|soumis|régi|rig[ei]|regir|disciplinat|regolat|beheerst|toepasselijk|toepassing|aplicable|aplicável|applicabile|applicable/i;
const INCORPORATED =
  /(?:organi[sz]ed|existing|incorporated|formed|duly\s+registered|registered|constituted|established|chartered|good\s+standing|qualified|licensed|gegründet|constituée?|constituida|costituita|opgericht)\b[^.;]{0,60}$/i;
const PATENT =
  /(?:patent|copyright|trade\s?mark|securities|tax|bankruptcy|labor|antitrust|export|trade\s+secrets?)\b[^.;]{0,40}$/i;
const COURT_WORDS = /court|venue|jurisdiction|gericht|tribuna|foro|rechtbank|rechter|juzgado/i;

export const contractLaw: Extractor = {
  id: 'contract/governing-law',
  writes: ['governingLaw', 'jurisdiction'],
  extract: (reading) => {
    const view = contractText(reading);
    return lawCandidates(view);
  },
};

function lawCandidates(view: ContractText): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [from, to] of windowsOf(view.text)) {
    const window = view.text.slice(from, to).replace(/\n/g, ' ');
    for (const mention of findJurisdictions(window)) {
      const signals = judge(window, mention);
      if (!signals) continue;
      const start = from + mention.start;
      const end = from + mention.end;
      const found = { value: plainPlace(mention.value), start, end, source: `contract/${signals.kind}-clause` };
      if (signals.kind === 'law')
        candidates.push(makeCandidate(view, { ...found, path: 'governingLaw', signals: signals.parts }));
      candidates.push(makeCandidate(view, { ...found, path: 'jurisdiction', signals: signals.parts }));
    }
  }
  return candidates;
}

/** "Taiwan, Province of China" → "Taiwan": a place is named as contracts print it. */
function plainPlace(name: string): string {
  return name.replace(/,.*$/, '');
}

function windowsOf(text: string): [number, number][] {
  const windows: [number, number][] = [];
  for (const match of text.matchAll(TRIGGER)) {
    const from = Math.max(0, match.index - BEFORE);
    const to = Math.min(text.length, match.index + match[0].length + AFTER);
    const last = windows.at(-1);
    if (last && from <= last[1] && to - last[0] < 2_400) last[1] = to;
    else if (windows.length < MOST_WINDOWS) windows.push([Math.max(from, last?.[1] ?? 0), to]);
  }
  return windows;
}

function judge(
  window: string,
  mention: JurisdictionMention,
): { kind: 'law' | 'court'; parts: Record<string, number> } | undefined {
  const before = window.slice(Math.max(0, mention.start - 230), mention.start);
  const sentence = before.slice(before.search(/[^.;]*$/));
  const near = sentence.slice(-110);
  const after = window.slice(mention.end, mention.end + 110);
  if (INCORPORATED.test(near)) return undefined;
  if (mention.context === 'law') {
    const governs =
      GOVERNS.test(sentence) || /^[^.;]{0,90}\b(?:govern|appl(?:y|ies)|control|gilt|anwend|applic)/i.test(after);
    if (PATENT.test(near) && !governs) return undefined;
    const excluded = /(?:conflicts?|other\s+than|excluding|ausschluss|exclusion)[^.;]{0,50}$/i.test(near);
    // Federal law stands beside the law of a state, which is the more exact answer.
    const federal = mention.code === 'US' ? -1.2 : 0;
    return { kind: 'law', parts: { clause: governs ? 2.6 : 0.4, excluded: excluded ? -2.5 : 0, federal } };
  }
  if (mention.context === 'incorporation') return undefined;
  const court = COURT_WORDS.test(near);
  if (!court || PATENT.test(near)) return undefined;
  const exclusive = /exclusive|submit|consent|ausschlie|gerichtsstand|competent|compétent|competen/i.test(sentence);
  const parts = {
    clause: mention.context === 'court' || mention.context === 'state-of' ? 0.7 : 0.1,
    exclusive: exclusive ? 0.4 : 0,
  };
  return { kind: 'court', parts: mention.code === 'US' ? { ...parts, federal: -1.2 } : parts };
}

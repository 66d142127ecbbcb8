// What a posting that was read off pages says on top: its title, who hires, and a line of facts.

import { companyNameScore } from '../../../../recognize/company-names.ts';
import { findEmails } from '../../../../recognize/emails.ts';
import { bareTitle, GENDER_MARK, OFFERS, titleScore } from '../locales/title-words.ts';
import { type PostingItem, partOf } from '../text/posting-item.ts';
import { sectionTitleOf } from '../text/section-title.ts';
import { type Found, foundIn } from './found.ts';
import { placesScore } from './location.ts';
import { labelledFact, readEmployment, readFact, readFactLine, readLevel, readPlace } from './read-facts.ts';

const HEAD_ITEMS = 14;

export function readHead(items: readonly PostingItem[]): Found[] {
  const head = items.slice(0, Math.max(4, Math.min(HEAD_ITEMS, firstSection(items))));
  const labelled = items.slice(0, 60).flatMap((item) => labelledFact(item) ?? []);
  const title = pickTitle(head, labelled);
  const found = labelled.flatMap(({ kind, value }) => readFact(kind, value, 0.92));
  if (title) found.push(...readTitle(title));
  const place = title?.at ?? -1;
  for (const [i, item] of head.entries()) {
    if (i === place || labelledFact(item) || sectionTitleOf(item.text)) continue;
    const [first, separator] = firstPiece(item.text);
    const named = separator === ',' && placesScore(first) < 0.7 && Math.abs(i - place) === 1;
    if (Math.abs(i - Math.max(0, place)) <= 5 && !named) found.push(...readFactLine(item));
  }
  return [...found, ...readCompany(items, head, title), ...readApplication(items)];
}

const firstSection = (items: readonly PostingItem[]): number => {
  const at = items.findIndex((item, i) => i > 0 && !item.bullet && sectionTitleOf(item.text) !== undefined);
  return at < 0 ? HEAD_ITEMS : at;
};

interface Title {
  item: PostingItem;
  sure: number;
  /** Which item of the head it is; absent where a label names it. */
  at?: number;
  /** The place that its sentence names behind it. */
  where?: PostingItem;
}

function pickTitle(
  head: readonly PostingItem[],
  labelled: readonly { kind: string; value: PostingItem }[],
): Title | undefined {
  const named = labelled.find(({ kind }) => kind === 'title');
  let best: Title | undefined = named
    ? { item: named.value, sure: Math.max(0.85, titleScore(named.value.text)) }
    : undefined;
  for (const [i, item] of head.entries()) {
    if (item.bullet || labelledFact(item) || sectionTitleOf(item.text)) continue;
    const heading =
      /^(?:job (?:title|opening|posting|ad)|vacancy|stellenanzeige|stellenangebot|stellenausschreibung|we(?:['’]re| are) hiring|now hiring|offre d['’]emploi|oferta de empleo|vacature|wir suchen|zum nächstmöglichen zeitpunkt)[:!]?\s*/iu.exec(
        item.text,
      );
    const own = heading && heading[0].length < item.text.length ? partOf(item, heading[0].length) : item;
    const set = item.title >= 0.7 ? 0.12 : 0;
    const sure = Math.min(0.97, titleScore(own.text) * (1 - 0.03 * i) + set);
    if (sure >= 0.45 && sure > (best?.sure ?? 0)) best = { item: own, sure, at: i };
  }
  return best ?? proseTitle(head);
}

function proseTitle(head: readonly PostingItem[]): Title | undefined {
  for (const item of head) {
    const match = OFFERS.exec(item.text);
    if (!match) continue;
    const from = match.index + match[0].length;
    const rest = item.text.slice(from);
    const stop =
      /(?:\s+(?:to|who|for|in|at|with|based|on|für|im|am|mit|pour|para|voor|per|dla|zur|zum|join(?:ing)?)\s)|[.,;!(]/iu.exec(
        rest,
      );
    const mark = GENDER_MARK.exec(rest);
    const end = mark && mark.index < 90 ? mark.index + mark[0].length : (stop?.index ?? Math.min(rest.length, 80));
    const own = partOf(item, from, from + end);
    const sure = 0.85 * titleScore(own.text);
    if (sure < 0.25) continue;
    const behind =
      /^[\s)]*(?:,? (?:in|for our|based in|à|en|für unseren standort|w) )(\p{Lu}[\p{L}\p{M}' -]*?)(?=[.,;!]|$| (?:who|to|with|mit|der|die|and|und)(?!\p{L}))/u.exec(
        rest.slice(end),
      );
    const where = behind
      ? partOf(item, from + end + behind[0].length - behind[1]!.length, from + end + behind[0].length)
      : undefined;
    return { item: own, sure: Math.max(0.7, sure), ...(where ? { where } : {}) };
  }
  return undefined;
}

function readTitle({ item, sure, where }: Title): Found[] {
  const { text } = item;
  const found: Found[] = where ? readPlace(where, 0.75) : [];
  // "Backend Engineer at Acme", "… in Berlin", "… – Munich, Germany".
  const mark = GENDER_MARK.exec(text);
  let end = text.length;
  const at = /\s+(?:at|@|bei(?: der)?|chez)\s+(?=\p{Lu})/u.exec(text);
  if (at && at.index > 3) {
    end = at.index;
    const rest = text.slice(at.index + at[0].length);
    const stop = /\s+(?:in|[-–|(])\s?/u.exec(rest)?.index ?? rest.length;
    const from = at.index + at[0].length;
    found.push(foundIn('hiringOrganization.name', item, { start: from, end: from + stop, source: 'title', sure: 0.8 }));
  }
  const behind = /\s+(?:in|à|en|w)\s+(?=\p{Lu})|\s+[-–—|]\s+|,\s+(?=\p{Lu})/gu;
  for (const match of text.slice(0, end).matchAll(behind)) {
    const from = match.index + match[0].length;
    const rest = partOf(item, from, end);
    const score = placesScore(rest.text.replace(GENDER_MARK, ''));
    const named = /in|à|en/u.test(match[0]) && mark !== null && match.index >= mark.index;
    if (match.index < 4 || (score < 0.7 && !(named && score > 0.2))) continue;
    found.push(...readPlace(rest, score >= 0.7 ? 0.85 : 0.7));
    end = match.index;
    break;
  }
  const value = bareTitle(text.slice(0, end));
  if (value !== '') found.push(foundIn('title', item, { value, start: 0, end, source: 'title', sure }));
  const named = readEmployment(partOf(item, 0, end), 0.8).filter(
    ({ value: type }) => type === 'INTERN' || type === 'APPRENTICE',
  );
  return [...found, ...readLevel(partOf(item, 0, end), 0.85), ...named];
}

const HIRES =
  /^(?:(?:[Aa]bout|[Aa]t|[Jj]oin|[Üü]ber|[Bb]ei|[Dd]er|[Dd]ie|[Dd]as|[Tt]he) )?(?<name>\p{Lu}[\p{L}\p{N}&.'’+-]*(?: (?:&|und|and|de|of|zur|zum|am|an der|für|der|des|du|la|le|\p{Lu}[\p{L}\p{N}&.'’+-]*)){0,6}?)(?: in (?<place>\p{Lu}[\p{L}-]+))?,? (?:is|are|sucht|ist|recrute|recherche|busca|zoekt|cerca|provides|builds|helps|develops|makes|operates|runs|sells|was founded|entwickelt|bietet|steht|gehört|zählt|est|es|désire)(?!\p{L})/u;
const NO_NAME =
  /^(?:we|our|the|this|you|your|it|he|she|there|wir|sie|unser|unsere|das|die|der|du|es|nous|notre|as|in|at|what|who|job|position|role|team|company|candidate|applicants?|experience|salary|work|all|if|remote|location|no|please|equal)$/iu;

function readCompany(items: readonly PostingItem[], head: readonly PostingItem[], title: Title | undefined): Found[] {
  const found: Found[] = [];
  const offer = (item: PostingItem, start: number, end: number, sure: number, source: string): void => {
    const name = item.text.slice(start, end).replace(/[.,:;!?\s]+$/u, '');
    if (name.length < 2 || name.length > 70 || NO_NAME.test(name) || titleScore(name) >= 0.6) return;
    found.push(foundIn('hiringOrganization.name', item, { start, end: start + name.length, source, sure }));
  };
  for (const [i, item] of items.slice(0, 120).entries()) {
    const about =
      /^(?:about|über(?: die| das| den)?|à propos d['’e]\s?|sobre|over|why(?: join)?|life at|working at|warum|das ist die) (?=\p{Lu})/iu.exec(
        item.text,
      );
    if (
      about &&
      item.text.length <= 70 &&
      !/^(?:about|über|sobre|over) (?:us|you|the|this|uns|dich|sie|die stelle|ons|our)(?!\p{L})/iu.test(item.text)
    )
      offer(item, about[0].length, item.text.length, 0.75, 'about-title');
    if (item.bullet || i > 40) continue;
    const hires = HIRES.exec(item.text);
    if (hires?.groups) {
      const start = item.text.indexOf(hires.groups.name!);
      offer(item, start, start + hires.groups.name!.length, i < 12 ? 0.72 : 0.55, 'says-of-itself');
      const { place } = hires.groups;
      if (place && i < 12) {
        const at = item.text.indexOf(` ${place}`, start) + 1;
        found.push(...readPlace(partOf(item, at, at + place.length), 0.7));
      }
    }
    const at =
      /(?<!\p{L})(?:at|join|bei(?: der)?|chez)\s+(\p{Lu}[\p{L}\p{N}&.'’+-]*(?: \p{Lu}[\p{L}\p{N}&.'’+-]*){0,3})(?=,? (?:we|as|you|wir|in|and|to|our|is|where|,)|[,.!:]|$)/u.exec(
        item.text,
      );
    if (at && i < 20) {
      const start = at.index + at[0].length - at[1]!.length;
      offer(item, start, start + at[1]!.length, 0.5, 'at');
    }
  }
  for (const [i, item] of head.entries()) {
    if (i === title?.at || item.bullet || item.text.length > 90 || labelledFact(item) || sectionTitleOf(item.text))
      continue;
    const near = title?.at !== undefined && Math.abs(i - title.at) === 1;
    const [first, separator, rest] = firstPiece(item.text);
    const whole = separator === '';
    if (/\d|[!?:]/.test(first) || titleScore(first) >= 0.5 || placesScore(first) >= 0.7 || FACT.test(first)) continue;
    const score = companyNameScore(first);
    const sure = Math.min(0.85, (score >= 0.5 ? 0.5 + 0.35 * score : 0.45) + (near ? 0.15 : 0) + (whole ? 0 : 0.06));
    offer(item, 0, first.length, sure, 'name-on-top');
    // "Acme Foods, Denver, Colorado": what stands behind the name is where.
    if (!whole && /,/.test(separator) && near && rest) {
      const from = item.text.indexOf(rest, first.length);
      found.push(...readPlace(partOf(item, from), Math.max(0.62, 0.8 * placesScore(rest) + 0.1)));
    }
  }
  return found;
}

const FACT =
  /(?<!\p{L})(?:remote|hybrid|full[- ]?time|part[- ]?time|vollzeit|teilzeit|contract|internship|permanent|salary|apply|posted|deadline|location|befristet|unbefristet|cdi|cdd)(?!\p{L})/iu;

/** The name before the first separator; a comma counts where more than a region follows it. */
function firstPiece(text: string): [first: string, separator: string, rest: string] {
  const strong = /\s+[|•·‧–—-]\s+|\s*[|•·]\s*/u.exec(text);
  if (strong && strong.index > 1)
    return [text.slice(0, strong.index), strong[0], text.slice(strong.index + strong[0].length)];
  const parts = text.split(/,\s*/);
  const legal = /^(?:inc|llc|ltd|corp|co)\.?$/iu.test(parts[1] ?? '');
  if (parts.length < 2 || legal) return [text, '', ''];
  // "Boston, Massachusetts, USA" is a place as a whole, "Lisbon, Portugal" too.
  if (parts.length === 2 && placesScore(text) >= 0.7) return [text, '', ''];
  if (parts.length > 2 && placesScore(parts.slice(0, 2).join(', ')) >= 0.7) return [text, '', ''];
  return [parts[0]!, ',', parts.slice(1).join(', ')];
}

function readApplication(items: readonly PostingItem[]): Found[] {
  for (const item of items.slice(-25)) {
    const mail = findEmails(item.text)[0];
    if (
      mail &&
      /appl|cv|resume|résumé|send|career|job|bewerb|senden|hr@|recruit|candidat|envo|postul|solli/iu.test(item.text)
    )
      return [
        foundIn('applicationContact.email', item, {
          value: mail.value,
          start: mail.start,
          end: mail.end,
          source: 'application',
          sure: 0.85,
        }),
      ];
  }
  return [];
}

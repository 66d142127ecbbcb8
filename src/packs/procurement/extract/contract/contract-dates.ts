// Dates of a contract by what the words around them say: effective, signed, expiring. Dates of other agreements are left alone.

import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import type { Reading } from '../../../../pipeline/reading.ts';
import { applyDateOrder } from '../../../../recognize/date-order.ts';
import { type DateMention, findDates } from '../../../../recognize/dates.ts';
import { type ContractText, contractText } from './contract-text.ts';
import { findLetter } from './letter-parties.ts';
import { makeCandidate, sentenceAround } from './make-candidate.ts';

export const contractDates: Extractor = {
  id: 'contract/dates',
  writes: ['effectiveDate', 'executionDate', 'expirationDate'],
  extract: (reading) => dateCandidates(reading, contractText(reading)),
};

const EFFECTIVE =
  /(?:effective(?:\s+(?:as\s+of|as\s+from|on|from|date|for\s+all\s+purposes|this))*|take\s+effect(?:\s+on)?|commenc\w+\s+(?:on|as\s+of)|comes?\s+into\s+(?:force|effect)(?:\s+on)?|with\s+effect\s+(?:from|as\s+of)|beginning\s+(?:on|as\s+of)|start(?:s|ing)?\s+(?:on|date)|mit\s+wirkung\s+(?:vom|zum|ab)|tritt\s+(?:am|zum|mit)|vertragsbeginn|beginnt\s+am|ab\s+dem|à\s+compter\s+du|prend\s+effet\s+(?:le|à\s+compter\s+du)|entre(?:ra)?\s+en\s+vigueur\s+le|entrar?á?\s+en\s+vigor\s+(?:el|a\s+partir\s+del?)|con\s+efectos?\s+(?:de|desde|a\s+partir\s+del?)|a\s+partir\s+del?|con\s+decorrenza\s+dal|decorre\s+dal|entra\s+in\s+vigore\s+(?:il|dal)|data\s+di\s+decorrenza|entra\s+em\s+vigor\s+(?:em|a|no\s+dia)|com\s+início\s+em|ingaande\s+(?:op|per)?|treedt\s+in\s+werking\s+(?:op|per)|ingangsdatum|met\s+ingang\s+van)[\s:,"”“(]{0,4}(?:the\s+)?(?:date\s+of\s+)?(?:this\s+)?(?:dem\s+|den\s+|dia\s+|día\s+|de\s+|el\s+|del\s+|le\s+)?$/iu;
const EFFECTIVE_DEFINED =
  /^[\s,)]{0,3}\(?\s*(?:the\s+|this\s+|as\s+|hereinafter\s+|herein\s+|called\s+|referred\s+to\s+as\s+){0,4}["“”„«']{1,2}(?:the\s+)?(?:effective|commencement|start)\s+date/i;
const MEANS_EFFECTIVE =
  /["“”']?effective\s+date["“”']?\s*(?:shall\s+mean|means|is|shall\s+be|:)\s*(?:the\s+date\s+)?(?:as\s+of\s+)?$/i;
const MADE =
  /(?:dated?|made|entered\s+(?:in)?to|executed|signed|concluded|abgeschlossen|geschlossen|conclu[es]*|celebrad[oa]|firmad[oa]|stipulat[oa]|sottoscritt[oa]|gesloten|ondertekend|fait|is\s+being\s+entered\s+into)\b[^.;]{0,60}$/i;
const AS_OF = /(?:as\s+of|dated|on\s+this|this|vom|am|en\s+date\s+du|le|el|il|em|op|a)\s+(?:the\s+|den\s+)?$/i;
const OTHER_AGREEMENT =
  /(?:that\s+certain|pursuant\s+to|defined\s+in|set\s+forth\s+in|amend(?:ed|s|ment)\s+(?:to|of)|original|prior|previous|amended\s+and\s+restated\s+effective|letter\s+(?:to|from|dated)|certificate|patent|filed|invoice|notice\s+dated|supersed|merger\s+agreement|employment\s+agreement|formed\s+on|incorporated\s+on|born|act\s+of)\b[^.;]{0,110}$/i;
/** "a Rights Agreement, dated as of": the date is that agreement's, unless it is "this Agreement". */
const NAMED_OTHER =
  /(?:Agreement|Plan|Lease|Note|Contract|Amendment|Statement|Indenture|Order|Vertrag|Contrat|Contrato|Contratto|Overeenkomst)["”)]{0,3},?\s+(?:\([^()]{0,60}\),?\s+)?(?:(?:was|is|as|were|and|made|entered\s+into|executed)\s+){0,3}(?:dated?|effective|executed|made|entered\s+into|vom|du|del|van)(?:\s+(?:as\s+of|on))?\s*$/i;
const THIS_AGREEMENT =
  /(?:\b(?:this|dieser?|le\s+présent|la\s+présente|el\s+presente|il\s+presente|o\s+presente|deze)\s+(?:[\p{L}/&,-]+\s+){0,12}?(?:agreement|contract|addendum|amendment|vertrag|vereinbarung|contrat|convention|contrato|contratto|accordo|overeenkomst)|^\W{0,3}(?:\p{Lu}[\p{L}-]*\s+){0,8}(?:agreement|contract))/iu;
const SIGNING =
  /(?:executed|signed|delivered|caused)\s[^.;]{0,80}(?:agreement|letter)[^.;]{0,60}(?:as\s+of|on|this)\s+(?:the\s+)?$|(?:accepted|agreed)[^.;]{0,50}as\s+of\s+(?:the\s+)?$/i;
const RECITAL = /\b(?:whereas|recitals?|considérant|premesso|considerando)\b/i;

const WITH_ARTICLE =
  /\b(?:an?|the|that|those|certain|such|its|our|einem?r?|dem|der|un|una|une)\s+(?:[\p{L}&-]+\s+){0,8}(?:agreement|plan|lease|note|contract|vertrag|contrat|contrato|contratto)\b[^.;]{0,60}$/iu;

function speaksOfOther(before: string, start: number): boolean {
  if (OTHER_AGREEMENT.test(before)) return true;
  // The first words name the contract itself.
  if (start < 1_200 && !RECITAL.test(before) && !WITH_ARTICLE.test(before)) return false;
  return NAMED_OTHER.test(before) && !THIS_AGREEMENT.test(before.slice(-240));
}

const EXPIRES =
  /(?:until|through|thru|expir\w*(?:\s+(?:on|at|as\s+of))?|expir\w+\s+date|end(?:s|ing)?\s+(?:on|at|date)|terminat\w*\s+(?:on|as\s+of|date)|no\s+later\s+than|to\s+and\s+including|endet\s+am|bis\s+(?:zum|einschließlich)?|läuft\s+bis|jusqu['’]au|prend(?:ra)?\s+fin\s+le|expire(?:ra)?\s+le|hasta\s+el(?:\s+día)?|finaliza(?:rá)?\s+el|vence(?:rá)?\s+el|fino\s+al|scade\s+il|termina\s+il|scadenza|até(?:\s+(?:ao\s+dia|o\s+dia))?|termina(?:rá)?\s+em|tot\s+en\s+met|eindigt\s+op|einddatum|tot)[\s:,]{0,3}(?:midnight\s+(?:on|of)\s+|11:59\s*p\.?m\.?\s+\w{0,8}\s*(?:time\s+)?(?:on\s+)?|5:00\s*p\.?m\.?[^.;]{0,24}on\s+)?(?:the\s+)?(?:and\s+including\s+)?$/iu;
const TERM_WORDS =
  /\b(?:term|agreement|contract|effect|period|extend|laufzeit|vertrag|contrat|durée|contrato|duración|vigencia|contratto|durata|prazo|vigência|overeenkomst|looptijd|duur)\b/iu;
const SIGNED_LINE = /^(?:date[d]?|signed\s+on|datum|le|fecha|data|den)?\s*[:.]?\s*$/i;
const SEES_SIGNATURE =
  /(?:date\s+(?:stated|set\s+forth|indicated|written|of\s+the\s+(?:last|latter|later)|signed|of\s+(?:last\s+)?signature|first\s+signed)|last\s+signature|latter\s+of\s+the\s+two\s+signatures|signature\s+(?:block|page)|date\s+I\s+sign)/i;

function dateCandidates(reading: Reading, view: ContractText): Candidate[] {
  const text = view.text.replace(/\n/g, ' ');
  const { order } = reading.dateOrder();
  const letter = findLetter(view);
  const bySignature = SEES_SIGNATURE.test(text.slice(0, 2_500));
  const candidates: Candidate[] = [];
  let seen = 0;
  for (const mention of findDates(text)) {
    if (mention.value.precision !== 'day' || ++seen > 400) continue;
    const { iso, ambiguous } = applyDateOrder(mention, order);
    const form = ambiguous ? -0.5 : 0;
    const place = { view, text, mention, letterAt: letter?.salutation, bySignature };
    for (const [path, signals] of judgeDate(place)) {
      const { start, end } = mention;
      candidates.push(
        makeCandidate(view, {
          path,
          value: iso,
          start,
          end,
          source: 'contract/date-words',
          signals: { ...signals, form },
        }),
      );
    }
  }
  return candidates;
}

interface Place {
  view: ContractText;
  text: string;
  mention: DateMention;
  letterAt: number | undefined;
  bySignature: boolean;
}

function judgeDate(place: Place): [string, Record<string, number>][] {
  const { view, text, mention } = place;
  const { start, end } = mention;
  const { before } = sentenceAround(text, start, end, 260);
  const after = text.slice(end, end + 70);
  const early = start < 7_000 || start < 0.12 * text.length;
  const found: [string, Record<string, number>][] = [];
  if (EXPIRES.test(before)) {
    const context = TERM_WORDS.test(before) ? 1.8 : -0.4;
    found.push(['expirationDate', { expires: context, other: speaksOfOther(before, start) ? -1.5 : 0 }]);
    return found;
  }
  const other = (speaksOfOther(before, start) ? -2.2 : 0) + (RECITAL.test(before) ? -1.2 : 0);
  if (EFFECTIVE_DEFINED.test(after) || MEANS_EFFECTIVE.test(before))
    found.push(['effectiveDate', { defined: 3.2, other: other / 2 }]);
  else if (EFFECTIVE.test(before)) found.push(['effectiveDate', { effective: early ? 2.6 : 1, other }]);
  if (early && (MADE.test(before) || AS_OF.test(before)) && start < 9_000) {
    const made = MADE.test(before) ? 1.7 : 0.6;
    found.push(['effectiveDate', { made, other, late: -start / 6_000 }]);
    found.push(['executionDate', { made: made + 0.3, other, late: -start / 6_000 }]);
  }
  if (found.length === 0 && SIGNING.test(before))
    found.push(['effectiveDate', { signing: 1.1, other }], ['executionDate', { signing: 1.8, other }]);
  const line = view.lines[view.lineAt(start)]!;
  const alone = line.text.length < end - start + 22;
  if (alone && found.length === 0) addLoneDate(place, line.text, found);
  return found;
}

/** A date on a line of its own: under a title, at the head of a letter, beside a signature. */
function addLoneDate(place: Place, line: string, found: [string, Record<string, number>][]): void {
  const { text, mention, letterAt } = place;
  const label = line.slice(0, Math.max(0, line.indexOf(mention.raw))).trim();
  if (letterAt !== undefined && mention.start < letterAt) {
    found.push(['effectiveDate', { letterDate: 1 }], ['executionDate', { letterDate: 1.4 }]);
    return;
  }
  if (mention.start < 700) found.push(['executionDate', { head: 0.4 }], ['effectiveDate', { head: 0.2 }]);
  else if (mention.start > 0.5 * text.length && (SIGNED_LINE.test(label) || /date/i.test(label))) {
    found.push(['executionDate', { signature: 0.9 }]);
    found.push(['effectiveDate', { signature: place.bySignature ? 1.3 : 0.15 }]);
  }
}

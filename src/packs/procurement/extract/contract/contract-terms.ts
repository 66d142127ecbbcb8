// Lengths of time in a contract: its term, its renewals, its notice periods. Survival and standstill periods are none of these.

import type { Candidate } from '../../../../document/value.ts';
import type { Extractor } from '../../../../pipeline/pack.ts';
import { type DurationMention, findDurations } from '../../../../recognize/durations.ts';
import { type ContractText, contractText } from './contract-text.ts';
import { makeCandidate, sentenceAround } from './make-candidate.ts';

export const contractTerms: Extractor = {
  id: 'contract/terms',
  writes: ['term', 'renewalTerm', 'noticePeriod', 'autoRenew'],
  extract: (reading) => {
    const view = contractText(reading);
    const text = view.text.replace(/\n/g, ' ');
    const candidates: Candidate[] = [];
    const mentions = [...findDurations(text).slice(0, MOST), ...findAnniversaries(text)];
    for (const mention of mentions) addDuration(view, text, mention, candidates);
    return candidates.concat(renewals(view, text));
  },
};

const MOST = 500;

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ANNIVERSARY =
  /\b(?:(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|(\d{1,2})(?:st|nd|rd|th))(?:\s*\(\s*\d{1,2}(?:st|nd|rd|th)?\s*\))?[\s-]+(?:year\s+)?anniversary\b/gi;

/** "the second (2nd) anniversary of the date hereof" is two years from it. */
function findAnniversaries(text: string): DurationMention[] {
  return [...text.matchAll(ANNIVERSARY)].slice(0, MOST).flatMap((match): DurationMention[] => {
    const count = match[1] ? ORDINALS.indexOf(match[1].toLowerCase()) + 1 : Number(match[2]);
    if (count === 0) return [];
    const end = match.index + match[0].length;
    const value = { iso: `P${count}Y`, count, unit: 'year' as const, business: false };
    return [{ kind: 'duration', start: match.index, end, raw: match[0], value, certainty: 0.9 }];
  });
}

const AGREEMENT =
  '(?:(?:this|the|die|der|das|dieser?|le\\s+présent|la\\s+présente|el\\s+presente|il\\s+presente|o\\s+presente|deze|de)\\s+)?(?:(?:letter\\s+|confidentiality\\s+|non-?disclosure\\s+)?agreement|letter|contract|vertrag|vereinbarung|contrat|convention|accord|contrato|acuerdo|contratto|accordo|acordo|overeenkomst)(?:\\s+and\\s+(?:the|all)\\s+[^.;,]{0,60}|,?\\s+and\\s+all\\s+[^.;]{0,60})?';
const SUBJECT_TERM = new RegExp(
  `(?:initial\\s+|contract\\s+)?(?:term|duration|laufzeit|vertragslaufzeit|vertragsdauer|durée|duración|vigencia|durata|prazo|vigência|looptijd|duur)(?:\\s+(?:of|des|der|du|de\\s+la|del|della|do|da|van|dieses|dieser)\\s+${AGREEMENT})?[^.;]{0,70}$`,
  'iu',
);
const AGREEMENT_LASTS = new RegExp(
  `${AGREEMENT}[^.;]{0,140}\\b(?:terminate|expire|continue|remain|govern|cover|appl(?:y|ies)|in\\s+(?:full\\s+)?(?:force|effect)|end|be\\s+(?:effective|valid|binding)|lapse|gilt|läuft|endet|geschlossen|dauert|conclu|durée|dure|vigor|vigencia|dura|valid|prazo|aangegaan|duurt|looptijd)[^.;]{0,170}$`,
  'iu',
);
const OBLIGATION_LASTS =
  /(?:obligation|restriction|provision|undertaking|covenant|duty|duties|confidentiality|verpflichtung|obligación|obblig|obrigaç|verplichting)[^.;]{0,120}(?:terminate|expire|continue|remain|survive|in\s+(?:full\s+)?(?:force|effect)|cease|end)[^.;]{0,70}$/i;
const CONFIDENTIAL_LASTS =
  /(?:confiden|disclos|non-circumvention)[^.;]{0,160}(?:for\s+(?:a|the)\s+period\s+of|for|period\s+ending)\s*$/i;
const OTHER_PERIOD =
  /standstill|solicit|hire|recruit|compet|employ(?:ee|ment)|salary|severance|warrant|option|insur|standstill|audit|records|inspection|invoice|payment|pay\b|paid|interest|cure|remedy|breach|restrict(?:ed|ion)\s+period|vest|prior\s+to|preceding|immediately\s+before|within|notice|renew|extend|extension|probation|gewährleistung|zahlung|garantie|wettbewerb|kündig|préavis|preaviso|preavviso|opzeg|aviso/i;
/** "during the term of … and for two years thereafter": a period behind the end of another. */
const DURING_AND =
  /\b(?:during|while|während|pendant|durante|tijdens)\b[^.;]{0,130}\b(?:and|und|et|y|e|en)\s+(?:for\s+)?(?:a|the|für|pour|por|per|voor)?\s*(?:period\s+of\s+)?$/i;
const SURVIVES = /surviv|fortgelt|fortbesteh|überdauer|survivr|subsist|sobreviv|sopravviv|voortdu/i;
const AFTER_END =
  /^\s*(?:thereafter|(?:after|following|from)\s+(?:the\s+|such\s+|any\s+|its\s+)?(?:expiration|termination|end|disclosure|receipt|date\s+of\s+(?:disclosure|receipt|termination|its))|prior|nach\s+(?:beendigung|ende)|après\s+(?:la\s+fin|l['’]expiration)|tras\s+la|dopo\s+la|após|na\s+(?:afloop|beëindiging))/i;
const FROM_DATE =
  /^[\s,]*(?:(?:period|term)\s+)?(?:and\s+\w+\s+)?(?:from|after|following|beginning|commencing|starting|ab|à\s+compter|a\s+partir|desde|dalla|vanaf|beginnend|of)\b[^.;]{0,40}(?:date|hereof|effective|signing|execution|datum|signature|firma|sottoscrizione|entrada|ondertekening|vertragsbeginn|unterzeichnung|anniversary)/i;

const RENEWS = /renew|extend|extension|verlänger|reconduct|renouvel|prórrog|prorrog|renov|rinnov|proroga|verleng/i;
const AUTOMATIC =
  /(?:automatic(?:ally)?|tacit(?:ly)?|shall\s+(?:be\s+)?(?:renewed?|extended?)\s+for|will\s+renew|stillschweigend|automatisch|tacite|automatiquement|tácita(?:mente)?|automátic|tacitamente|automatic|stilzwijgend)/i;
const NOT_RENEWED =
  /(?:not|no|never|nicht|ne\s|non|no\s+se|não|niet)\s+(?:be\s+)?(?:automatic|tacit|renew|extend|verlänger|stillschweigend|automatisch)/i;
const NOTICE =
  /notice|notif|kündigungsfrist|frist|gekündigt|préavis|preaviso|antelaci[oó]n|preavviso|disdetta|aviso|antecedência|opzegtermijn|opgezegd|opzegging/i;
const ENDING =
  /terminat|cancel|renew|expir|kündig|beend|résili|dénonc|rescind|resolver|resoluci|recess|recedere|disdett|denunci|opzeg|beëindig|non-?renewal/i;

function addDuration(view: ContractText, text: string, mention: DurationMention, out: Candidate[]): void {
  const { unit } = mention.value;
  if (unit === 'minute' || unit === 'hour') return;
  const { start, end } = mention;
  const { before, after } = sentenceAround(text, start, end, 300);
  const near = before.slice(-120);
  const push = (path: string, source: string, signals: Record<string, number>): void => {
    out.push(makeCandidate(view, { path, value: mention.value.iso, start, end, source, signals }));
  };
  const sentence = `${before} ${after.slice(0, 160)}`;
  if (RENEWS.test(sentence)) {
    const direct =
      /(?:renew|extend|verlänger|reconduct|renouvel|prórrog|prorrog|renov|rinnov|proroga|verleng)[^.;]{0,110}$/iu.test(
        before,
      );
    const successive =
      /(?:successive|additional|further|consecutive|renewal|weitere|jeweils|jährlich|périodes?|successiv|sucesiv|ulterior|iguais|telkens)\W[^.;]{0,40}$/iu.test(
        near,
      );
    if (
      direct &&
      !/notice|prior|before|within|spätestens|frist|préavis|anteri|antelaci|preavviso|prima|antes|voor/i.test(
        near.slice(-55),
      )
    )
      push('renewalTerm', 'contract/renewal', {
        renews: 1,
        successive: successive ? 1 : 0,
        year: unit === 'year' || unit === 'month' ? 0.3 : -0.6,
      });
  }
  addNotice(unit === 'year', before, after, push);
  addTerm(text, mention, before, after, push);
}

type Push = (path: string, source: string, signals: Record<string, number>) => void;

function addNotice(years: boolean, before: string, after: string, push: Push): void {
  const sentence = `${before} ${after.slice(0, 160)}`;
  const close = `${before.slice(-90)} ${after.slice(0, 80)}`;
  if (!NOTICE.test(close)) return;
  const ending = ENDING.test(sentence);
  const cure = /breach|default|cure|remed|fail|insolven|verletz|manquement|incumplim|inadempim|tekortkom/i.test(
    sentence,
  );
  const renewal = RENEWS.test(sentence);
  push('noticePeriod', 'contract/notice', {
    notice: 0.7,
    ending: ending ? 1 : -1,
    cure: cure ? -1.1 : 0,
    renewal: renewal ? 0.4 : 0,
    beside: NOTICE.test(`${before.slice(-32)} ${after.slice(0, 36)}`) ? 0.7 : 0,
    years: years ? -0.8 : 0,
  });
}

function addTerm(text: string, mention: DurationMention, before: string, after: string, push: Push): void {
  const near = before.slice(-150);
  const heading =
    /(?:^|[\s.])(?:term|duration|laufzeit|vertragsdauer|durée|duración|vigencia|durata|vigência|looptijd|duur)(?:\s+(?:and|und|et|y|e|en)\s+\p{L}+)?\s*[.:–-]\s/iu.test(
      text.slice(Math.max(0, mention.start - 200), mention.start),
    );
  const subject = SUBJECT_TERM.test(before) ? 2 : 0;
  const lasts = AGREEMENT_LASTS.test(before) ? 2 : 0;
  const obligation = OBLIGATION_LASTS.test(before) ? 1.2 : 0;
  const confidential = CONFIDENTIAL_LASTS.test(before) ? 0.5 : 0;
  const best = Math.max(subject, lasts, obligation, confidential);
  if (best === 0 && !heading) return;
  const signals: Record<string, number> = {
    words: best - 1.1,
    heading: heading ? 0.9 : 0,
    fromDate: FROM_DATE.test(after) ? 0.6 : 0,
    during: DURING_AND.test(before) ? -2.2 : 0,
    survives: SURVIVES.test(near) ? -0.3 : 0,
    otherPeriod: OTHER_PERIOD.test(near) ? -2 : 0,
    afterEnd: AFTER_END.test(after) ? -1.6 : 0,
    days: mention.value.unit === 'day' ? -1.5 : 0,
  };
  push('term', 'contract/term', signals);
}

/** Whether the contract renews by itself, where it says so. */
function renewals(view: ContractText, text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(
    /\b(?:renew(?:s|ed|al)?|extend(?:s|ed)|verlängert|renouvel\w+|reconduct\w+|prorroga\w*|renov\w+|rinnov\w+|proroga\w*|verlengd)\b/giu,
  )) {
    if (found.length >= 24) break;
    const start = match.index;
    const end = start + match[0].length;
    const { before, after } = sentenceAround(text, start, end, 160);
    const close = `${before.slice(-80)}${match[0]}${after.slice(0, 60)}`;
    if (!AUTOMATIC.test(close)) continue;
    const value = !NOT_RENEWED.test(close);
    const about =
      /term|agreement|contract|vertrag|laufzeit|contrat|durée|contratto|durata|prazo|overeenkomst|period/i.test(
        `${before} ${after}`,
      );
    found.push(
      makeCandidate(view, {
        path: 'autoRenew',
        value,
        start,
        end,
        source: 'contract/renewal',
        signals: { automatic: 1.2, about: about ? 0.5 : -1.5 },
      }),
    );
  }
  return found;
}

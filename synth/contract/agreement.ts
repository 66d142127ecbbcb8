// The facts of one contract or addendum, and its sentences with the facts filled in.
import { addDays } from '../format.ts';
import type { Random } from '../random.ts';
import type { Region } from '../regions/region.ts';
import { fill, type Manner } from '../trade/manner.ts';
import { drawNumber } from '../trade/pairs.ts';
import { drawParty, type Party } from '../trade/party.ts';
import type { Ledger } from '../truth.ts';
import type { Clauses, ContractKind } from './clauses.ts';
import { BELGIAN_LAWS, CLAUSES, LAWS, STATES } from './words.ts';

export interface Section {
  heading: string;
  text: string;
}

export interface Agreement {
  clauses: Clauses;
  title: string;
  number?: string;
  parties: { party: Party; role: string }[];
  sections: Section[];
  /** Key terms as label and value, for forms that list them. */
  terms: { label: string; text: string }[];
  signedOn: string;
  executed: string;
}

function lawOf(region: Region, party: Party): { text: string; value: string } {
  if (region.country === 'US') {
    const state = `the State of ${STATES[party.city.state ?? ''] ?? 'Ohio'}`;
    return { text: state, value: state.slice(4) };
  }
  return region.country === 'BE' ? BELGIAN_LAWS[region.language]! : LAWS[region.country]!;
}

/** Adds months to an ISO date whose day is at most 28. */
function addMonths(iso: string, months: number): string {
  const total = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}-${iso.slice(8)}`;
}

/** Draws the facts and writes those that the sentences state into the ledger. */
export function drawAgreement(
  random: Random,
  region: Region,
  manner: Manner,
  ledger: Ledger,
  isAddendum: boolean,
): Agreement {
  const clauses = CLAUSES[region.language];
  const { word, date } = manner;
  const kind = random.pick<ContractKind>(['services', 'supply', 'nda']);
  const roles = clauses.roles[kind];
  const drawn = [
    drawParty(random.fork('a'), region, 'office'),
    drawParty(random.fork('b'), region, random.pick(['it', 'consulting', 'building', 'service'])),
  ];
  const parties = drawn.map((party, i) => ({ party, role: roles[i]! }));
  const base = word(clauses.titles[kind]);
  const title = isAddendum ? fill(word(clauses.addendum.title), { title: base }) : base;
  const executed = addDays('2018-02-05', random.int(0, 2600));
  const effectiveDay = random.chance(0.6) ? `${addDays(executed, 31).slice(0, 8)}01` : executed;
  const effective = Number(effectiveDay.slice(8)) > 28 ? `${effectiveDay.slice(0, 8)}28` : effectiveDay;
  const months = random.pick([12, 24, 36, 60]);
  const expires = addDays(addMonths(effective, months), -1);
  const duration = (count: number): string =>
    count % 12 === 0 && count > 12 && random.chance(0.5)
      ? fill(clauses.years, { n: count / 12 })
      : fill(clauses.months, { n: count });
  const number = drawNumber(random, 'contract', executed);
  const amount = (scale: number): { minor: number; text: string } => {
    const minor = random.int(5, 400) * scale * 100;
    return { minor, text: `${manner.money(minor, 'plain')} ${region.currency}` };
  };
  const stateAmount = (path: string, value: { minor: number; text: string }): string => {
    ledger.state(path, value.minor / 100, value.text, false);
    ledger.state('currency', region.currency, region.currency, false);
    return value.text;
  };
  const stateDate = (path: string, iso: string): string => {
    ledger.state(path, iso, date(iso), false);
    return date(iso);
  };
  const stateText = (path: string, value: string): string => {
    ledger.state(path, value, value, false);
    return value;
  };
  stateText('title', title);
  const terms: Agreement['terms'] = [];
  const sections: Section[] = [];
  const add = (heading: string, ...sentences: (string | undefined)[]): void => {
    const text = sentences.filter((sentence) => sentence !== undefined).join(' ');
    if (text !== '') sections.push({ heading, text });
  };
  const tell = (label: string, text: string): string => {
    terms.push({ label, text });
    return text;
  };
  const { headings } = clauses;

  if (isAddendum) {
    stateText('number', number);
    add(headings.original, fill(clauses.addendum.refers, { number }));
    const extended = addMonths(effective, 12);
    const change = random.int(0, 2);
    add(
      headings.changes,
      change === 1
        ? undefined
        : fill(clauses.addendum.extend, {
            expires: tell(clauses.terms.expires, stateDate('expirationDate', extended)),
          }),
      change === 0
        ? undefined
        : fill(clauses.addendum.raise, { value: tell(clauses.terms.value, stateAmount('value', amount(1000))) }),
    );
    add(
      headings.term,
      fill(clauses.addendum.effective, {
        effective: tell(clauses.terms.effective, stateDate('effectiveDate', effective)),
      }),
    );
    add(headings.final, clauses.addendum.unchanged);
  } else {
    add(headings.subject, fill(clauses.subject[kind], { ra: roles[0], rb: roles[1] }));
    add(
      headings.term,
      fill(word(clauses.effective), {
        effective: tell(clauses.terms.effective, stateDate('effectiveDate', effective)),
      }),
      random.chance(0.85)
        ? fill(word(clauses.term), { term: tell(clauses.terms.term, stateText('term', duration(months))) })
        : undefined,
      random.chance(0.4)
        ? fill(word(clauses.expires), { expires: tell(clauses.terms.expires, stateDate('expirationDate', expires)) })
        : undefined,
    );
    if (kind !== 'nda' && random.chance(0.7)) {
      const renews = random.chance(0.75);
      ledger.state('autoRenew', renews, '', false);
      add(
        headings.renewal,
        renews ? fill(word(clauses.renewal), { renewal: stateText('renewalTerm', duration(12)) }) : clauses.noRenewal,
      );
    }
    if (kind !== 'nda')
      add(
        headings.value,
        fill(word(clauses.value), { value: tell(clauses.terms.value, stateAmount('value', amount(1000))) }),
      );
    add(headings.confidentiality, ...random.sample(clauses.confidentiality, random.int(1, 2)));
    if (random.chance(0.55))
      add(
        headings.liability,
        fill(word(clauses.cap), { cap: tell(clauses.terms.cap, stateAmount('liabilityCap', amount(5000))) }),
      );
    if (random.chance(0.8))
      add(
        headings.termination,
        fill(word(clauses.notice), {
          notice: tell(
            clauses.terms.notice,
            stateText('noticePeriod', fill(clauses.days, { n: random.pick([14, 30, 60, 90]) })),
          ),
        }),
      );
    const law = lawOf(region, drawn[0]!);
    stateText('governingLaw', law.value);
    terms.push({ label: clauses.terms.law, text: law.value });
    const courts = random.pick([drawn[0]!, drawn[1]!]).city.name;
    add(
      headings.law,
      fill(word(clauses.law), { law: law.text }),
      random.chance(0.85)
        ? fill(word(clauses.courts), { courts: tell(clauses.terms.courts, stateText('jurisdiction', courts)) })
        : undefined,
    );
    add(headings.final, ...random.sample(clauses.final, random.int(1, 2)));
  }
  parties.forEach(({ party, role }, i) => {
    ledger.state(`parties[${i}].name`, party.name, party.name, false);
    const bare = role.replace(/^(?:le|la|el|il|o|a) |^l'/, '');
    ledger.state(`parties[${i}].role`, bare, bare, false);
  });
  const city = drawn[0]!.city.name;
  const signedOn = fill(word(clauses.signedOn), { city, executed: stateDate('executionDate', executed) });
  return { clauses, title, ...(isAddendum ? { number } : {}), parties, sections, terms, signedOn, executed };
}

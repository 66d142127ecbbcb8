// The ledger: one list of what is known of a person (who, where, when, what, numbers), each with every place that says it, out of
// record, letter, profile and statements.

import type { AssessedSpan, KnownFact } from '../../../write/assessment.ts';
import { sentencesOf } from './compare-prose.ts';
import { findFigures } from './find-figures.ts';
import { foldName, isSameName } from './same-name.ts';
import type { Said, Told, ToldPeriod } from './told.ts';

const MOST_FACTS = 500;

export function readLedger(texts: readonly Told[]): KnownFact[] {
  const facts: KnownFact[] = [];
  for (const told of texts) for (const fact of factsOf(told)) put(facts, fact);
  return facts.slice(0, MOST_FACTS);
}

/** Of the same kind about the same: one fact with the places of both; what the later says more is added. */
function put(facts: KnownFact[], fact: KnownFact): void {
  const same = facts.find((one) => one.kind === fact.kind && isSameFact(one, fact));
  if (!same) {
    facts.push(fact);
    return;
  }
  const known = new Set(same.spans.map(keyOf));
  same.spans.push(...fact.spans.filter((span) => !known.has(keyOf(span))));
}

const keyOf = ({ source, artifact, path, start, end }: AssessedSpan): string =>
  JSON.stringify([source, artifact, path, start, end]);

function isSameFact(a: KnownFact, b: KnownFact): boolean {
  if (a.kind === 'statement') return foldName(a.text) === foldName(b.text);
  const same = (x: string | null, y: string | null): boolean =>
    x === null ? y === null : y !== null && isSameName(x, y);
  return same(a.who, b.who) && same(a.what, b.what) && a.from === b.from && a.to === b.to;
}

type Parts = Partial<Record<'who' | 'what' | 'where', Said | undefined>> & { period?: ToldPeriod };

function fact(kind: string, { who, what, where, period }: Parts, more: readonly Said[] = []): KnownFact {
  const { from, to, open } = period ?? { from: undefined, to: undefined, open: false };
  const said = [what, who, where, from, to, ...more].filter((one) => one !== undefined);
  const when = [from?.text, to?.text ?? (open ? 'present' : undefined)].filter((one) => one !== undefined).join(' – ');
  const words = [what?.text, who?.text, where?.text, ...more.map(({ text }) => text), when];
  return {
    kind,
    text: words.filter((word) => word !== undefined && word !== '').join(', '),
    who: who?.text ?? null,
    what: what?.text ?? null,
    where: where?.text ?? null,
    from: from?.text ?? null,
    to: to?.text ?? null,
    numbers: [],
    spans: said.map(({ span }) => span),
  };
}

function factsOf(told: Told): KnownFact[] {
  return [
    ...(told.name ? [fact('person', { who: told.name })] : []),
    ...told.stations.map(({ kind, employer, position, place, ...period }) =>
      fact(kind === 'work' ? 'employment' : 'volunteering', { who: employer, what: position, where: place, period }),
    ),
    ...told.schools.map(({ institution, degree, area, ...period }) =>
      fact('education', { who: institution, what: degree, period }, area ? [area] : []),
    ),
    ...told.languages.map(({ language, level }) => fact('language', { what: language }, level ? [level] : [])),
    ...told.certificates.map((what) => fact('certificate', { what })),
    ...told.skills.map((what) => fact('skill', { what })),
    ...sentencesOf(told).map(
      ({ text, span, about }): KnownFact => ({
        kind: 'statement',
        text,
        who:
          told.stations.find(({ employer }) => employer && foldName(employer.text) === about)?.employer?.text ?? null,
        what: null,
        where: null,
        from: null,
        to: null,
        numbers: findFigures(text).map((figure) => figure.text),
        spans: [span],
      }),
    ),
  ];
}

// Why a record is not approved by itself: each reason named, with its field and place. Pure.

import type { Json, Value } from '../document/value.ts';
import type { DocumentType, FieldKind, FieldSpec } from '../pipeline/pack.ts';
import type { FindingRow } from '../store/findings.ts';
import type { RecordRow } from '../store/records.ts';
import type { ReviewReason } from '../store/schema-reviews.ts';
import { fourEyesLimits, type ReviewRules } from './review-rules.ts';

/** A proposed or accepted match that says the record is there already. */
export interface Duplicate {
  match: string;
  title: string;
  accepted: boolean;
  /** The other record came before this one. */
  isLater: boolean;
}

export interface ReviewFacts {
  record: Pick<RecordRow, 'type' | 'fields' | 'lines' | 'issues' | 'assessment'>;
  /** undefined: not known here any more. */
  type: DocumentType | undefined;
  rules: ReviewRules;
  findings: readonly FindingRow[];
  duplicates: readonly Duplicate[];
  /** Not all of the file was read. */
  isPartial: boolean;
  /** Compared with earlier records, as it is now. */
  isCompared: boolean;
  /** A person asked to look at it again. */
  isHeld: boolean;
}

/** Values that cost money when they are wrong. */
const vitalKinds: ReadonlySet<FieldKind> = new Set(['money', 'identifier', 'iban', 'bic', 'vatId']);

export function findReasons(facts: ReviewFacts): ReviewReason[] {
  const { record, rules, isPartial, isCompared, isHeld } = facts;
  const { amount, currency } = headOf(record, facts.type);
  const limit = amount === null ? undefined : fourEyesLimits(rules, currency).findLast((from) => amount >= from);
  return [
    ...(isHeld ? [soft('reopened', 'A person put it into review again.')] : []),
    ...facts.findings.flatMap(ofFinding),
    ...facts.duplicates.flatMap(ofDuplicate),
    ...ofIssues(record),
    ...missing(facts),
    ...unsure(facts),
    ...ofType(facts),
    ...(isPartial ? [soft('partial', 'Not all of the file could be read.')] : []),
    ...(isCompared ? [] : [soft('comparing', 'It has not been compared with earlier records yet.')]),
    ...(limit === undefined
      ? []
      : [soft('four-eyes', `From ${[String(limit), currency].filter(Boolean).join(' ')} on, two people approve.`)]),
    ...(rules.level === 'never' ? [soft('level', 'Here a person approves each record of this type.')] : []),
  ];
}

const soft = (code: ReviewReason['code'], message: string, path = ''): ReviewReason => ({
  code,
  path,
  message,
  firm: false,
});

function ofFinding({ id, severity, path, message, state }: FindingRow): ReviewReason[] {
  if (severity === 'info' || (state !== 'open' && state !== 'confirmed')) return [];
  const firm = state === 'open' || severity === 'error';
  const said = state === 'confirmed' ? `${message} A person says that it is so.` : message;
  return [{ code: 'finding', path, message: said, firm, severity, finding: id }];
}

/** The one that came first may be right; the later one is never approved unseen. */
function ofDuplicate({ match, title, accepted, isLater }: Duplicate): ReviewReason[] {
  if (accepted && !isLater) return [];
  const message = accepted ? `${title}: a person says that it is there already.` : `${title}? It may be there already.`;
  return [{ code: 'duplicate', path: '', message, firm: isLater, match }];
}

function ofIssues({ issues }: ReviewFacts['record']): ReviewReason[] {
  return issues
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, path, message, evidence }) => ({
      ...{ code: 'rule' as const, path, message, firm: false, severity, rule },
      ...(evidence ? { evidence } : {}),
    }));
}

const specsOf = (type: DocumentType | undefined): readonly FieldSpec[] => type?.fields ?? [];
const patternOf = (path: string): string => path.replace(/\[\d+\]/g, '[]');

function missing({ record, type }: ReviewFacts): ReviewReason[] {
  return specsOf(type)
    .filter(({ required, path }) => required && !path.includes('[]') && !Object.hasOwn(record.fields, path))
    .map(({ path, title }) => soft('missing', `${title} was not found.`, path));
}

function unsure({ record, type, rules }: ReviewFacts): ReviewReason[] {
  const specs = new Map(specsOf(type).map((spec) => [spec.path, spec]));
  const lines = record.lines.flatMap((line, index) =>
    Object.entries(line).map(([name, value]) => [`lines[${index}].${name}`, value] as const),
  );
  return [...Object.entries(record.fields), ...lines].flatMap(([path, value]) => {
    const pattern = patternOf(path);
    const spec = specs.get(pattern);
    const asked = spec?.required || (spec && vitalKinds.has(spec.kind)) ? rules.threshold : undefined;
    const own = Object.hasOwn(rules.thresholds, pattern) ? rules.thresholds[pattern] : undefined;
    const threshold = own ?? asked;
    if (threshold === undefined || isSure(value, threshold)) return [];
    const title = spec?.title ?? path;
    const { confidence } = value;
    const message = `${title}: ${inPercent(confidence)} sure; ${inPercent(threshold)} are asked for.`;
    return [{ ...soft('unsure', message, path), confidence, threshold, evidence: value.evidence }];
  });
}

/** What a person gave is theirs to answer for. */
const isSure = ({ origin, confidence }: Value, threshold: number): boolean =>
  origin === 'human' || confidence >= threshold;

/** Never rounded up to what it does not reach. */
const inPercent = (part: number): string => `${Math.floor(part * 1000) / 10} %`;

function ofType({ record, type }: ReviewFacts): ReviewReason[] {
  if (!type) return [soft('type', 'Its type is not known here, and with it nothing of its fields.')];
  const unsureType = record.assessment?.blockers.find(({ reason }) => /^(?:unknown|unsure) type$/.test(reason));
  return unsureType ? [soft('type', 'What kind of document it is, is not certain.')] : [];
}

export interface RecordHead {
  /** The largest amount among its fields, whatever its sign; null = it states none. */
  amount: number | null;
  currency: string | null;
  /** YYYY-MM-DD */
  dueDate: string | null;
}

/** What order and limits go by. Which amount is the total differs by type: the largest is never below it. */
export function headOf({ fields }: Pick<RecordRow, 'fields'>, type: DocumentType | undefined): RecordHead {
  const valuesOf = (kind: FieldKind): Json[] =>
    Object.entries(fields).flatMap(([path, { value }]) =>
      specsOf(type).some((spec) => spec.kind === kind && spec.path === patternOf(path)) ? [value] : [],
    );
  const amounts = valuesOf('money').filter((value): value is number => typeof value === 'number');
  const currency = valuesOf('currency').find((value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value));
  const due = fields.dueDate?.value;
  return {
    amount: amounts.length === 0 ? null : Math.max(...amounts.map(Math.abs)),
    currency: typeof currency === 'string' ? currency : null,
    dueDate: typeof due === 'string' && /^\d{4}-\d\d-\d\d$/.test(due) ? due : null,
  };
}

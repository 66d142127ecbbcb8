// Until when a record must be kept, and from when on it is to go: the rule of its type, counted from its year of issue.

import type { RetentionBasis, RetentionOverride, RetentionSettings } from '../store/retention.ts';
import { type DefaultRule, defaultRule, retentionDefaults } from './retention-defaults.ts';

/** The rule that stands for every type without one of its own. */
export const anyType = '*';

export interface RetentionRule {
  recordType: string;
  keepYears: number;
  /** null = Sheaf deletes nothing by itself. */
  deleteAfterYears: number | null;
  source: 'default' | 'workspace';
  statute: string | null;
  note: string | null;
}

/** The rule for records of a type: the workspace's own, else its country's; for the type, else for any. */
export function ruleFor({ country, overrides }: RetentionSettings, type: string): RetentionRule {
  const own = (wanted: string) => overrides.find((rule) => rule.recordType === wanted);
  const ofCountry = (country && retentionDefaults[country]) || {};
  const given = (wanted: string): RetentionRule | undefined => {
    const override = own(wanted);
    const preset = Object.hasOwn(ofCountry, wanted) ? ofCountry[wanted] : undefined;
    if (override) return ofWorkspace(override, preset);
    return preset && ofDefault(wanted, preset);
  };
  return given(type) ?? given(anyType) ?? ofDefault(anyType, defaultRule);
}

/** Every rule that a workspace works with, the one for any type last. */
export function rulesOf(settings: RetentionSettings): RetentionRule[] {
  const ofCountry = (settings.country && retentionDefaults[settings.country]) || {};
  const types = new Set([...Object.keys(ofCountry), ...settings.overrides.map((rule) => rule.recordType)]);
  types.delete(anyType);
  return [...[...types].sort(), anyType].map((type) => ruleFor(settings, type));
}

const ofDefault = (recordType: string, { keepYears, statute, note }: DefaultRule): RetentionRule => ({
  recordType,
  keepYears,
  deleteAfterYears: null,
  source: 'default',
  statute,
  note: note ?? null,
});

const ofWorkspace = (rule: RetentionOverride, preset: DefaultRule | undefined): RetentionRule => ({
  ...rule,
  source: 'workspace',
  statute: preset?.statute ?? null,
  note: null,
});

/**
 * The year that the period is counted from. A date that cannot be right (no date, long past, still to come) was misread
 * or is a trick to make a document stay for ever or go at once: then the year in which the record was made.
 */
export function basisYear({ issued, createdAt }: RetentionBasis): number {
  const made = createdAt.getUTCFullYear();
  const year = Number(/^(\d{4})-\d{2}-\d{2}$/.exec(issued ?? '')?.[1] ?? Number.NaN);
  return year >= 1900 && year <= made + 1 ? year : made;
}

/** First moment at which all of these may go; undefined when they may at any time. */
export function keptUntil(settings: RetentionSettings, bases: readonly RetentionBasis[]): Date | undefined {
  const years = bases.flatMap((basis) => {
    const { keepYears } = ruleFor(settings, basis.type);
    return keepYears > 0 ? [basisYear(basis) + keepYears + 1] : [];
  });
  return years.length > 0 ? new Date(Date.UTC(Math.max(...years), 0, 1)) : undefined;
}

/** True when the rules want every one of these gone by now. */
export function isDueForDeletion(settings: RetentionSettings, bases: readonly RetentionBasis[], now: Date): boolean {
  return (
    bases.length > 0 &&
    bases.every((basis) => {
      const { deleteAfterYears } = ruleFor(settings, basis.type);
      return deleteAfterYears !== null && now.getTime() >= Date.UTC(basisYear(basis) + deleteAfterYears + 1, 0, 1);
    })
  );
}

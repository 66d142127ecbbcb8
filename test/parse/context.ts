import type { ParseWarning } from '../../src/document/parsed-document.ts';
import { type ParseLimits, withLimits } from '../../src/parse/limits.ts';
import type { ParseContext } from '../../src/parse/parse-context.ts';

export interface TestContext extends ParseContext {
  warnings: ParseWarning[];
  codes(): string[];
}

/** What a parser is given, with the warnings kept. */
export function testContext(limits: Partial<ParseLimits> = {}, languages?: string[]): TestContext {
  const warnings: ParseWarning[] = [];
  return {
    limits: withLimits(limits),
    name: 'test',
    ...(languages ? { languages } : {}),
    warn: (warning) => warnings.push(warning),
    addOcrMs: () => {},
    warnings,
    codes: () => warnings.map((warning) => warning.code),
  };
}

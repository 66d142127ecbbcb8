// Syntax id → the rules that judge it.

import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';

export type SyntaxJudge = NonNullable<StructuredSyntax['validate']>;

export const judges: Readonly<Record<string, SyntaxJudge | undefined>> = {};

// Syntax id → how its records are read.

import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';

export type SyntaxReader = NonNullable<StructuredSyntax['read']>;

export const readers: Readonly<Record<string, SyntaxReader | undefined>> = {};

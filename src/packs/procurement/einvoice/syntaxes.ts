// The structured files of procurement: for each root element how it is read and how it is judged. Both halves are optional.

import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';
import { judges } from './judges.ts';
import { readers } from './readers.ts';
import { type SyntaxRoot, syntaxRoots } from './syntax-roots.ts';

export const syntaxes: readonly StructuredSyntax[] = syntaxRoots.map(toSyntax);

function toSyntax({ id, title, name, namespace }: SyntaxRoot): StructuredSyntax {
  const read = readers[id];
  const validate = judges[id];
  return {
    id,
    title,
    recognises: (root) => root.name === name && root.namespace === namespace,
    ...(read ? { read } : {}),
    ...(validate ? { validate } : {}),
  };
}

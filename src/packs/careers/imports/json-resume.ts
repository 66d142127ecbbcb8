// JSON Resume 1.0 files: the fields of the type are theirs, so that the tree is walked by the fields.

import type { Candidate } from '../../../document/value.ts';
import type { XmlElement } from '../../../document/xml-element.ts';
import type { StructuredSyntax } from '../../../pipeline/structured-syntax.ts';
import { resumeFields } from '../schema.ts';
import { judgeJsonResume } from './json-resume-rules.ts';
import { childrenOf, stated } from './stated.ts';

const GROUPS = [
  'work',
  'education',
  'skills',
  'projects',
  'volunteer',
  'publications',
  'languages',
  'awards',
  'certificates',
];

function isJsonResume(root: XmlElement): boolean {
  if (root.name !== 'json' || root.namespace !== '' || root.qualifiedName !== 'json') return false;
  const [schema] = childrenOf(root, '$schema');
  if (schema && /resume-schema|jsonresume/i.test(schema.text)) return true;
  const basics = childrenOf(root, 'basics').some(({ children }) => children.length > 0);
  const groups = GROUPS.filter((group) => childrenOf(root, group).length > 0).length;
  return basics
    ? groups > 0 || childrenOf(root, 'basics')[0]!.children.some(({ name }) => name === 'label')
    : groups > 2;
}

function readJsonResume(root: XmlElement): Candidate[] {
  const candidates: Candidate[] = [];
  for (const spec of resumeFields) {
    for (const { field, element } of elementsOf(root, spec.path.split('.'))) {
      const candidate = stated(field, { text: element.text, path: element.path }, spec);
      if (candidate) candidates.push(candidate);
    }
  }
  return candidates;
}

/** `work[].highlights[]` → `work[1].highlights[0]` with its element, for every item there is. */
function elementsOf(
  from: XmlElement,
  [step, ...rest]: readonly string[],
  prefix = '',
): { field: string; element: XmlElement }[] {
  const name = step!.replace('[]', '');
  const isList = step!.endsWith('[]');
  const found = childrenOf(from, name);
  return (isList ? found : found.slice(0, 1)).flatMap((element, i) => {
    const field = `${prefix}${name}${isList ? `[${i}]` : ''}`;
    return rest.length === 0 ? [{ field, element }] : elementsOf(element, rest, `${field}.`);
  });
}

export const jsonResume: StructuredSyntax = {
  id: 'json-resume',
  title: 'JSON Resume',
  recognises: isJsonResume,
  read: (root) => ({ type: 'resume', profile: null, candidates: readJsonResume(root), lines: [] }),
  validate: (root) => ({ profile: null, fired: judgeJsonResume(root) }),
};

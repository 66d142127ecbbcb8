// Bytes → the rules that fired: on a structured file, on the one a PDF carries, or on the record that is read off pages.

import type { DocumentRecord } from '../document/value.ts';
import type { XmlElement } from '../document/xml-element.ts';
import { SheafError } from '../errors.ts';
import { decodeText } from '../parse/decode-text.ts';
import { parseJson } from '../parse/json.ts';
import { defaultLimits } from '../parse/limits.ts';
import { readStructuredFiles } from '../parse/xml/structured-files.ts';
import { parseRecords } from './parse-records.ts';
import { type ReadBytesOptions, readBytes } from './read-bytes.ts';
import { validateRecord, viewRecord } from './stages/validate.ts';
import type { FiredRule } from './structured-syntax.ts';
import type { TypeCatalogue } from './type-catalogue.ts';
import type { Judged } from './validate-result.ts';

/** Throws SheafError for what cannot be judged. */
export async function judgeBytes(
  bytes: Uint8Array,
  catalogue: TypeCatalogue,
  options: ReadBytesOptions,
): Promise<Judged> {
  if (isJson(bytes)) {
    if (bytes.length > defaultLimits.maxTextBytes) throw new SheafError('file.too-large');
    const judged = judgeJson(bytes, catalogue);
    if (judged) return judged;
    return judgeRecords(parseRecords(decodeText(bytes).text), catalogue);
  }
  const { roots, isXml } = await readStructuredFiles(bytes, options.parse);
  for (const root of roots) {
    const judged = judgeTree(root, catalogue);
    if (judged) return judged;
  }
  if (isXml) throw notJudged(roots[0]!);
  const { run } = await readBytes(bytes, catalogue, options, () => undefined);
  return judgeRecords(run.documents, catalogue);
}

function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).replace(/^\u00ef\u00bb\u00bf/, '');
  return /^\s*[[{]\s*["{[\]}]/.test(start);
}

/** A JSON file of a known syntax; anything else is a record. */
function judgeJson(bytes: Uint8Array, catalogue: TypeCatalogue): Judged | undefined {
  try {
    return judgeTree(parseJson(bytes, defaultLimits.maxTextBytes), catalogue);
  } catch (error) {
    if (error instanceof SheafError) return undefined;
    throw error;
  }
}

function judgeTree(root: XmlElement, { syntaxes }: TypeCatalogue): Judged | undefined {
  const syntax = syntaxes.find((one) => one.syntax.recognises(root))?.syntax;
  return syntax?.validate && { syntax: syntax.id, ...syntax.validate(root) };
}

function notJudged(root: XmlElement): SheafError {
  const seems = `XML with the root element ${root.qualifiedName.slice(0, 60)}`;
  return new SheafError('file.unsupported', `No rules are known for this kind of file: it seems to be ${seems}.`, {
    details: { seems },
  });
}

/** Paths name the record where there are several. */
function judgeRecords(records: readonly DocumentRecord[], catalogue: TypeCatalogue): Judged {
  const fired = records.flatMap((record, i) => {
    const prefix = records.length > 1 ? `documents[${i}].` : '';
    return judgeRecord(record, catalogue).map((rule) => ({ ...rule, path: `${prefix}${rule.path}` }));
  });
  return { syntax: 'record', profile: null, fired };
}

function judgeRecord(record: DocumentRecord, catalogue: TypeCatalogue): FiredRule[] {
  if (!catalogue.has(record.type)) throw new SheafError('file.unsupported', 'The type of the record is not known');
  const issues = validateRecord(record, catalogue.get(record.type));
  const own = issues.map(({ rule, severity, path, message }): FiredRule => ({ id: rule, severity, path, message }));
  return [...own, ...catalogue.recordJudges.flatMap((judge) => judge(viewRecord(record)))];
}

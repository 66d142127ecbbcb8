// Which Office format a ZIP or OLE container is, by the names inside.

import type { DocumentFormat } from '../../document/parsed-document.ts';
import { listEntryNames } from './archive-entries.ts';

export type OfficeKind =
  | { format: DocumentFormat; mediaType: string }
  /** Known by name, and not read. `advice` says how it becomes something that is. */
  | { seems: string; advice?: string };

const PREFIX = 'application/vnd.openxmlformats-officedocument.';
const DOCX = `${PREFIX}wordprocessingml.document`;
const XLSX = `${PREFIX}spreadsheetml.sheet`;
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** What an archive's entries say it is; undefined for one that is no document. */
export function officeKindOf(bytes: Uint8Array): OfficeKind | undefined {
  const names = listEntryNames(bytes).map((name) => name.replace(/^\//, '').toLowerCase());
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (names.includes('[content_types].xml')) {
    if (has(/^word\/.*\.xml$/)) return { format: 'docx', mediaType: DOCX };
    if (has(/^xl\/workbook\.bin$/))
      return { seems: 'a binary Excel workbook (XLSB)', advice: 'Save it as XLSX in Excel.' };
    if (has(/^xl\/.*\.xml$/)) return { format: 'xlsx', mediaType: XLSX };
    if (has(/^ppt\//))
      return { seems: 'a PowerPoint presentation (PPTX)', advice: 'Export it to PDF in PowerPoint or Impress.' };
    if (has(/^visio\//)) return { seems: 'a Visio drawing (VSDX)', advice: 'Export it to PDF in Visio.' };
    return undefined;
  }
  return names.includes('mimetype') ? openDocumentKind(bytes) : undefined;
}

/** OpenDocument states its type in the first entry, stored as it is. */
function openDocumentKind(bytes: Uint8Array): OfficeKind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1');
  if (head.includes(`mimetype${ODS}`)) return { format: 'ods', mediaType: ODS };
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument')) {
    return { seems: 'an OpenDocument file', advice: 'Save it as DOCX or PDF in LibreOffice.' };
  }
  return head.includes('mimetypeapplication/epub') ? { seems: 'an EPUB book' } : undefined;
}

/** Containers of Office before 2007 and of encrypted files; their directory names stand in UTF-16. */
export function oldOfficeKindOf(bytes: Uint8Array): { seems: string; advice?: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => buffer.includes(name, 0, 'utf16le');
  if (has('EncryptedPackage'))
    return {
      seems: 'an Office document protected by a password',
      advice: 'Save it without the password in its own program.',
    };
  if (has('__substg1.0_')) return { seems: 'an Outlook message (MSG)' };
  if (has('WordDocument'))
    return { seems: 'an old Word document (DOC)', advice: 'Save it as DOCX or PDF in Word or LibreOffice.' };
  if (has('Workbook') || has('Book\0'))
    return { seems: 'an old Excel workbook (XLS)', advice: 'Save it as XLSX in Excel or LibreOffice.' };
  if (has('PowerPoint Document'))
    return { seems: 'an old PowerPoint presentation (PPT)', advice: 'Export it to PDF in PowerPoint or Impress.' };
  return { seems: 'an old Office file', advice: 'Save it in the format of today, or print it to PDF.' };
}

// Format → parser. Loaded on first use: a child that reads PDFs never pays for OCR or HTML.

import type { DocumentFormat } from '../document/parsed-document.ts';
import type { FormatParser } from './parse-context.ts';

export const parsers: Readonly<Record<DocumentFormat, () => Promise<FormatParser>>> = {
  pdf: async () => (await import('./pdf.ts')).parsePdf,
  image: async () => (await import('./image.ts')).parseImage,
  text: async () => (await import('./text.ts')).parseText,
  html: async () => (await import('./html.ts')).parseHtml,
  hocr: async () => (await import('./hocr.ts')).parseHocr,
  alto: async () => (await import('./alto.ts')).parseAlto,
  mail: async () => (await import('./mail/parse-mail.ts')).parseMail,
  archive: async () => (await import('./archive.ts')).parseArchive,
  docx: async () => (await import('./docx.ts')).parseDocx,
  xlsx: async () => (await import('./xlsx.ts')).parseXlsx,
  ods: async () => (await import('./xlsx.ts')).parseOds,
  csv: async () => (await import('./csv.ts')).parseCsv,
  json: async () => (await import('./json.ts')).parseJsonFile,
  xml: async () => (await import('./xml.ts')).parseXmlFile,
};

// Errors of files, documents, records and what is kept of them.

import type { ErrorEntry } from './error-entry.ts';

export const documentErrors = {
  'file.encrypted': {
    status: 422,
    title: 'The file is encrypted',
    advice: 'Give its password, or save it without one.',
  },
  'file.corrupt': {
    status: 422,
    title: 'The file is damaged',
    advice: 'Open it in its own program and save or print it to PDF again.',
  },
  'file.unsupported': {
    status: 415,
    title: 'This kind of file is not read',
    advice:
      'Send PDF, PNG, JPEG, TIFF, WebP, DOCX, XLSX, ODS, CSV, text, HTML, XML, hOCR, ALTO, mail (EML, MSG) or ZIP.',
  },
  'file.empty': {
    status: 422,
    title: 'The file is empty',
    advice: 'Check that the upload or scan finished, and send it again.',
  },
  'file.too-large': {
    status: 413,
    title: 'The file is too large',
    advice:
      'Split it, scan at a lower resolution, or raise the limit: MAX_UPLOAD_MB on the server, --max-mb for `sheaf read`.',
  },
  'file.xml-doctype': {
    status: 422,
    title: 'The XML declares a document type',
    advice: 'Remove the <!DOCTYPE …> declaration; e-invoices and orders need none, and declared entities are not read.',
  },
  'file.quarantined': {
    status: 422,
    title: 'The file is kept in quarantine',
    advice:
      'It hides text or speaks to machines: look at what was found. A person with the permission can release it; HIDDEN_TEXT_POLICY and `sheaf read --hidden-text` say what is kept back.',
  },
  'file.timeout': {
    status: 422,
    title: 'Reading the file took too long',
    advice: 'Split it into smaller files, or print it to PDF again.',
  },
  'file.memory': {
    status: 422,
    title: 'Reading the file took too much memory',
    advice: 'Print it to PDF again, or split it into smaller files.',
  },
  'file.not-found': { status: 404, title: 'The file is not there', advice: 'Check the path.' },
  'file.unreadable': {
    status: 422,
    title: 'The file cannot be opened',
    advice: 'Check its permissions, and that it is a regular file.',
  },
  'file.changed': {
    status: 409,
    title: 'The file changed while it was read',
    advice: 'Wait until it is written, and read it again.',
  },
  'file.link-expired': {
    status: 404,
    title: 'The link to the file is not valid any more',
    advice: 'Ask for the file at its address under /api/v1/documents again; it leads to a new link.',
  },
  'file.not-kept': {
    status: 507,
    title: 'Standard input could not be kept for reading',
    advice: 'Make room in the temporary folder, or set TMPDIR to a folder that has it.',
  },
  'archive.too-large': {
    status: 413,
    title: 'The archive unpacks to more than the limit',
    advice: 'Send the files that it holds one by one.',
  },
  'archive.too-deep': {
    status: 422,
    title: 'The archive holds archives within archives',
    advice: 'Send the innermost files themselves.',
  },
  'archive.unsafe-name': {
    status: 422,
    title: 'The archive names an entry in an unsafe way',
    advice: 'Pack the files again with plain relative names, without links.',
  },
  'archive.encrypted': {
    status: 422,
    title: 'The archive is encrypted',
    advice: 'Send it without a password, or its files one by one.',
  },
  'archive.inconsistent': {
    status: 422,
    title: 'The archive is damaged or contradicts itself',
    advice: 'Pack the files again, or save the document again in its own program.',
  },
  'reader.unavailable': {
    status: 503,
    title: 'No process could be started to read the file',
    advice: 'Check free memory and the limit of processes ("sheaf doctor" tries it), then read it again.',
  },
  'upload.no-file': {
    status: 400,
    title: 'No file was sent',
    advice: 'Send at least one file as multipart/form-data.',
  },
  'batch.not-found': {
    status: 404,
    title: 'There is no such batch',
    advice: 'Check the id: every upload answers with the one of its batch.',
  },
  'document.not-found': {
    status: 404,
    title: 'There is no such document',
    advice: 'Check the id, or list /api/v1/documents.',
  },
  'document.not-quarantined': {
    status: 409,
    title: 'The document is not in quarantine',
    advice: 'Only documents whose state is `quarantined` can be released.',
  },
  'page.not-found': {
    status: 404,
    title: 'The document has no such page',
    advice: 'Ask for a page between 1 and the number of pages.',
  },
  'document.not-failed': {
    status: 409,
    title: 'The document was not left unread',
    advice: 'Only documents whose reading failed or was cancelled are read again.',
  },
  'run.cancelled': {
    status: 409,
    title: 'The reading was cancelled',
    advice: 'Have the document read again when it is wanted.',
  },
  'run.not-found': { status: 404, title: 'There is no such run', advice: 'Check the id; a document names its run.' },
  'record.not-found': {
    status: 404,
    title: 'There is no such record',
    advice: 'Check the id, or list /api/v1/records.',
  },
  'record.if-match-required': {
    status: 428,
    title: 'The change does not say which version it is for',
    advice: 'Read the record, and send its ETag as If-Match.',
  },
  'record.changed': {
    status: 412,
    title: 'The record was changed meanwhile',
    advice: 'Read the record again, and repeat the change on its new version.',
  },
  'record.unknown-field': {
    status: 422,
    title: 'The record’s type has no such field',
    advice: 'Use a field name of the type; /api/v1/docs tells where they are listed.',
  },
  'record.invalid-value': {
    status: 422,
    title: 'The value does not fit the field',
    advice: 'Send dates as YYYY-MM-DD, amounts as numbers, codes as ISO codes.',
  },
  'sample.unavailable': { status: 503, title: 'Samples cannot be made here', advice: 'Upload a document of your own.' },
  'trash.not-found': {
    status: 404,
    title: 'There is no such thing in the trash',
    advice: 'Look into /api/v1/trash; what was purged cannot come back.',
  },
  'trash.parent-deleted': {
    status: 409,
    title: 'What it belongs to is in the trash',
    advice: 'Restore the document; its records come back with it.',
  },
  'hold.stands': {
    status: 409,
    title: 'A legal hold stands on it',
    advice: 'Ask whoever manages legal holds; once the hold is released, try again.',
  },
  'hold.not-found': {
    status: 404,
    title: 'There is no such legal hold',
    advice: 'Check the id, or list /api/v1/holds.',
  },
  'hold.released': {
    status: 409,
    title: 'The legal hold was released already',
    advice: 'Place a new one where it is needed again.',
  },
  'retention.kept': {
    status: 409,
    title: 'It must still be kept',
    advice: 'Wait until the date that is named, or let whoever manages retention change the rule in /api/v1/retention.',
  },
  'erasure.not-confirmed': {
    status: 422,
    title: 'The erasure was not confirmed',
    advice: 'Send the id of what is to be erased once more as "confirm". Nothing brings it back.',
  },
  'person.not-found': { status: 404, title: 'There is no such person', advice: 'Check the id.' },
  'person.last-owner': {
    status: 409,
    title: 'A workspace with other members would be left without an owner',
    advice: 'Hand the workspace to somebody else, or erase it, first.',
  },
  'export.incomplete': {
    status: 422,
    title: 'The record lacks what a valid document in this format must say',
    advice: 'Correct the fields that are named; nothing is filled in that the record does not say.',
  },
  'export.not-read-back': {
    status: 422,
    title: 'What was written could not be read back as the same record',
    advice:
      'Choose another option of this format, or another format (GET /api/v1/records/{id}/exports); nothing was delivered.',
  },
  'export.unknown-option': {
    status: 400,
    title: 'The format has no such option',
    advice: 'Ask which options it has: GET /api/v1/records/{id}/exports.',
  },
  'export.unknown-format': {
    status: 400,
    title: 'Records of this type are not written in this format',
    advice: 'Ask which formats there are: GET /api/v1/records/{id}/exports.',
  },
  'export.not-found': {
    status: 404,
    title: 'There is no such export',
    advice: 'Check the id, or ask for a new export.',
  },
  'export.not-ready': {
    status: 409,
    title: 'The export is not ready',
    advice: 'Ask for its state again in a while; one that failed has to be asked for anew.',
  },
  'export.expired': {
    status: 410,
    title: 'The export has expired',
    advice: 'Ask for a new one; archives are kept for seven days.',
  },
  'audit.none': {
    status: 503,
    title: 'There is no audit log here',
    advice: 'Check DATA_DIR or DATABASE_URL; a log is made when this version of the server first starts.',
  },
} as const satisfies Record<string, ErrorEntry>;

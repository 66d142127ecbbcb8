// The error catalogue: every failure a person or a program can meet, with what to do about it.

export interface ErrorEntry {
  /** HTTP status when it surfaces in the API. */
  status: number;
  title: string;
  /** What the caller can do. */
  advice: string;
}

export const errorCatalogue = {
  'file.encrypted': { status: 422, title: 'The file is encrypted', advice: 'Give its password, or save it without one.' },
  'file.corrupt': { status: 422, title: 'The file is damaged', advice: 'Open it in its own program and save or print it to PDF again.' },
  'file.unsupported': { status: 415, title: 'This kind of file is not read', advice: 'Send PDF, PNG, JPEG, TIFF, WebP, text, HTML, hOCR or ALTO.' },
  'file.empty': { status: 422, title: 'The file is empty', advice: 'Check that the upload or scan finished, and send it again.' },
  'file.too-large': { status: 413, title: 'The file is too large', advice: 'Split it, scan at a lower resolution, or raise the limit in the configuration.' },
  'file.timeout': { status: 422, title: 'Reading the file took too long', advice: 'Split it into smaller files, or raise the time limit in the configuration.' },
  'file.memory': { status: 422, title: 'Reading the file took too much memory', advice: 'Print it to PDF again, or raise the memory limit in the configuration.' },
  'file.not-found': { status: 404, title: 'The file is not there', advice: 'Check the path.' },
  'file.unreadable': { status: 422, title: 'The file cannot be opened', advice: 'Check its permissions, and that it is a regular file.' },
  'file.changed': { status: 409, title: 'The file changed while it was read', advice: 'Wait until it is written, and read it again.' },
  'internal': { status: 500, title: 'Something went wrong in Sheaf', advice: 'Try again; if it stays, report it with the request id.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** An error with a code from the catalogue. `message` is safe to show to a user. */
export class SheafError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message?: string, options?: { cause?: unknown; details?: Record<string, unknown> }) {
    super(message ?? errorCatalogue[code].title, { cause: options?.cause });
    this.name = 'SheafError';
    this.code = code;
    this.details = options?.details ?? {};
  }
}

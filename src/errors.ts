// The error catalogue: every failure a person or a program can meet, with what to do about it.

export interface ErrorEntry {
  /** HTTP status when it surfaces in the API. */
  status: number;
  title: string;
  /** What the caller can do. */
  advice: string;
}

export const errorCatalogue = {
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
    advice: 'Send PDF, PNG, JPEG, TIFF, WebP, text, HTML, hOCR or ALTO.',
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
  'request.invalid': {
    status: 400,
    title: 'The request is not valid',
    advice: 'Correct the fields that are named, and send it again.',
  },
  'request.not-found': {
    status: 404,
    title: 'There is nothing at this address',
    advice: 'Check the address against /api/v1/docs.',
  },
  'request.media-type': {
    status: 415,
    title: 'This content type is not taken here',
    advice: 'Send the content type that /api/v1/docs names for this operation.',
  },
  'request.too-large': {
    status: 413,
    title: 'The request is too large',
    advice: 'Send fewer or smaller files, or raise MAX_UPLOAD_MB.',
  },
  'request.timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    advice: 'Send it again over a faster connection or in smaller parts, or raise REQUEST_SECONDS.',
  },
  'request.host': {
    status: 421,
    title: 'The server does not answer to this name',
    advice:
      'Use the address that the server printed at start, such as http://127.0.0.1:8000, or add the name to ALLOWED_HOSTS.',
  },
  'request.origin': {
    status: 403,
    title: 'Another site may not do this',
    advice:
      'Call the API from the server’s own page or from a program, or let the operator add the site to ALLOWED_ORIGINS.',
  },
  'auth.required': {
    status: 401,
    title: 'You are not signed in',
    advice: 'Sign in, or send a valid access token or API key as "Authorization: Bearer …".',
  },
  'auth.forbidden': {
    status: 403,
    title: 'You may not do this',
    advice: 'Ask an administrator of the workspace for a role, or for a key with a scope, that allows it.',
  },
  'auth.invalid-credentials': {
    status: 401,
    title: 'E-mail or password is wrong',
    advice: 'Check both, or ask for a link to set a new password.',
  },
  'auth.locked': {
    status: 429,
    title: 'Too many failed attempts',
    advice: 'Wait as long as Retry-After says, or ask for a link to set a new password.',
  },
  'auth.link-invalid': {
    status: 400,
    title: 'This link or code is used up, too old, or not whole',
    advice: 'Ask for a new one.',
  },
  'auth.code-invalid': {
    status: 401,
    title: 'The code is wrong',
    advice: 'Enter the code that the app shows now, or one of your recovery codes.',
  },
  'auth.challenge-invalid': {
    status: 401,
    title: 'The sign-in took too long or was tried too often',
    advice: 'Begin again with e-mail and password.',
  },
  'auth.passkey-refused': {
    status: 401,
    title: 'The passkey was not accepted',
    advice: 'Try again, or sign in another way.',
  },
  'account.exists': {
    status: 409,
    title: 'There is an account with this e-mail already',
    advice: 'Sign in, or ask for a link to set a new password.',
  },
  'account.not-verified': {
    status: 403,
    title: 'The e-mail address is not confirmed yet',
    advice: 'Open the link in the mail that was sent to it, or ask for a new one.',
  },
  'account.weak-password': {
    status: 422,
    title: 'The password is too weak',
    advice: 'Take 8 to 128 characters that are not a common password and not your address; a few words are fine.',
  },
  'account.registration-closed': {
    status: 403,
    title: 'New accounts are by invitation only',
    advice: 'Ask somebody who uses this server for an invitation.',
  },
  'account.no-second-factor': {
    status: 409,
    title: 'No second factor is set up',
    advice: 'Set one up first.',
  },
  'account.second-factor-on': {
    status: 409,
    title: 'A second factor is set up already',
    advice: 'Turn it off first; that needs your password.',
  },
  'account.proof-needed': {
    status: 403,
    title: 'This needs a proof that it is you',
    advice: 'Send your password with it; without a password, sign in again and repeat it within 15 minutes.',
  },
  'account.wrong-password': {
    status: 403,
    title: 'The current password is wrong',
    advice: 'Check it, or ask for a link to set a new password.',
  },
  'account.has-password': {
    status: 409,
    title: 'The account has a password already',
    advice: 'Change it by giving the current one.',
  },
  'account.last-credential': {
    status: 409,
    title: 'This is the only way to sign in to the account',
    advice: 'Set a password or add another passkey first.',
  },
  'account.not-linked': {
    status: 409,
    title: 'There is an account with this e-mail that was not confirmed',
    advice: 'Sign in with its password, or ask for a link to set a new one; after that you can sign in this way.',
  },
  'session.not-found': {
    status: 404,
    title: 'There is no such session',
    advice: 'Check the id, or list /api/v1/auth/sessions.',
  },
  'passkey.not-found': {
    status: 404,
    title: 'There is no such passkey',
    advice: 'Check the id, or list /api/v1/auth/passkeys.',
  },
  'key.not-found': { status: 404, title: 'There is no such key', advice: 'Check the id, or list /api/v1/keys.' },
  'key.too-many': { status: 409, title: 'There are too many keys', advice: 'Revoke keys that are not used any more.' },
  'oidc.unknown-provider': {
    status: 404,
    title: 'There is no such sign-in',
    advice: 'List the ones there are: /api/v1/auth/oidc.',
  },
  'oidc.refused': {
    status: 401,
    title: 'The sign-in elsewhere did not succeed',
    advice: 'Try again; if it stays, tell whoever runs this server, whose log says why.',
  },
  'oidc.email-unproven': {
    status: 403,
    title: 'The provider does not vouch for your e-mail address',
    advice: 'Confirm the address there, or sign in another way.',
  },
  'oidc.unreachable': {
    status: 503,
    title: 'The sign-in elsewhere cannot be reached',
    advice: 'Try again in a moment, or sign in another way.',
  },
  'workspace.not-found': {
    status: 404,
    title: 'There is no such workspace',
    advice: 'Check the id, or list /api/v1/workspaces.',
  },
  'workspace.limit': {
    status: 403,
    title: 'You have made as many workspaces as one person may',
    advice: 'Use one that you have, or ask the operator to raise WORKSPACES_PER_PERSON.',
  },
  'workspace.last-owner': {
    status: 409,
    title: 'The workspace would have no owner',
    advice: 'Hand it to another member first.',
  },
  'member.not-found': {
    status: 404,
    title: 'There is no such member',
    advice: 'Check the id, or list the members of the workspace.',
  },
  'member.exists': {
    status: 409,
    title: 'This person belongs to the workspace already',
    advice: 'Change their role instead.',
  },
  'member.disabled': {
    status: 409,
    title: 'This person’s account is closed',
    advice: 'Take another member, or ask the operator to open the account again.',
  },
  'invitation.not-found': {
    status: 404,
    title: 'There is no such invitation',
    advice: 'Check the id, or list the invitations of the workspace.',
  },
  'invitation.pending': {
    status: 409,
    title: 'This address has been invited already',
    advice: 'Send that invitation again, or revoke it first.',
  },
  'invitation.settled': {
    status: 409,
    title: 'The invitation was answered or revoked already',
    advice: 'Make a new one if it is needed.',
  },
  'invitation.limit': {
    status: 429,
    title: 'Too many invitations',
    advice: 'Try again later; a workspace sends 200 a day, and each of them at most five times.',
  },
  'invitation.other-address': {
    status: 403,
    title: 'The invitation is for another e-mail address',
    advice: 'Sign in with the account of the address that it was sent to.',
  },
  'account.not-found': {
    status: 404,
    title: 'There is no such account',
    advice: 'Check the id, or list /api/v1/admin/users.',
  },
  'account.own': {
    status: 409,
    title: 'This cannot be done to your own account',
    advice: 'Ask another administrator of the installation.',
  },
  'upload.no-file': {
    status: 400,
    title: 'No file was sent',
    advice: 'Send at least one file as multipart/form-data.',
  },
  'idempotency.mismatch': {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
    advice: 'Use a new key for a new request.',
  },
  'idempotency.in-progress': {
    status: 409,
    title: 'A request with this Idempotency-Key is still running',
    advice: 'Send it again after the time in Retry-After; you then get its answer.',
  },
  'idempotency.unreadable': {
    status: 409,
    title: 'The request was done, but its answer cannot be shown again',
    advice: 'Look up what it made. The answer held a secret, which was sealed by a server with another key.',
  },
  'rate.limited': {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait as long as Retry-After says. The RateLimit headers of every answer tell how many are left.',
  },
  'quota.exceeded': {
    status: 402,
    title: 'The quota of the workspace is used up',
    advice:
      'Wait until counting starts again, or ask the operator for a higher tier; /api/v1/usage shows what is left.',
  },
  'quota.calls-exceeded': {
    status: 429,
    title: 'The workspace’s API calls of today are used up',
    advice: 'Wait until counting starts again at midnight UTC, or ask the operator for a higher tier.',
  },
  'queue.full': {
    status: 503,
    title: 'Too many documents wait to be read',
    advice: 'Nothing of this upload was taken. Send it again after the time in Retry-After.',
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
  'mail.invalid-recipient': {
    status: 422,
    title: 'This is not an e-mail address that mail can be sent to',
    advice: 'Correct the address: one address, such as name@example.org.',
  },
  'mail.not-sent': {
    status: 503,
    title: 'The mail could not be sent yet',
    advice: 'Nothing: it is tried again. When it stays, see docs/mail.md.',
  },
  'outgoing.refused': {
    status: 422,
    title: 'The server does not call this address',
    advice: 'Give a public http(s) address, or have the operator name it in OUTGOING_ALLOW.',
  },
  'outgoing.failed': {
    status: 502,
    title: 'The other server gave no usable answer',
    advice: 'Check that the address is right and answers; then try again.',
  },
  'store.locked': {
    status: 503,
    title: 'The data directory is in use by another process',
    advice: 'Stop the other server, or set another DATA_DIR.',
  },
  'store.schema-newer': {
    status: 503,
    title: 'The database was written by a newer Sheaf',
    advice: 'Start the newer version, or restore a back-up made with this one.',
  },
  'store.unavailable': {
    status: 503,
    title: 'The database cannot be reached',
    advice: 'Check that the database runs and that DATABASE_URL is right; then try again.',
  },
  'store.busy': {
    status: 503,
    title: 'The database is too busy to answer',
    advice: 'Send it again after the time in Retry-After; if it stays, give the database more connections or memory.',
  },
  'store.full': {
    status: 507,
    title: 'There is no room left on the disk of the server',
    advice: 'Free space on the disk that holds DATA_DIR (and on the database server), then send it again.',
  },
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
  'store.blob-damaged': {
    status: 500,
    title: 'A stored file is missing or damaged',
    advice: 'Restore the blobs from a back-up, or upload the file again.',
  },
  'serve.address-in-use': {
    status: 503,
    title: 'The address cannot be used',
    advice: 'Stop what listens there, or choose another PORT.',
  },
  'config.invalid': {
    status: 500,
    title: 'The configuration is not valid',
    advice: 'Correct the variables that are named, and start again.',
  },
  'server.stopping': { status: 503, title: 'The server is stopping', advice: 'Try again in a moment.' },
  internal: {
    status: 500,
    title: 'Something went wrong in Sheaf',
    advice: 'Try again; if it stays, report it with the request id.',
  },
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

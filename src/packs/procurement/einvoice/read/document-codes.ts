// UNTDID 1001: which document type codes of an invoice message give money back. The rest (380 and its kin, 384 corrected
// invoice, 389 self-billed …) ask for it.

const CREDIT_NOTES: ReadonlySet<string> = new Set('81 83 261 262 296 308 381 396 420 458 532'.split(' '));

export function isCreditNoteCode(code: string | undefined): boolean {
  return code !== undefined && CREDIT_NOTES.has(code.trim());
}

import { legalFormAt, tokenize } from '../../../recognize/legal-forms.ts';

/** Whether a legal form stands behind a word: "Acme GmbH". */
export function hasLegalForm(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.some((_, at) => at > 0 && legalFormAt(tokens, at) !== undefined);
}

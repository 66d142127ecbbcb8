// The tense of an English sentence without a subject ("Manage a team"), as résumés have them. `compromise` knows the verbs; it is
// loaded when the first tense is changed, and knows no other language.

export type Tense = 'past' | 'present';

let loaded: Promise<typeof import('compromise')['default']> | undefined;

export async function changeTense(sentence: string, tense: Tense): Promise<string> {
  const match = /^(\p{Lu}\p{Ll}{1,20})( .*)$/su.exec(sentence);
  if (!match) return sentence;
  loaded ??= import('compromise').then((module) => module.default);
  const nlp = await loaded;
  const [, first, rest] = match as unknown as [string, string, string];
  // Behind a pronoun the word is read as the verb that it is: "Lead" is a noun as often.
  const verb = nlp(`they ${first.toLowerCase()}`).verbs();
  if (!verb.found) return sentence;
  const forms = verb.conjugate()[0] as { PastTense?: string; Infinitive?: string } | undefined;
  const form = tense === 'past' ? forms?.PastTense : forms?.Infinitive;
  if (!form || !/^\p{L}+$/u.test(form)) return sentence;
  return form.charAt(0).toUpperCase() + form.slice(1) + rest;
}

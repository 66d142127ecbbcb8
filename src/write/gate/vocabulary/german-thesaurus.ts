// German words, as in english-verbs.ts.

export const germanThesaurus = `
`;

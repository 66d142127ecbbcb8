import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/search/ask/answer-question.ts';
import type { AskedPassage } from '../../../src/search/ask/score-sentences.ts';

const passage = (
  id: string,
  text: string,
  { title = '', context = null as string | null, language = 'en' } = {},
): AskedPassage => ({
  id,
  title,
  context,
  text,
  language,
});

const lease = [
  passage(
    'term',
    'Term\nThis lease begins on 1 May 2026 and ends on 30 April 2031. The tenant may renew it once for two years.',
    {
      title: 'Lease of the Harbour Street warehouse',
    },
  ),
  passage('rent', 'Rent\nThe monthly rent is EUR 4,200. It is due on the third working day of each month.', {
    title: 'Lease of the Harbour Street warehouse',
  }),
  passage(
    'notice',
    'Termination\nEither party may terminate with six months’ notice. Notice must be given in writing.',
    {
      title: 'Lease of the Harbour Street warehouse',
    },
  ),
  passage('pets', 'Use\nThe premises are used for storage only. No animals may be kept.', {
    title: 'Lease of the Harbour Street warehouse',
  }),
];
const ask = (question: string, passages = lease) => answerQuestion(question, passages);

test.each([
  ['When does the lease end?', 'term', '30 April 2031'],
  ['How much is the monthly rent?', 'rent', 'EUR 4,200'],
  ['How much notice must be given to terminate?', 'notice', 'six months'],
  ['May animals be kept in the premises?', 'pets', 'No animals'],
  ['Can the tenant renew the lease?', 'term', 'renew it once'],
])('%s is answered by the sentence that says it, as it stands there', async (question, id, holds) => {
  const answer = await ask(question);
  expect(answer.found).toBe(true);
  const [first] = answer.sentences;
  expect(first?.passage.id).toBe(id);
  expect(first?.text).toContain(holds);
  expect(first?.passage.text.slice(first.start, first.end)).toBe(first?.text);
});

test.each([
  'Who won the world cup in 1998?',
  'What is the boiling point of ethanol?',
  'When does the lease with contract number HS-9931 end?',
  'How many calories does a banana have?',
  '',
  '???',
  '\u0000\u202e',
])('%j is not in the documents', async (question) => {
  const answer = await ask(question);
  expect(answer.found).toBe(false);
  expect(answer.sentences).toEqual([]);
});

test.each([
  [
    '12. Governing law and jurisdiction. This contract is subject to the laws of Ireland.',
    'subject to the laws of Ireland',
  ],
  ['§ 9 Anwendbares Recht und Gerichtsstand. Es gilt irisches Recht.', 'Es gilt irisches Recht'],
])('a heading with a number and one capital is no answer: %s', async (text, holds) => {
  const language = text.startsWith('§') ? 'de' : 'en';
  const asked = language === 'de' ? 'Welches Recht ist anwendbar?' : 'Which law governs the contract?';
  const answer = await answerQuestion(asked, [passage('law', text, { title: 'Contract', language })]);
  expect(answer.ranked.map((one) => one.text).join(' ')).toContain(holds);
  expect(answer.ranked).toHaveLength(1);
  expect(answer.ranked[0]?.heading).toContain(language === 'de' ? 'Anwendbares Recht' : 'Governing law');
});

test.each([
  '9. The fee is due at once.',
  '9. Tenant pays the costs of heating.',
  '9. Both parties agree to mediation.',
])('%s is a sentence, and no heading', async (text) => {
  const { ranked } = await answerQuestion('Which fee or costs, which mediation?', [
    passage('p', `${text} Much else follows here.`),
  ]);
  expect(ranked.map((one) => one.text).join(' ')).toContain(text.slice(3));
});

test('a heading is no answer: the sentence under it is', async () => {
  const { sentences } = await ask('Which law governs the agreement?', [
    passage('law', '18. Governing Law.\nThis agreement is construed under the laws of Ohio.', {
      title: 'Supply agreement',
    }),
  ]);
  expect(sentences[0]?.text).toBe('This agreement is construed under the laws of Ohio.');
});

test('a code in the question must be that of the document', async () => {
  const bills = [
    passage('one', 'Total amount due: 119.00 EUR', { title: 'Invoice INV-18' }),
    passage('two', 'Total amount due: 84.50 EUR', { title: 'Invoice INV-17' }),
  ];
  const { sentences } = await ask('What is the total amount of invoice INV-17?', bills);
  expect(sentences.map(({ passage: { id } }) => id)).toEqual(['two']);
});

test('what two passages say alike is said once', async () => {
  const twice = [lease[1]!, { ...lease[1]!, id: 'copy' }];
  expect((await ask('How much is the monthly rent?', twice)).sentences).toHaveLength(1);
});

test('no passages: nothing is found', async () => {
  expect(await ask('When does it end?', [])).toEqual({ found: false, sentences: [], ranked: [] });
});

test('a vector that says otherwise lowers the answer, one that agrees raises it', async () => {
  const vector = (x: number, y: number) => Float32Array.from([x, y]);
  const embed = (alike: boolean) => async (texts: readonly string[]) =>
    texts.map((_, i) => (i === 0 || alike ? vector(1, 0) : vector(0, 1)));
  const agreed = await answerQuestion('When does the lease end?', lease, { embed: embed(true) });
  const contradicted = await answerQuestion('When does the lease end?', lease, { embed: embed(false) });
  expect(agreed.ranked[0]!.score).toBeGreaterThan(contradicted.ranked[0]!.score);
});

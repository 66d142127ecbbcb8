// What every Nlp does, wherever its models run: run over the local one, the remote one and fixed rules.

import { describe, expect, it } from 'vitest';
import { SheafError } from '../../src/errors.ts';
import type { ModelStatus, Nlp } from '../../src/nlp/nlp.ts';

export interface NlpUnderTest {
  nlp: () => Nlp;
  status: ModelStatus;
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

const invitation = 'Please write to Jane.Doe@example.com 🎉 before 3 May 2026.\r\nÀ bientôt, Acme Widgets GmbH';

export function testNlpContract({ nlp, status }: NlpUnderTest): void {
  describe('embed', () => {
    it('gives one unit vector a text, in their order, of the dimension that the model has', async () => {
      const texts = ['a lease', '', 'Invoice 4711', '🎉', 'a lease'];
      const { vectors, model, ...rest } = await nlp().embed(texts);
      expect(rest.status).toBe(status);
      expect(vectors).toHaveLength(texts.length);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(model.dimension);
        expect(dot(vector, vector)).toBeCloseTo(1, 4);
      }
      expect(vectors[4]).toEqual(vectors[0]);
    });

    it('gives a text the same vector whatever else is asked about', async () => {
      const text = 'The supplier delivers within ten days of the order.';
      const alone = await nlp().embed([text]);
      const others = Array.from({ length: 20 }, (_, i) => 'and more words '.repeat(i + 1));
      const [among] = await Promise.all([
        nlp().embed([...others, text, ...others], { urgency: 'background' }),
        nlp().embed(others),
      ]);
      expect(among.vectors[20]).toEqual(alone.vectors[0]);
      expect(among.model).toEqual(alone.model);
    });

    it('puts texts with the same words nearer to each other than others', async () => {
      const { vectors } = await nlp().embed([
        'cancel the lease of a flat',
        'a lease was cancelled for the flat',
        'grilled fish with lemon',
      ]);
      expect(dot(vectors[0]!, vectors[1]!)).toBeGreaterThan(dot(vectors[0]!, vectors[2]!) + 0.1);
    });

    it('answers with the model that it names, or says that it fell back', async () => {
      const { model } = await nlp().embed(['x']);
      if (status === 'model') expect(model).toEqual(nlp().embeddingModel());
      else expect(model.id).not.toBe(nlp().embeddingModel().id);
    });

    it('answers nothing with nothing', async () => {
      expect((await nlp().embed([])).vectors).toEqual([]);
      expect((await nlp().findEntities([])).entities).toEqual([]);
      expect(await nlp().detectLanguage([])).toEqual([]);
    });

    it('refuses more than one call may ask for', async () => {
      const many = new Array<string>(1001).fill('x');
      for (const call of [
        nlp().embed(many),
        nlp().embed(['x'.repeat(2_000_001)]),
        nlp().findEntities(['x'.repeat(500_001)]),
      ]) {
        const error = await call.catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(SheafError);
        expect((error as SheafError).code).toBe('models.too-much');
      }
    });

    it('takes hostile texts', async () => {
      const texts = [
        '\ud800 lone',
        '\0\0',
        '[SEP] [CLS] [MASK]',
        'x'.repeat(100_000),
        '\u0301'.repeat(5_000),
        '<>&"\u2028',
      ];
      expect((await nlp().embed(texts)).vectors).toHaveLength(texts.length);
      expect((await nlp().findEntities(texts)).entities).toHaveLength(texts.length);
    });

    it('ends with the reason of its signal', async () => {
      const reason = new Error('nobody waits any more');
      await expect(nlp().embed(['x'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      await expect(nlp().findEntities(['x'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });

  describe('find entities', () => {
    it('tells exactly where each stands in the text', async () => {
      const { entities, ...rest } = await nlp().findEntities([invitation, '']);
      expect(rest.status).toBe(status);
      expect(entities).toHaveLength(2);
      expect(entities[1]).toEqual([]);
      for (const { start, end, text } of entities[0]!) expect(invitation.slice(start, end)).toBe(text);
      const byRules = entities[0]!.filter(({ head }) => head === 'rules').map(({ label, text }) => `${label} ${text}`);
      expect(byRules).toEqual(['EMAIL Jane.Doe@example.com', 'DATE 3 May 2026', 'ORG Acme Widgets GmbH']);
    });

    it('tells skills and knowledge alone when asked line by line, and nothing by rules', async () => {
      const posting = `${invitation}\nYou know Python and SQL.`;
      const { entities, ...rest } = await nlp().findEntities([posting], { byLine: true });
      expect(rest.status).toBe(status);
      const heads = new Set(entities[0]!.map(({ head }) => head));
      expect(heads).toEqual(status === 'model' ? new Set(['knowledge']) : new Set());
      for (const { start, end, text } of entities[0]!) expect(posting.slice(start, end)).toBe(text);
    });

    it('finds the same each time', async () => {
      const first = await nlp().findEntities([invitation]);
      expect(await nlp().findEntities([invitation])).toEqual(first);
    });
  });

  it('tells languages that it is sure of, and none otherwise', async () => {
    const guesses = await nlp().detectLanguage([
      'The invoice shall be paid by the customer within thirty days of its date.',
      'Die Rechnung ist von dem Kunden innerhalb von dreißig Tagen zu bezahlen.',
      'La facture doit être réglée par le client dans un délai de trente jours.',
      'Το τιμολόγιο πληρώνεται εντός τριάντα ημερών',
      '4711',
      '',
    ]);
    expect(guesses.map(({ language }) => language)).toEqual(['en', 'de', 'fr', 'el', null, null]);
    for (const { score } of guesses) expect(score).toBeGreaterThanOrEqual(0);
  });
}

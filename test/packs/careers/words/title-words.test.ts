import { describe, expect, test } from 'vitest';
import { titleScore } from '../../../../src/packs/careers/postings/locales/title-words.ts';
import { placesScore } from '../../../../src/packs/careers/postings/read/location.ts';
import { positionScore } from '../../../../src/packs/careers/read/judge-text.ts';
import { placeScore } from '../../../../src/packs/careers/words/place-score.ts';

describe('titles are told alike in résumés and postings', () => {
  test.each([
    'Senior Engineer',
    'Bauleiterin',
    'Pflegefachkraft',
    'Krankenpfleger',
    'Mitarbeitende im Lager',
    'Développeuse back-end',
    'Infirmière de nuit',
    'Desarrolladora web',
    'Verpleegkundige',
    'Kierowniczka projektu',
    'Trainee-Consultant',
  ])('%s', (title) => {
    expect(positionScore(title)).toBeGreaterThan(0.5);
    expect(titleScore(title)).toBeGreaterThan(0.5);
  });

  test.each(['Gartner', 'Summer Festival', 'Leit', 'Aircraft'])('%s is none', (text) => {
    expect(positionScore(text)).toBeLessThan(0.5);
    expect(titleScore(text)).toBe(0);
  });
});

describe('places are told alike in résumés and postings', () => {
  test.each(['Berlin, Germany', 'Austin, TX', '80333 München'])('%s', (text) => {
    expect(placeScore(text)).toBeGreaterThanOrEqual(0.7);
    expect(placesScore(text)).toBe(placeScore(text));
  });

  test('a posting may name several, or where one may be', () => {
    expect(placesScore('Berlin or Munich')).toBeGreaterThanOrEqual(0.7);
    expect(placesScore('Hamburg (Hybrid)')).toBeGreaterThanOrEqual(0.7);
    expect(placesScore('EMEA')).toBeGreaterThanOrEqual(0.7);
    expect(placesScore('Kleinkleckersdorf')).toBe(0.25);
    expect(placesScore('Full-time')).toBe(0);
  });
});

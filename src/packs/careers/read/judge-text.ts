// How far a fragment of an entry's head reads as a position, an employer, a place, a school, a degree: 0–1 from its words.

import { foldPlace } from '../../../recognize/countries.ts';
import { organisationWords } from '../../../recognize/data/organisation-words.ts';
import { remember } from '../../../recognize/remember.ts';
import { FIELD_WORD, findDegree, SCHOOL } from '../locales/degrees.ts';
import { hasLegalForm } from '../words/legal-form.ts';
import { placeScore } from '../words/place-score.ts';
import { countTitleWords } from '../words/title-words.ts';

const GRADE =
  /(?<!\p{L})(?:senior|junior|sr\.?|jr\.?|chief|lead|deputy|trainee|part[- ]time|full[- ]time|freelance|werkstudent)(?!\p{L})/iu;

export const positionScore: (text: string) => number = remember((text) => {
  const words = text.split(/\s+/).length;
  if (words > 14 || /[@]|https?:/.test(text)) return 0;
  const heads = countTitleWords(text);
  if (heads === 0) return GRADE.test(text) ? 0.55 : 0.15;
  const legal = hasLegalForm(text) ? 0.5 : 0;
  const school = SCHOOL.test(text) ? 0.25 : 0;
  return Math.max(0.1, (words <= 8 ? 0.9 : 0.55) - legal - school);
});

export const companyScore: (text: string) => number = remember((text) => {
  const words = text.split(/\s+/);
  if (words.length > 12 || !/\p{L}{2}/u.test(text) || /^\p{Ll}{2,} \p{Ll}/u.test(text)) return 0.05;
  if (hasLegalForm(text)) return 0.95;
  const organisation = words.some((word) => organisationWords.has(foldPlace(word)));
  const heads = countTitleWords(text);
  const capital = words.filter((word) => /^[^\p{L}]*[\p{Lu}\d]/u.test(word)).length / words.length;
  let score = 0.2 + 0.35 * capital + (organisation ? 0.25 : 0) - (heads > 0 ? 0.35 : 0);
  if (placeScore(text) > 0.7) score -= 0.35;
  if (words.length > 7) score -= 0.2;
  if (/[.!?]$/.test(text) && words.length > 4) score -= 0.2;
  return Math.max(0.02, Math.min(0.85, score));
});

export const schoolScore: (text: string) => number = remember((text) => {
  if (!/\p{L}{2}/u.test(text)) return 0;
  const degree = findDegree(text) !== undefined;
  if (SCHOOL.test(text)) return degree ? 0.55 : 0.95;
  if (degree) return 0.05;
  return Math.max(0.05, companyScore(text) - (FIELD_WORD.test(text) ? 0.3 : 0.12));
});

export const degreeScore: (text: string) => number = remember((text) => {
  const match = findDegree(text);
  if (!match) return 0.03;
  const school = SCHOOL.test(text.replace(match.text, ''));
  return (match.index < 4 ? 0.95 : 0.6) - (school ? 0.4 : 0);
});

export const fieldScore: (text: string) => number = remember((text) => {
  if (findDegree(text) || SCHOOL.test(text)) return 0.08;
  return FIELD_WORD.test(text) ? 0.75 : 0.25;
});

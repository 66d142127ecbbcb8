import { describe, expect, test } from 'vitest';
import { isPaperTitle, sectionTitleOf } from '../../../src/packs/careers/read/section-title.ts';

describe('sectionTitleOf', () => {
  test.each([
    ['WORK EXPERIENCE', 'work'],
    ['Education & Training', 'education'],
    ['— Skills —', 'skills'],
    ['2. Publications:', 'publications'],
    ['Berufserfahrung', 'work'],
    ['EDV-Kenntnisse', 'skills'],
    ["Centres d'intérêt", 'interests'],
    ['Formación académica', 'education'],
    ['Competenze linguistiche', 'languages'],
    ['Experiência Profissional', 'work'],
    ['Opleidingen en cursussen', 'education'],
    ['Doświadczenie zawodowe', 'work'],
    ['Selected Honors', 'awards'],
    ['Additional Information', 'other'],
    ['EXPER IÊN C I A', 'work'],
    ['D OŚW IA D C Z E N I E ZAW O D OW E', 'work'],
    ['CURSOS E CE RT IFIC AÇÕE S', 'certificates'],
  ])('%s is %s', (text, kind) => expect(sectionTitleOf(text)?.kind).toBe(kind));

  test.each([
    'Senior Software Engineer',
    'I have five years of work experience.',
    'Education First Ltd',
    'Skills: Java, C++ and eight years of hard work in many places of this earth',
    '2014 – 2018',
    'Experience in Spain',
    'I T A L I A',
  ])('%s is none', (text) => expect(sectionTitleOf(text)).toBeUndefined());

  test('the name of the paper is no section', () => {
    expect(isPaperTitle('Lebenslauf')).toBe(true);
    expect(isPaperTitle('CURRICULUM VITAE')).toBe(true);
    expect(isPaperTitle('Life')).toBe(false);
  });
});

// A cover letter without a model: paragraphs out of the facts of the record, what fits the job first. Paragraphs that a person wrote
// are made plainer and kept.

import type { WritingInput } from '../../../write/artifact-declaration.ts';
import type { Operation } from '../../../write/operation.ts';
import { askedOfText } from './asked-of-text.ts';
import { openRelevance } from './judge-relevance.ts';
import { type Tailoring, tailoringOf } from './options.ts';
import { plainOperations, stringsAt } from './plain-operations.ts';
import { proveSkills } from './prove-skills.ts';
import { resumeOfSources } from './resume-sources.ts';
import {
  achievementsOf,
  bulletSentence,
  type CitedSentence,
  degreeSentence,
  type Facts,
  languageSentences,
  paragraphOf,
  skillsSentence,
  stationSentence,
} from './supported-sentences.ts';

const MOST_SKILLS = 6;
const ACHIEVEMENTS: Record<Tailoring['strength'], number> = { conservative: 2, moderate: 3, aggressive: 4 };

export async function writeLetter(input: WritingInput): Promise<Operation[]> {
  const { body, sources } = input;
  const options = tailoringOf(input.options);
  const given = stringsAt(body, 'paragraphs');
  const language = (body as { language: Facts['language'] }).language;
  const facts: Facts = { record: resumeOfSources(sources), sources, language };
  const plain = await plainOperations(input, options, () => undefined);
  const paragraphs = given.length === 0 ? draft(facts, options) : [];
  const inserted = paragraphs.map(
    ({ text, sources: cited }): Operation => ({
      path: `paragraphs[${given.length}]`,
      action: 'insert',
      original: null,
      value: text,
      reason: 'Out of the facts of the record, what fits the job first.',
      sources: cited,
    }),
  );
  return [...plain, ...inserted];
}

function draft(facts: Facts, options: Tailoring): CitedSentence[] {
  const asked = askedOfText(options.jobDescription);
  const strongest = achievementsOf(facts.record, openRelevance(asked, options));
  const fitting =
    options.strength === 'aggressive' && asked.length > 0 ? strongest.filter(({ toJob }) => toJob > 0) : strongest;
  const chosen = (fitting.length > 0 ? fitting : strongest).slice(0, ACHIEVEMENTS[options.strength]);
  const stations = [...new Set([0, ...chosen.map(({ station }) => station)])].filter(
    (station) => facts.record.work?.[station] !== undefined,
  );
  const told = stations.flatMap((station) => {
    const done = chosen
      .filter((one) => one.station === station)
      .flatMap(({ path, text }) => bulletSentence(facts, path, text));
    const where = stationSentence(facts, station);
    // A reader who looks for ideas reads what was done before where.
    return paragraphOf(options.style === 'creative' ? [...done, ...where] : [...where, ...done]) ?? [];
  });
  const skills = proveSkills(asked, {
    listed: new Set(),
    sources: facts.sources.filter(({ subject }) => subject === 'skills'),
  }).slice(0, MOST_SKILLS);
  const known =
    paragraphOf([
      ...skillsSentence(facts, skills),
      ...degreeSentence(facts),
      ...languageSentences(facts, options.jobDescription),
    ]) ?? [];
  const [first, ...more] = told;
  return options.style === 'technical' && first ? [first, known, ...more].flat() : [...told, known].flat();
}

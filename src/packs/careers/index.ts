// The careers pack: résumés and job postings.

import { definePack } from '../../pipeline/pack.ts';
import { resumeCues, resumeSignals } from './classify.ts';
import { resumeExports } from './exports/resume-exports.ts';
import { europassCandidate, europassSkillsPassport } from './imports/europass.ts';
import { jsonResume } from './imports/json-resume.ts';
import { linkedinExport } from './imports/linkedin.ts';
import { resumePosting } from './match/resume-posting.ts';
import { samePosting } from './match/same-posting.ts';
import { jobPosting } from './postings/posting-type.ts';
import { poorPosting, repostedJob } from './postings/posting-watches.ts';
import { postingSyntax } from './postings/structured/posting-syntax.ts';
import { resumeText } from './read/entity-marks.ts';
import { resumeExtractor } from './read/resume-extractor.ts';
import { letterArtifact } from './rewrite/letter-artifact.ts';
import { olderRewrites } from './rewrite/older-rewrites.ts';
import { profileArtifact } from './rewrite/profile-artifact.ts';
import { resumeArtifact } from './rewrite/resume-artifact.ts';
import { resumeFields } from './schema.ts';
import { explainFit } from './serve/explain-fit.ts';
import { matchJobs } from './serve/match-jobs.ts';
import { olderJobSearches } from './serve/older-jobs.ts';
import { searchJobs } from './serve/search-jobs.ts';
import { searchSkills } from './serve/search-skills.ts';
import { skillList } from './skills/import/import-skills.ts';
import { skillIds } from './skills/infer-skill-ids.ts';
import { jobApplication } from './track/application.ts';

export const careers = definePack({
  id: 'careers',
  title: 'Careers',
  version: '1',
  syntaxes: [jsonResume, europassCandidate, europassSkillsPassport, linkedinExport, postingSyntax],
  operatorLists: [skillList],
  cases: [jobApplication],
  types: [
    {
      id: 'resume',
      title: 'Résumé',
      fields: resumeFields,
      lineFields: [],
      entityText: resumeText,
      signals: resumeSignals,
      cues: resumeCues,
      extractors: [resumeExtractor],
      constraints: [],
      inferences: [skillIds],
      rules: [],
    },
    jobPosting,
  ],
  matches: [resumePosting, samePosting],
  artifacts: [resumeArtifact, letterArtifact, profileArtifact],
  watches: [repostedJob, poorPosting],
  olderAddresses: [...olderJobSearches, ...olderRewrites],
  exports: resumeExports,
  operations: [searchSkills, searchJobs, matchJobs, explainFit],
});

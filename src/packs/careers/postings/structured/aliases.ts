// What feeds, boards, exports and tables call the fields of a posting. Compared by letters and digits alone.

import { foldPlace } from '../../../../recognize/countries.ts';

const names = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** The first of a list that is there counts. */
export const aliases = {
  title: names(
    'title jobTitle positionTitle position jobName vacancyTitle roleTitle stellentitel stellenbezeichnung jobtitel intitule puesto role text name',
  ),
  company: names(
    'hiringOrganization company companyName employer employerName organization organisation organizationName firma unternehmen arbeitgeber entreprise empresa',
  ),
  location: names(
    'location jobLocation locationName locations place city candidateRequiredLocation ort standort arbeitsort einsatzort lieu ubicacion office offices',
  ),
  country: names('country countryCode land jobCountry pays'),
  employment: names(
    'employmentType jobType contractType contract commitment typeOfEmployment workType anstellungsart beschaftigungsart vertragsart schedule type',
  ),
  workplace: names(
    'jobLocationType workplaceType workplace workMode remoteStatus locationType remote isRemote remoteAllowed homeoffice',
  ),
  level: names('experienceLevel seniority seniorityLevel careerLevel experience level'),
  posted: names(
    'datePosted postedAt publishedAt publicationDate publishDate pubDate firstPublished published posted postedDate createdAt created dateCreated updatedAt updated veroffentlicht date',
  ),
  valid: names(
    'validThrough expiresAt expirationDate expires closingDate deadline applicationDeadline endDate validUntil bewerbungsfrist',
  ),
  starts: names('jobStartDate startDate jobImmediateStart eintrittsdatum'),
  description: names(
    'descriptionHtml description jobDescription encoded content descriptionPlain body details descriptionText stellenbeschreibung beschreibung text summary excerpt',
  ),
  requirements: names(
    'requirements qualifications jobRequirements requirement profile anforderungen profil candidateProfile experienceRequirements',
  ),
  responsibilities: names('responsibilities duties tasks jobResponsibilities aufgaben missions'),
  benefits: names('jobBenefits benefits perks weOffer leistungen incentiveCompensation'),
  skills: names('skills requiredSkills skillTags keySkills competences kenntnisse tags technologies'),
  url: names('url link jobUrl absoluteUrl hostedUrl postingUrl jobLink applyLink'),
  apply: names('applyUrl applicationUrl applyLink directApplyUrl'),
  email: names('applicationEmail contactEmail applyEmail email'),
  id: names('identifier jobId requisitionId referenceNumber reference ref refNr id guid jobReference'),
  industry: names('industry department departments team category categories sector branche'),
  salary: names(
    'baseSalary salary salaryRange estimatedSalary compensation pay payRange gehalt remuneration wage compensationTierSummary',
  ),
  salaryMin: names('salaryMin minSalary salaryFrom minimumSalary salaryLow payMin minAmount gehaltVon'),
  salaryMax: names('salaryMax maxSalary salaryTo maximumSalary salaryHigh payMax maxAmount gehaltBis'),
  salaryCurrency: names('salaryCurrency currency currencyCode payCurrency wahrung'),
  salaryUnit: names('salaryPeriod salaryUnit payPeriod salaryInterval period unitText interval salaryType payType'),
} as const;

export type Alias = keyof typeof aliases;

const bare = (name: string): string => foldPlace(name).replace(/ /g, '');

const lists = new Map<Alias, readonly string[]>(
  (Object.entries(aliases) as [Alias, readonly string[]][]).map(([key, list]) => [key, list.map(bare)]),
);

/** Position of a name among the aliases of a field: 0 is the best; −1 = none of them. */
export const aliasRank = (alias: Alias, name: string): number => lists.get(alias)!.indexOf(bare(name));

/** Names that only postings use: a table or object without any of them is about something else. */
const OF_POSTINGS: readonly Alias[] = [
  'employment',
  'requirements',
  'responsibilities',
  'salary',
  'salaryMin',
  'workplace',
  'level',
  'company',
  'apply',
  'benefits',
];
const VAGUE: ReadonlySet<string> = new Set(
  [
    'text',
    'name',
    'type',
    'level',
    'experience',
    'profile',
    'profil',
    'organization',
    'date',
    'id',
    'contract',
    'pay',
    'remote',
    'benefits',
    'company',
    'role',
    'position',
    'tasks',
    'schedule',
  ].map(bare),
);
const TELLING_TITLES: ReadonlySet<string> = new Set(
  ['jobTitle', 'positionTitle', 'jobName', 'vacancyTitle', 'stellentitel', 'stellenbezeichnung', 'jobtitel'].map(bare),
);

/** Whether these names of parts are those of a posting. */
export function namePosting(given: readonly string[]): boolean {
  const found = given.map(bare);
  const has = (alias: Alias): string | undefined => lists.get(alias)!.find((name) => found.includes(name));
  const title = has('title');
  if (!title) return false;
  const telling = TELLING_TITLES.has(title) ? 1 : 0;
  const own = OF_POSTINGS.filter((alias) => {
    const name = has(alias);
    return name !== undefined && !VAGUE.has(name);
  }).length;
  const vague = OF_POSTINGS.filter((alias) => has(alias) !== undefined).length - own;
  const others = (['location', 'description', 'posted', 'url', 'valid', 'industry'] as const).filter(
    (alias) => has(alias) !== undefined,
  ).length;
  if (VAGUE.has(title)) return own >= 2 && others >= 2;
  return (telling + own >= 1 && own + vague + others >= 2) || (vague >= 1 && others >= 3);
}

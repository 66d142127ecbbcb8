// Sentences of our own with what a person would mark in them: `[text|LABEL]`. They were labelled before the model was asked.

export const labelledSentences = {
  knowledge: [
    'You have at least three years of experience with [Python|KNOWLEDGE] and [Django|KNOWLEDGE].',
    'Solid knowledge of [SQL|KNOWLEDGE] and [PostgreSQL|KNOWLEDGE] is required.',
    'Experience with [Docker|KNOWLEDGE], [Kubernetes|KNOWLEDGE] and [Terraform|KNOWLEDGE] is a plus.',
    'Our stack is [TypeScript|KNOWLEDGE], [React|KNOWLEDGE] and [GraphQL|KNOWLEDGE].',
    'A degree in [Computer Science|KNOWLEDGE] or [Mathematics|KNOWLEDGE] would be ideal.',
    'Fluent in [English|KNOWLEDGE] and [German|KNOWLEDGE].',
    'You know [AWS|KNOWLEDGE] or [Azure|KNOWLEDGE] well.',
    'Familiar with [Linux|KNOWLEDGE], [Git|KNOWLEDGE] and [Jenkins|KNOWLEDGE].',
    'Good understanding of [machine learning|KNOWLEDGE] and [statistics|KNOWLEDGE].',
    'We work in two-week sprints and meet every Friday.',
    'The office is close to the station, and lunch is on us.',
    'Proficiency in [Java|KNOWLEDGE] and [Spring Boot|KNOWLEDGE] is a must.',
  ],
  skills: [
    'You will [develop new features|SKILL] for our web shop.',
    'You are able to [work in a team|SKILL].',
    'Excellent [communication skills|SKILL] are expected.',
    'You will be responsible for [leading a team of engineers|SKILL].',
    'The ability to [work independently|SKILL] is important to us.',
    'You [write clean code|SKILL] and [review the code of others|SKILL].',
    'You will [manage relationships with suppliers|SKILL].',
    'Strong [problem solving skills|SKILL] and [attention to detail|SKILL].',
    'You are [flexible|SKILL] and [reliable|SKILL].',
    'We offer thirty days of holidays and a bicycle.',
    'Please send your application to our office in Hamburg.',
    'You will [design and maintain databases|SKILL].',
  ],
  resume: [
    '[Anna Lindqvist|NAME]\n[Software Engineer|DESIGNATION]\n[Chicago, IL|LOCATION] - Email me: [anna.lindqvist@example.com|EMAIL]',
    '[Project Manager|DESIGNATION]\n[Northwind Traders|COMPANY] - [Seattle, WA|LOCATION]\n[June 2015 to March 2019|EXPERIENCE_PERIOD]',
    'Education\n[Bachelor of Science in Computer Science|DEGREE]\n[University of Michigan|COLLEGE] - [Ann Arbor, MI|LOCATION]\n[2012|GRADUATION_YEAR]',
    '[Data Analyst|DESIGNATION]\n[Contoso Ltd|COMPANY] - [Boston, MA|LOCATION]\n[January 2018 to Present|EXPERIENCE_PERIOD]',
    'Skills\n[Java|TECH_TOOL], [Python|TECH_TOOL], [MySQL|TECH_TOOL], [Eclipse|TECH_TOOL]',
    '[Thomas Berger|NAME]\n[Sales Manager|DESIGNATION] at [Fabrikam Inc|COMPANY]',
    '[Master of Business Administration|DEGREE]\n[Stanford University|COLLEGE] - [Stanford, CA|LOCATION]\n[2009|GRADUATION_YEAR]',
    'Contact: [maria.rossi@example.org|EMAIL]',
    '[System Administrator|DESIGNATION]\n[Initech|COMPANY] - [Austin, TX|LOCATION]\n[May 2010 to August 2014|EXPERIENCE_PERIOD]',
    '[Daniel Okafor|NAME]\n[Web Developer|DESIGNATION]\n[Denver, CO|LOCATION]',
    'Tools: [Jira|TECH_TOOL], [Git|TECH_TOOL], [Jenkins|TECH_TOOL], [Docker|TECH_TOOL]',
    '[B.Tech in Electronics|DEGREE]\n[Indian Institute of Technology|COLLEGE] - [Mumbai, Maharashtra|LOCATION]\n[2014|GRADUATION_YEAR]',
  ],
  general: [
    '[Marie Curie|PER] was born in [Warsaw|LOC] and worked in [Paris|LOC].',
    '[Siemens|ORG] opened a new plant in [Brazil|LOC] last year.',
    'The talks between [Angela Merkel|PER] and [Barack Obama|PER] took place in [Berlin|LOC].',
    '[Toyota|ORG] and [Honda|ORG] reported higher sales in [Japan|LOC].',
    'The [University of Oxford|ORG] is older than the [University of Cambridge|ORG].',
    '[John Smith|PER] joined [Microsoft|ORG] in 1998.',
    'The river flows through [Hungary|LOC], [Serbia|LOC] and [Romania|LOC].',
    'The [World Health Organization|ORG] met in [Geneva|LOC] on Monday.',
    '[Ada Lovelace|PER] wrote to [Charles Babbage|PER] about the engine.',
    'The match between [Real Madrid|ORG] and [Liverpool|ORG] was played in [Kyiv|LOC].',
    'It rained all day, and nobody came.',
    'The contract ends thirty days after it was signed.',
    '[Amazon|ORG] will build a warehouse near [Leipzig|LOC].',
    'The novel was written by [Jane Austen|PER] in [England|LOC].',
    '[Lufthansa|ORG] flies from [Frankfurt|LOC] to [Singapore|LOC] every day.',
    '[Nelson Mandela|PER] became president of [South Africa|LOC] in 1994.',
    'The [European Central Bank|ORG] left interest rates as they were.',
    '[Emma Watson|PER] lives in [London|LOC].',
    '[Google|ORG] was founded by [Larry Page|PER] and [Sergey Brin|PER] in [California|LOC].',
    'Trains between [Vienna|LOC] and [Prague|LOC] were late.',
    'The museum in [Amsterdam|LOC] shows paintings by [Rembrandt|PER].',
    '[Volkswagen|ORG] named [Oliver Blume|PER] as its head.',
    'The mountain lies on the border of [Nepal|LOC] and [China|LOC].',
    'She studied at [Harvard University|ORG] before she moved to [New York|LOC].',
  ],
} as const;

export interface Labelled {
  text: string;
  spans: { start: number; end: number; label: string }[];
}

export function readLabelled(marked: string): Labelled {
  const spans: Labelled['spans'] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/\[([^|\]]+)\|([A-Z_]+)\]/g)) {
    text += marked.slice(at, match.index);
    spans.push({ start: text.length, end: text.length + match[1]!.length, label: match[2]! });
    text += match[1]!;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), spans };
}

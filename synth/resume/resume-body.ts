// A résumé's content: JSON Resume 1.0, as far as the type `resume` has fields for it. Dates are `2019`, `2019-04` or `2019-04-01`.

export interface ResumePeriod {
  startDate?: string;
  /** Absent while it goes on, and where none is stated. */
  endDate?: string;
}

export interface ResumeProfile {
  network: string;
  username: string;
  url: string;
}

export interface ResumeBasics {
  name: string;
  label?: string;
  email?: string;
  phone?: string;
  url?: string;
  summary?: string;
  location?: { address?: string; postalCode?: string; city?: string; region?: string; countryCode?: string };
  profiles?: ResumeProfile[];
}

export interface ResumeWork extends ResumePeriod {
  name?: string;
  position?: string;
  location?: string;
  url?: string;
  description?: string;
  summary?: string;
  highlights?: string[];
}

export interface ResumeEducation extends ResumePeriod {
  institution?: string;
  area?: string;
  studyType?: string;
  score?: string;
  location?: string;
  url?: string;
  courses?: string[];
}

export interface ResumeSkill {
  name: string;
  level?: string;
  keywords?: string[];
}

export interface ResumeProject extends ResumePeriod {
  name: string;
  description?: string;
  roles?: string[];
  entity?: string;
  type?: string;
  url?: string;
  highlights?: string[];
  keywords?: string[];
}

export interface ResumeBody {
  basics: ResumeBasics;
  work: ResumeWork[];
  education: ResumeEducation[];
  skills: ResumeSkill[];
  languages: { language: string; fluency?: string }[];
  certificates: { name: string; issuer?: string; date?: string; url?: string }[];
  projects: ResumeProject[];
  publications: { name: string; publisher?: string; releaseDate?: string; url?: string; summary?: string }[];
  awards: { title: string; date?: string; awarder?: string; summary?: string }[];
  volunteer: (ResumePeriod & {
    organization: string;
    position?: string;
    url?: string;
    summary?: string;
    highlights?: string[];
  })[];
  interests: { name: string; keywords?: string[] }[];
  references: { name?: string; reference?: string }[];
}

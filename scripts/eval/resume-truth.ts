// The YAML of a résumé (RenderCV) as the fields that its pages should be read into.

type Yaml = Record<string, unknown>;

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map((each) => bare(each)) : []);

/** Without Markdown. */
function bare(value: unknown): string {
  return String(value ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+/g, '')
    .trim();
}

/** Field → value as the YAML states it. */
export function resumeTruth(source: unknown): Map<string, string> {
  const cv = (source as { cv: Yaml }).cv;
  const truth = new Map<string, string>();
  const put = (field: string, value: unknown): void => {
    const text = bare(value);
    if (text !== '') truth.set(field, text);
  };
  put('basics.name', cv.name);
  put('basics.label', cv.headline);
  put('basics.email', cv.email);
  put('basics.url', cv.website);
  const [city, region] = bare(cv.location).split(/,\s*/);
  put('basics.location.city', city);
  put('basics.location.region', region);
  for (const [i, network] of ((cv.social_networks ?? []) as Yaml[]).entries())
    put(`basics.profiles[${i}].username`, network.username);
  const counts = new Map<string, number>();
  const next = (group: string): string => {
    const at = counts.get(group) ?? 0;
    counts.set(group, at + 1);
    return `${group}[${at}]`;
  };
  for (const [title, entries] of Object.entries(cv.sections as Record<string, unknown[]>)) {
    const read = sections[title];
    if (read) for (const entry of entries) read(entry as Yaml, put, next);
    else readOther(title, entries, put, next);
  }
  return truth;
}

type Put = (field: string, value: unknown) => void;
type Next = (group: string) => string;

const sections: Record<string, (entry: Yaml, put: Put, next: Next) => void> = {
  experience(entry, put, next) {
    const path = next('work');
    put(`${path}.name`, entry.company);
    put(`${path}.position`, entry.position);
    put(`${path}.location`, entry.location);
    putPeriod(path, entry, put);
    for (const [i, text] of highlights(entry).entries()) put(`${path}.highlights[${i}]`, text);
  },
  education(entry, put, next) {
    const path = next('education');
    put(`${path}.institution`, entry.institution);
    put(`${path}.area`, entry.area);
    put(`${path}.studyType`, entry.degree);
    put(`${path}.location`, entry.location);
    putPeriod(path, entry, put);
    for (const [i, text] of highlights(entry).entries()) {
      put(`${path}.courses[${i}]`, text);
      put(`${path}.score`, /^GPA: ([\d./]+)/.exec(text)?.[1]);
    }
  },
  projects(entry, put, next) {
    const path = next('projects');
    put(`${path}.name`, entry.name);
    put(`${path}.description`, entry.summary);
    putPeriod(path, entry, put);
    for (const [i, text] of highlights(entry).entries()) put(`${path}.highlights[${i}]`, text);
  },
  publications(entry, put, next) {
    const path = next('publications');
    put(`${path}.name`, entry.title);
    put(`${path}.summary`, texts(entry.authors).join(', '));
    put(`${path}.publisher`, entry.journal);
    put(`${path}.releaseDate`, entry.date);
    if (entry.doi) put(`${path}.url`, `https://doi.org/${bare(entry.doi)}`);
  },
  selected_honors(entry, put, next) {
    const path = next('awards');
    const [, title, date] = /^(.*?) \(([^)]*)\)$/.exec(bare(entry.bullet)) ?? [];
    put(`${path}.title`, title);
    put(`${path}.date`, /\d{4}$/.exec(date ?? '')?.[0]);
  },
  skills(entry, put, next) {
    const path = next('skills');
    put(`${path}.name`, entry.label);
    for (const [i, word] of bare(entry.details).split(/,\s*/).entries()) put(`${path}.keywords[${i}]`, word);
  },
  // JSON Resume has no patents: they are published.
  patents(entry, put, next) {
    put(`${next('publications')}.name`, bare(entry.number).replace(/ \([^)]*\)$/, ''));
  },
};

function readOther(title: string, entries: readonly unknown[], put: Put, next: Next): void {
  const path = next('sections');
  put(`${path}.title`, title.replaceAll('_', ' '));
  const said = entries.map((entry) => (typeof entry === 'string' ? entry : Object.values(entry as Yaml)[0]));
  for (const [i, text] of said.entries()) put(`${path}.text[${i}]`, text);
}

function putPeriod(path: string, entry: Yaml, put: Put): void {
  put(`${path}.startDate`, entry.start_date);
  put(`${path}.endDate`, entry.end_date === 'present' ? undefined : (entry.end_date ?? entry.date));
}

/** Bullets inside bullets stand behind those that hold them. */
function highlights(entry: Yaml): string[] {
  return texts(entry.highlights).flatMap((text) => text.split(/\s+- (?=[A-Z])/));
}

// A body in the words and order of a design: what is printed where, and, at the same moment, what the page says.
import type { Random } from '../../random.ts';
import type { ResumeDesign } from '../layouts/resume-design.ts';
import type { SectionKey } from '../words/resume-words.ts';
import { composeContact, composePersonal } from './compose-contact.ts';
import type { ComposeContext } from './compose-context.ts';
import { composeEducation, composeVolunteer, composeWork } from './compose-entries.ts';
import { composeLanguages, composeSkills } from './compose-skills.ts';
import { composeAwards, composeCertificates, composeProjects, composePublications } from './compose-works.ts';
import type { DateManner } from './print-dates.ts';
import type { ResumeView, SectionContent, SectionView } from './resume-view.ts';

export function composeResume(
  random: Random,
  { body, design, words, home, ledger }: Omit<ComposeContext, 'random' | 'dates' | 'fieldJoin'>,
): ResumeView {
  const dates: DateManner = {
    words,
    pattern: random.pick(design.months),
    dash: random.pick([' – ', ' – ', ' - ', '–', ` ${words.labels.to} `]),
    present: random.pick(words.present),
    since: random.chance(0.12),
  };
  const fieldJoin = random.pick([', ', ', ', ' – ', ` ${words.labels.in} `]);
  const context: ComposeContext = { body, design, words, home, ledger, random, dates, fieldJoin };
  const { basics } = body;
  ledger.state('basics.name', basics.name, basics.name, false);
  if (basics.label !== undefined) ledger.state('basics.label', basics.label, basics.label, false);
  const contact = composeContact(context);
  const sections = design.order.concat(['profiles', 'contact']).flatMap((key): SectionView[] => {
    const content = contentOf(key, { ...context, design: designOf(design, key) }, contact);
    return content ? [{ key, title: random.pick(words.sections[key]), content }] : [];
  });
  return {
    heading: words.labels.curriculum,
    name: basics.name,
    ...(basics.label === undefined ? {} : { label: basics.label }),
    contact: contact.filter(({ kind }) => !inSidebar(design, kind === 'profile' ? 'profiles' : 'contact')),
    personal: design.personal ? composePersonal(context) : [],
    sections,
  };
}

const inSidebar = (design: ResumeDesign, key: 'contact' | 'profiles'): boolean =>
  design.sidebar.includes(key) || (key === 'profiles' && design.sidebar.includes('contact'));

/** A narrow column has no room for two things on a line. */
function designOf(design: ResumeDesign, key: SectionKey): ResumeDesign {
  if (!design.sidebar.includes(key)) return design;
  return { ...design, dates: 'below', heads: 'position-first', entries: 'flow', small: 'entry' };
}

function contentOf(
  key: SectionKey,
  context: ComposeContext,
  contact: ResumeView['contact'],
): SectionContent | undefined {
  const { body, design, ledger, words } = context;
  const { labels } = words;
  const entries = (list: ReturnType<typeof composeWork>, header?: string[]): SectionContent | undefined => {
    if (list.length === 0) return undefined;
    return { kind: 'entries', entries: list, ...(header && design.entries === 'grid' ? { header } : {}) };
  };
  switch (key) {
    case 'summary': {
      const { summary } = body.basics;
      if (summary === undefined) return undefined;
      ledger.state('basics.summary', summary, summary, false);
      return { kind: 'text', text: summary };
    }
    case 'work':
      return entries(composeWork(context), [labels.dates, labels.position, labels.employer]);
    case 'education':
      return entries(composeEducation(context), [labels.dates, labels.qualification, labels.institution]);
    case 'volunteer':
      return entries(composeVolunteer(context), [labels.dates, labels.position, labels.employer]);
    case 'projects':
      return entries(composeProjects(context));
    case 'publications':
      return entries(composePublications(context));
    case 'certificates':
      return entries(composeCertificates(context));
    case 'awards':
      return entries(composeAwards(context));
    case 'skills':
      return composeSkills(context);
    case 'languages':
      return composeLanguages(context);
    case 'interests': {
      const items = body.interests.map(({ name }, i) => {
        ledger.state(`interests[${i}].name`, name, name, false);
        return name;
      });
      if (items.length === 0) return undefined;
      const inOneLine = design.skills !== 'bullets' && design.skills !== 'lines';
      return inOneLine ? { kind: 'text', text: items.join(', ') } : { kind: 'list', items };
    }
    case 'references':
      return composeReferences(context);
    case 'contact': {
      const items = contact.filter(
        ({ kind }) => kind !== 'profile' || (!design.sidebar.includes('profiles') && inSidebar(design, 'profiles')),
      );
      return design.sidebar.includes('contact') && items.length > 0 ? { kind: 'contact', items } : undefined;
    }
    case 'profiles': {
      const items = contact.filter(({ kind }) => kind === 'profile');
      return design.sidebar.includes('profiles') && items.length > 0 ? { kind: 'contact', items } : undefined;
    }
  }
}

function composeReferences({ body, ledger }: ComposeContext): SectionContent | undefined {
  if (body.references.length === 0) return undefined;
  const items = body.references.map(({ name, reference }, i) => {
    if (name !== undefined) ledger.state(`references[${i}].name`, name, name, false);
    if (reference !== undefined) ledger.state(`references[${i}].reference`, reference, reference, false);
    return [name, reference].filter((part) => part !== undefined).join(': ');
  });
  return { kind: 'list', items };
}

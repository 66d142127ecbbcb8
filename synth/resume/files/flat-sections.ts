// Sections as lines, for carriers without columns: text and Word.
import type { ContactView, ResumeView, SectionContent, SkillGroupView } from '../compose/resume-view.ts';

const skillLine = ({ label, items }: SkillGroupView): string => {
  const list = items.map(({ text, level }) => (level === undefined ? text : `${text} (${level})`)).join(', ');
  return label === undefined ? list : `${label}: ${list}`;
};

/** Lines of a section that has no entries. */
export function linesOf(content: Exclude<SectionContent, { kind: 'entries' }>): string[] {
  switch (content.kind) {
    case 'text':
      return [content.text];
    case 'skills':
      return content.groups.map(skillLine);
    case 'pairs':
      return content.pairs.map(({ left, right }) => (right === undefined ? left : `${left}: ${right}`));
    case 'list':
      return content.items;
    case 'contact':
      return content.items.map(({ text }) => text);
  }
}

/** Whatever stands about the person, whether a layout had it above or aside. */
export function contactOf(view: ResumeView): ContactView[] {
  const aside = view.sections.flatMap(({ content }) => (content.kind === 'contact' ? content.items : []));
  return [...view.contact, ...aside];
}

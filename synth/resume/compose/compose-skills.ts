// Skills and languages. What is drawn instead of written (bars, dots, no titles of groups) is not said.
import type { ComposeContext } from './compose-context.ts';
import type { SectionContent, SkillGroupView } from './resume-view.ts';

/** Drawn as shapes or run together: groups lose their names. */
const UNGROUPED: ReadonlySet<string> = new Set(['chips', 'bars', 'comma', 'columns']);

export function composeSkills({ body, design, ledger }: ComposeContext): SectionContent | undefined {
  if (body.skills.length === 0) return undefined;
  const isGrouped = body.skills.some(({ keywords }) => keywords !== undefined) && !UNGROUPED.has(design.skills);
  if (isGrouped) {
    const groups = body.skills.map(({ name, keywords = [] }, i): SkillGroupView => {
      ledger.state(`skills[${i}].name`, name, name, false);
      for (const [k, word] of keywords.entries()) ledger.state(`skills[${i}].keywords[${k}]`, word, word, false);
      return { label: name, items: keywords.map((text) => ({ text })) };
    });
    return { kind: 'skills', groups };
  }
  const items = body.skills.flatMap(({ name, level, keywords }): SkillGroupView['items'] =>
    keywords ? keywords.map((text) => ({ text })) : [{ text: name, ...(level === undefined ? {} : { level }) }],
  );
  for (const [i, { text, level }] of items.entries()) {
    ledger.state(`skills[${i}].name`, text, text, false);
    if (level !== undefined && design.skills !== 'bars') ledger.state(`skills[${i}].level`, level, level, false);
  }
  return { kind: 'skills', groups: [{ items }] };
}

export function composeLanguages({ body, design, ledger }: ComposeContext): SectionContent | undefined {
  if (body.languages.length === 0) return undefined;
  const isDrawn = design.languages === 'dots';
  const pairs = body.languages.map(({ language, fluency }, i) => {
    ledger.state(`languages[${i}].language`, language, language, false);
    if (fluency !== undefined && !isDrawn) ledger.state(`languages[${i}].fluency`, fluency, fluency, false);
    return { left: language, ...(fluency === undefined ? {} : { right: fluency }) };
  });
  const joined = pairs.map(({ left, right }) => {
    if (right === undefined) return left;
    if (design.languages === 'paren' || design.languages === 'comma-line') return `${left} (${right})`;
    return `${left}${design.languages === 'dash' ? ' – ' : ': '}${right}`;
  });
  if (design.languages === 'comma-line') return { kind: 'text', text: joined.join(', ') };
  if (isDrawn || design.languages === 'columns') return { kind: 'pairs', pairs };
  return { kind: 'list', items: joined };
}

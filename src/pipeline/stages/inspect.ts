// Inspection: what a document hides, and what in it speaks to machines, as issues of its record. Nothing is changed here:
// hidden text never reached the pages.

import { type HiddenText, type HiddenTextKind, hiddenTextKinds } from '../../document/hidden-text.ts';
import type { Line, ParsedDocument } from '../../document/parsed-document.ts';
import type { Evidence, Issue, Severity } from '../../document/value.ts';
import type { XmlElement } from '../../document/xml-element.ts';
import { findInstructions, type InstructionMention } from '../../recognize/instructions/find-instructions.ts';
import type { StructuredSyntax } from '../structured-syntax.ts';

/** note: tell only; review: a person must look; quarantine: no record until a person releases the document. */
export const hiddenTextPolicies = ['note', 'review', 'quarantine'] as const;
export type HiddenTextPolicy = (typeof hiddenTextPolicies)[number];

/** Where nobody says otherwise. */
export const DEFAULT_POLICY: HiddenTextPolicy = 'review';

/** Rules that look at the document itself; they outlast corrections of its fields. */
const PREFIX = 'document/';
export const isDocumentIssue = (issue: Issue): boolean => issue.rule.startsWith(PREFIX);

/** How each kind reads in a message, and how much it weighs where people must look. */
const kinds: Readonly<Record<HiddenTextKind, { says: string; severity: Severity }>> = {
  invisible: { says: 'text drawn so that it leaves no mark', severity: 'warning' },
  'same-colour': { says: 'text in the colour of its background', severity: 'warning' },
  transparent: { says: 'transparent text', severity: 'warning' },
  covered: { says: 'text under something painted over it', severity: 'warning' },
  clipped: { says: 'text that is cut away', severity: 'warning' },
  'cut-off': { says: 'text cut off at the edge of its field', severity: 'info' },
  'hidden-layer': { says: 'text in a layer that is switched off', severity: 'warning' },
  'off-page': { says: 'text beyond the edge of the page', severity: 'warning' },
  tiny: { says: 'text too small to read', severity: 'warning' },
  'blank-glyphs': { says: 'text in a font without shapes', severity: 'warning' },
  'layer-differs': { says: 'text behind a scanned page that its picture does not show', severity: 'warning' },
  'hidden-field': { says: 'a form field that is not shown', severity: 'warning' },
  // Mails and web pages hold menus, previews and notes for screen readers that nobody sees.
  'not-displayed': { says: 'text that the page does not display', severity: 'info' },
  comment: { says: 'comments beside the text', severity: 'info' },
  deleted: { says: 'text that tracked changes delete', severity: 'info' },
  'zero-width': { says: 'invisible characters inside words', severity: 'warning' },
  'bidi-override': { says: 'characters that reverse the order of letters', severity: 'warning' },
  'tag-characters': { says: 'text written in invisible characters', severity: 'warning' },
  'mixed-script': { says: 'letters of another alphabet that look like Latin ones', severity: 'info' },
};

const MAX_PLACES = 20;
const MAX_INSTRUCTIONS = 20;
const QUOTE_LENGTH = 120;
/** Of XML beside the pages. */
const MAX_TEXTS = 2000;
const MAX_TEXT = 2000;

export function inspectDocument(doc: ParsedDocument, policy: HiddenTextPolicy): Issue[] {
  const issues = [...reportHidden(doc.hidden ?? []), ...reportInstructions(doc), ...reportUnchecked(doc)];
  return policy === 'note' ? issues.map((issue) => ({ ...issue, severity: 'info' as const })) : issues;
}

/** The findings that keep a document back where the policy is quarantine. */
export function reasonsToQuarantine(issues: readonly Issue[]): Issue[] {
  return issues.filter((issue) => isDocumentIssue(issue) && issue.severity !== 'info');
}

/** One issue a kind: twenty white lines are one trick. */
function reportHidden(hidden: readonly HiddenText[]): Issue[] {
  return hiddenTextKinds.flatMap((kind) => {
    const places = hidden.filter((found) => found.kind === kind);
    if (places.length === 0) return [];
    const rule = kind === 'layer-differs' ? `${PREFIX}text-differs` : `${PREFIX}hidden-text`;
    const { says, severity } = kinds[kind];
    const count = places.length === 1 ? '' : ` (${places.length} places)`;
    const left = kind === 'mixed-script' || kind === 'layer-differs' ? '' : '; it was not read';
    const message = `The document holds ${says}${count}${left}: ${quote(places[0]!.text)}`;
    return [{ rule, severity, path: '', message, evidence: places.slice(0, MAX_PLACES).map(toEvidence) }];
  });
}

const toEvidence = ({ page, box, text }: HiddenText): Evidence => ({ page, box, text });

function reportInstructions(doc: ParsedDocument): Issue[] {
  const unseen = (doc.hidden ?? []).flatMap((found) =>
    found.kind === 'mixed-script' || !hasMentions(found) ? [] : [instruction('error', toEvidence(found), true)],
  );
  const seen = doc.pages.flatMap((page) => {
    const { text, lineAt } = joinLines(page.lines);
    return findInstructions(text, { hidden: false }).map((mention) => {
      const lines = [...new Set([lineAt(mention.start), lineAt(Math.max(mention.start, mention.end - 1))])];
      const line = lines[0]!;
      const said = mention.encoded ? line.text : text.slice(mention.start, mention.end);
      return instruction(severityOf(mention), { page: page.number, box: line.box, text: quotable(said) }, false);
    });
  });
  const stated = Object.values(doc.metadata).flatMap((text) =>
    text && findInstructions(text, { hidden: false }).length > 0
      ? [instruction('warning', { page: 1, box: [0, 0, 0, 0], text: quotable(text) }, true)]
      : [],
  );
  return [...unseen, ...seen, ...stated, ...reportAttached(doc)].slice(0, MAX_INSTRUCTIONS);
}

/** XML inside a file is read by machines alone; whoever looks at the page does not see it. */
function reportAttached({ structured = [] }: ParsedDocument): Issue[] {
  const texts = structured.flatMap(({ name, root }) => (name === null ? [] : textsOf(root))).slice(0, MAX_TEXTS);
  return texts.flatMap(({ text, path }) => {
    const said = text.slice(0, MAX_TEXT);
    if (!/\s/.test(said) || findInstructions(said, { hidden: false }).length === 0) return [];
    const evidence = { page: 0, box: [0, 0, 0, 0] as const, text: quotable(said), locator: path };
    return [instruction('warning', evidence, true)];
  });
}

function textsOf(element: XmlElement): XmlElement[] {
  const own = element.text === '' ? [] : [element];
  return [...own, ...element.children.flatMap(textsOf)];
}

/** Why an XML file came out as nothing known. */
export function reportUnread(doc: ParsedDocument, syntaxes: readonly StructuredSyntax[]): Issue[] {
  const root = doc.format === 'xml' ? doc.structured?.[0]?.root : undefined;
  if (!root) return [];
  const known = syntaxes.find((syntax) => syntax.recognises(root));
  const name = `${root.name.slice(0, 60)} (namespace ${root.namespace.slice(0, 120) || 'none'})`;
  const message = known
    ? `${known.title} is a kind of file that is known, but not read into fields.`
    : `The XML with the root element ${name} is of no syntax that is read; its texts are listed as pairs.`;
  return [{ rule: `${PREFIX}xml-not-read`, severity: 'warning', path: '', message }];
}

const hasMentions = ({ text }: HiddenText): boolean => findInstructions(text, { hidden: true }).length > 0;

/** One sign alone, in plain sight, may be a text about such things; a person sees it anyway. */
function severityOf({ signs, encoded }: InstructionMention): Severity {
  return encoded || signs.length > 1 ? 'warning' : 'info';
}

function instruction(severity: Severity, evidence: Evidence, hidden: boolean): Issue {
  const where = hidden ? 'Hidden text' : 'Text';
  const message = `${where} in the document reads like an instruction to a machine: ${quote(evidence.text)}`;
  return { rule: `${PREFIX}injection-suspected`, severity, path: '', message, evidence: [evidence] };
}

function joinLines(lines: readonly Line[]): { text: string; lineAt: (offset: number) => Line } {
  const ends: number[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.text.length + 1;
    ends.push(length);
  }
  const lineAt = (offset: number): Line => lines[ends.findIndex((end) => offset < end)] ?? lines.at(-1)!;
  return { text: lines.map((line) => line.text).join('\n'), lineAt };
}

/** What the parser could not look through must not pass for clean. */
function reportUnchecked(doc: ParsedDocument): Issue[] {
  const warning = doc.warnings.find(({ code }) => code === 'pdf.not-checked');
  return warning ? [{ rule: `${PREFIX}not-checked`, severity: 'warning', path: '', message: warning.message }] : [];
}

function quotable(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length <= 500 ? plain : `${plain.slice(0, 500)}…`;
}

function quote(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return `“${plain.length <= QUOTE_LENGTH ? plain : `${plain.slice(0, QUOTE_LENGTH)}…`}”`;
}

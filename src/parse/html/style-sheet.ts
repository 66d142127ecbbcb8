// The style sheets inside an HTML file, as far as they decide whether a person sees an element's text.

export type Declarations = Readonly<Record<string, string>>;

export interface StyledElement {
  name: string;
  attributes: Record<string, string>;
}

interface Rule {
  /** Compound selectors from the outermost ancestor to the element itself. */
  selector: Compound[];
  declarations: Declarations;
}

interface Compound {
  name?: string;
  id?: string;
  classes: string[];
}

/** What is looked for; everything else is layout. */
const PROPERTIES =
  /^(display|visibility|opacity|font-size|color|background|background-color|background-image|position|left|top|right|bottom|text-indent|margin-left|margin-top|width|height|max-width|max-height|overflow|clip|clip-path|transform|mso-hide|-webkit-text-fill-color)$/;
const MAX_RULES = 2000;
const MAX_CSS_CHARS = 500_000;

export interface StyleSheet {
  /** Declarations that hold for `element`, later rules over earlier ones, its own `style` over all. */
  declarationsOf(element: StyledElement, ancestors: readonly StyledElement[]): Declarations;
}

export function readStyleSheets(html: string): StyleSheet {
  const rules = parseRules(styleTexts(html).join('\n').slice(0, MAX_CSS_CHARS));
  return {
    declarationsOf(element, ancestors) {
      const own = element.attributes.style;
      if (rules.length === 0 && own === undefined) return {};
      const declarations: Record<string, string> = {};
      for (const rule of rules) if (applies(rule, element, ancestors)) Object.assign(declarations, rule.declarations);
      return Object.assign(declarations, parseDeclarations(own ?? ''));
    },
  };
}

/** Contents of the style elements; found by their tags, so that one after the text it styles counts too. */
function styleTexts(html: string): string[] {
  const texts: string[] = [];
  const lower = html.toLowerCase();
  for (let at = lower.indexOf('<style'); at >= 0; at = lower.indexOf('<style', at)) {
    const start = lower.indexOf('>', at);
    const end = start < 0 ? -1 : lower.indexOf('</style', start);
    if (end < 0) break;
    texts.push(html.slice(start + 1, end));
    at = end;
  }
  return texts;
}

function parseRules(css: string): Rule[] {
  const rules: Rule[] = [];
  const plain = css.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ').replace(/<!--|-->/g, ' ');
  let at = 0;
  while (at < plain.length && rules.length < MAX_RULES) {
    const open = plain.indexOf('{', at);
    if (open < 0) break;
    const prelude = plain.slice(at, open).split(';').at(-1)!.trim();
    if (prelude.startsWith('@')) {
      // What holds for printing or narrow screens alone is not how the page looks; the rest is read in place.
      at = /^@media\b(?!.*\b(print|max-width|speech)\b)|^@(supports|layer|container)\b/i.test(prelude)
        ? open + 1
        : endOfBlock(plain, open);
      continue;
    }
    const close = plain.indexOf('}', open);
    const end = close < 0 ? plain.length : close;
    const declarations = parseDeclarations(plain.slice(open + 1, end));
    if (Object.keys(declarations).length > 0) {
      for (const part of prelude.replace(/^\}+/, '').split(',').slice(0, 50)) {
        const selector = parseSelector(part.trim().replace(/^\}\s*/, ''));
        if (selector) rules.push({ selector, declarations });
      }
    }
    at = end + 1;
  }
  return rules;
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++;
    else if (css[at] === '}' && --depth === 0) return at + 1;
  }
  return css.length;
}

function parseDeclarations(text: string): Declarations {
  const declarations: Record<string, string> = {};
  for (const part of text.slice(0, 20_000).split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    if (!PROPERTIES.test(name)) continue;
    declarations[name] = part
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
  }
  return declarations;
}

/** Names, ids, classes and descent; undefined for what needs a browser to judge (states, siblings, attributes). */
function parseSelector(text: string): Compound[] | undefined {
  if (text === '' || text.length > 300 || /[[\]:+~]/.test(text)) return undefined;
  const compounds: Compound[] = [];
  for (const part of text.split(/[\s>]+/).filter(Boolean)) {
    const match = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$/i.exec(part);
    if (!match) return undefined;
    const marks = match[2]!.match(/[.#][\w-]+/g) ?? [];
    const id = marks.find((mark) => mark.startsWith('#'))?.slice(1);
    compounds.push({
      ...(match[1] && match[1] !== '*' ? { name: match[1].toLowerCase() } : {}),
      ...(id === undefined ? {} : { id }),
      classes: marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1)),
    });
  }
  return compounds.length > 0 && compounds.length <= 6 ? compounds : undefined;
}

function applies({ selector }: Rule, element: StyledElement, ancestors: readonly StyledElement[]): boolean {
  if (!fits(selector.at(-1)!, element)) return false;
  let wanted = selector.length - 2;
  for (let i = ancestors.length - 1; i >= 0 && wanted >= 0; i--) if (fits(selector[wanted]!, ancestors[i]!)) wanted--;
  return wanted < 0;
}

function fits({ name, id, classes }: Compound, element: StyledElement): boolean {
  if (name !== undefined && name !== element.name) return false;
  if (id !== undefined && element.attributes.id !== id) return false;
  if (classes.length === 0) return true;
  const own = (element.attributes.class ?? '').split(/\s+/);
  return classes.every((wanted) => own.includes(wanted));
}

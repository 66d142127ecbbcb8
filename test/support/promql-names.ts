// What a PromQL expression names: metrics, the labels and values they are picked by, and labels to group by. Enough of the
// language for our dashboard and rules; whatever it does not know throws.

export interface Selector {
  metric: string;
  matchers: { label: string; operator: string; value: string }[];
}

export interface PromqlNames {
  selectors: Selector[];
  /** Labels in by (…), without (…), on (…). */
  groupings: string[];
}

const TOKEN =
  /\s+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[[^\]]*\]|[a-zA-Z_:$][a-zA-Z0-9_:]*|\d[\d.]*(?:e[+-]?\d+|[smhdwy])?|==|!=|=~|!~|>=|<=|[-+*/%^=<>(){},]/y;
const groupers = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']);
const operators = new Set(['and', 'or', 'unless', 'bool', 'offset']);

export function promqlNames(expression: string): PromqlNames {
  const tokens = tokenize(expression);
  const names: PromqlNames = { selectors: [], groupings: [] };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!/^[a-zA-Z_:]/.test(token) || operators.has(token)) continue;
    if (groupers.has(token)) {
      for (i += 2; tokens[i] !== ')'; i++) if (tokens[i] !== ',') names.groupings.push(tokens[i]!);
      continue;
    }
    // A function, or an aggregation with its labels ahead.
    if (tokens[i + 1] === '(' || groupers.has(tokens[i + 1] ?? '')) continue;
    const selector: Selector = { metric: token, matchers: [] };
    names.selectors.push(selector);
    if (tokens[i + 1] !== '{') continue;
    for (i += 2; tokens[i] !== '}'; i++) {
      if (tokens[i] === ',') continue;
      const [label, operator, value] = tokens.slice(i, i + 3) as [string, string, string];
      if (!/^(=|!=|=~|!~)$/.test(operator)) throw new Error(`no matcher at ${label} in ${expression}`);
      selector.matchers.push({ label, operator, value: value.slice(1, -1) });
      i += 2;
    }
  }
  return names;
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`cannot read ${JSON.stringify(text.slice(at, at + 20))} in ${text}`);
    if (match[0].trim() !== '') tokens.push(match[0]);
  }
  return tokens;
}

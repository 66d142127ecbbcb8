// Code lists are written as tokens with character classes, `F0[1-8]` for F01…F08: two thousand unit codes in two dozen lines.

/** Codes of a list separated by white space. Classes take single characters and ranges; everything else stands for itself. */
export function expandCodes(list: string): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const token of list.split(/\s+/)) if (token !== '') for (const code of expandToken(token)) codes.add(code);
  return codes;
}

function expandToken(token: string): string[] {
  let codes = [''];
  for (const part of token.match(/\[[^\]]+\]|[^[]/g) ?? []) {
    const choices = part.startsWith('[') ? expandClass(part.slice(1, -1)) : [part];
    codes = codes.flatMap((code) => choices.map((choice) => code + choice));
  }
  return codes;
}

function expandClass(members: string): string[] {
  const choices: string[] = [];
  for (const [member] of members.matchAll(/.-.|./g)) {
    if (member.length === 1) choices.push(member);
    else for (let c = member.charCodeAt(0); c <= member.charCodeAt(2); c++) choices.push(String.fromCharCode(c));
  }
  return choices;
}

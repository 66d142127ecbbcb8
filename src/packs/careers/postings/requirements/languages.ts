// Human languages that are asked for, with how well: "sehr gute Deutsch- und Englischkenntnisse", "fluent German (C1)".

import { currentTaxonomy } from '../../skills/current-taxonomy.ts';
import { findSkills } from '../../skills/find-skills.ts';

export interface LanguageAsked {
  start: number;
  end: number;
  /** `German C1`, `English`: the taxonomy's label, and the level by the CEFR where it says one. */
  value: string;
}

const LEVELS: readonly (readonly [string, RegExp])[] = [
  [
    'C2',
    /(?<!\p{L})(?:c2|native|mother tongue|muttersprach\p{L}*|bilingual|bilingue|langue maternelle|nativo|madrelingua|moedertaal)(?!\p{L})/iu,
  ],
  [
    'C1',
    /(?<!\p{L})(?:c1|fluent(?:ly)?|fluency|full professional|business[- ]fluent|business level|professional (?:level|proficiency)|proficient|proficiency|excellent|advanced|verhandlungssicher\p{L}*|flie(?:ß|ss)end\p{L}*|exzellent\p{L}*|ausgezeichnet\p{L}*|hervorragend\p{L}*|sichere[rnms]?|perfekt\p{L}*|courant|couramment|fluidez|fluido|avanzado|alto|ottimo|ottima|fluente|fluent|vloeiend|uitstekende|biegł\p{L}*)(?!\p{L})/iu,
  ],
  [
    'B2',
    /(?<!\p{L})(?:b2|very good|good|strong|solid|upper[- ]intermediate|sehr gute?[rnms]?|gute?[rnms]?|solide|bonne|bon|buen[oa]?|buona|goede|dobr\p{L}*)(?!\p{L})/iu,
  ],
  [
    'B1',
    /(?<!\p{L})(?:b1|intermediate|conversational|working knowledge|intermedio|intermédiaire|konversations\p{L}*)(?!\p{L})/iu,
  ],
  ['A2', /(?<!\p{L})(?:a[12]|basic|elementary|grundkenntnisse|grundlegende|notions|básico|scolaire)(?!\p{L})/iu],
];
const CUE =
  /(?<!\p{L})(?:languages?|speak(?:ing|er)?s?|spoken|written|writing|in wort und schrift|wort und schrift|verbal|communicat\p{L}*|kenntnisse|sprich\p{L}*|sprach\p{L}*|sprechen|beherrsch\p{L}*|niveau|nivel|level|parlé|parlez|écrit|langues?|idiomas?|hablado|escrito|taal|beheersing|conoscenza|lingua|języka?|znajomość|domínio|[abc][12])(?!\p{L})/iu;
/** Of the market, the law, the team: no language. */
const OTHERWISE =
  /^(?:\s|-)(?:market|customers?|clients?|law|tax|gaap|hgb|accounting|company|team|office|companies|labou?r|regulations?|citizen\p{L}*|public sector|headquarters|start-?ups?|teacher|literature|healthcare|nurs\p{L}*|authorit\p{L}*|passport|residen\p{L}*|speaking (?:countries|environment|team|markets?))/iu;

/** Whatever is said of several languages in one breath counts for each that has no level of its own. */
export function findLanguages(text: string): LanguageAsked[] {
  // "Deutschkenntnisse", "englischsprachig": the name alone, at the same place.
  const plain = text.replace(
    /(?<=\p{L}{4})(?:-?sprach)?kenntnisse\p{L}{0,2}|(?<=\p{L}{4})sprachig\p{L}{0,2}/giu,
    (part) => ' '.repeat(part.length),
  );
  const names = findSkills(plain.replace(/(?<=\p{L})-(?= )/gu, ' '), currentTaxonomy()).filter(
    ({ skill, end }) => skill.kind === 'human-language' && !OTHERWISE.test(text.slice(end)),
  );
  if (names.length === 0) return alone(text);
  const compounded = plain !== text;
  const short = text.split(/\s+/).length <= 6;
  const levelled = LEVELS.some(([, pattern]) => pattern.test(text));
  if (!compounded && !CUE.test(text) && !(levelled && text.length < 160) && !short) return [];
  return names.map(({ skill, start, end }, i) => {
    const next = names[i + 1]?.start ?? text.length;
    const previous = names[i - 1]?.end ?? 0;
    const before = text
      .slice(previous, end)
      .split(/[,;)\]]/u)
      .at(-1)!;
    const after = text
      .slice(end, Math.min(next, end + 60))
      .split(i + 1 < names.length ? /[,;]|(?<!\p{L})(?:und|and|et|y|e|en|i)(?!\p{L})/u : /;/u)[0]!;
    const shared = i > 0 ? levelIn(text.slice(0, names[0]!.end)) : undefined;
    const level = levelIn(before) ?? levelIn(after) ?? shared ?? levelIn(text.slice(end));
    return { start, end, value: level ? `${skill.label} ${level}` : skill.label };
  });
}

function levelIn(text: string): string | undefined {
  let best: { level: string; at: number } | undefined;
  const exact = /(?<!\p{L})([abc][12])(?!\p{L})/iu.exec(text);
  if (exact) return exact[1]!.toUpperCase() === 'A1' ? 'A2' : exact[1]!.toUpperCase();
  for (const [level, pattern] of LEVELS) {
    const at = text.search(pattern);
    if (at >= 0 && !best) best = { level, at };
  }
  return best?.level;
}

/** "Polish" alone is the language; in a sentence it may be shoe polish, which the taxonomy leaves open. */
function alone(text: string): LanguageAsked[] {
  const bare = text.replace(/[.\s]+$/u, '').toLowerCase();
  if (bare.length > 24 || bare.length < 4) return [];
  for (const { kind, label } of currentTaxonomy().skills.values()) {
    if (kind === 'human-language' && label.toLowerCase() === bare)
      return [{ start: 0, end: bare.length, value: label }];
  }
  return [];
}

const ORDER = ['A2', 'B1', 'B2', 'C1', 'C2'];

/** `German C1` → its parts. */
export function parseLanguage(value: string): { language: string; level: number | undefined } {
  const match = /^(.*?)(?: ([ABC][12]))?$/.exec(value)!;
  const at = match[2] ? ORDER.indexOf(match[2]) : -1;
  return { language: match[1]!, level: at < 0 ? undefined : at };
}

/** How well a résumé says somebody knows a language, on the same scale. */
export function fluencyOf(text: string): number | undefined {
  const level = levelIn(text);
  return level === undefined ? undefined : ORDER.indexOf(level);
}

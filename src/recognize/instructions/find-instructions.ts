// Text that tells a machine what to do: prompt injection. Signs are counted, not believed: contracts say "ignore" too.

import { decodePayloads } from './payloads.ts';
import { addresses, demands, overrides, roleMarks, type Sign, secrecy } from './phrases.ts';

export interface InstructionMention {
  /** Offsets in the text given. */
  start: number;
  end: number;
  signs: readonly Sign[];
  /** Stood in an encoded block; offsets are the block's. */
  encoded: boolean;
}

/** Signs further apart than this, in characters, are not one instruction. */
const REACH = 400;
const MAX_CHARS = 400_000;
const MAX_MENTIONS = 50;

interface Hit {
  sign: Sign;
  start: number;
  end: number;
}

/**
 * Instructions in `text`. In visible text one sign must be backed by another unless it is one that no prose has;
 * in `hidden` text any sign will do.
 */
export function findInstructions(text: string, { hidden }: { hidden: boolean }): InstructionMention[] {
  const given = text.slice(0, MAX_CHARS);
  const found = gather(findHits(given, hidden), hidden).map((mention) => ({ ...mention, encoded: false }));
  for (const { start, end, text: inner } of decodePayloads(given)) {
    const signs = [...new Set(findHits(inner, true).map(({ sign }) => sign))];
    // Who encodes a sentence does not mean it for people: the block is as good as hidden.
    if (signs.length > 0) found.push({ start, end, signs, encoded: true });
  }
  return found.slice(0, MAX_MENTIONS);
}

/** The same length as `text`, so that offsets hold: case and diacritics gone, white space alike but for line ends. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text;
  return same.replace(/[\t\v\f\r]/g, ' ').replace(/\P{ASCII}/gu, foldLetter);
}

const folded = new Map<string, string>();

function foldLetter(letter: string): string {
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  const result = /\s/.test(letter)
    ? ' '
    : /[’‘`´]/.test(letter)
      ? "'"
      : letter === 'ł'
        ? 'l'
        : plain.length === 1
          ? plain
          : letter;
  if (folded.size < 5000) folded.set(letter, result);
  return result;
}

const between = "(?:[\\p{L}\\p{N}'-]+[\\s,]+){0,3}?";
const compile = (phrase: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrase.replaceAll(' ', '\\s+').replaceAll('~', between)})`, 'gu');

/** "… given by the Buyer", "regarding delivery": the instructions of a trade, not of a machine. */
const OF_A_TRADE =
  /^\s*(?:,?\s?(?:given|issued|received|provided|sent|made|contained|set out|stated) (?:by|to|from|in|herein|hereunder|under)|regarding|concerning|about|relating|with respect|on|as to|for (?:the )?(?:delivery|shipment|payment|use|assembly|installation)|zur|zum|bezuglich|betreffend|hinsichtlich|des auftraggebers|des kaufers|concernant|relatives?|de (?:livraison|paiement)|sobre|relativas?|de (?:entrega|pago|envio|pagamento)|riguardanti|relative|di (?:consegna|pagamento)|met betrekking|inzake|over|voor (?:de )?levering|dotyczac)/u;
/** An imperative opens a sentence or follows a word that does. */
const OPENS =
  /(?:^|[\n.:;!?*#"'“”„«»<>()[\]{}|\-–—•]|\b(?:please|now|and|then|instead|important|must|should|bitte|nun|jetzt|und|svp|s'il vous plait|et|maintenant|por favor|ahora|y|per favore|ora|e|agora|alsjeblieft|nu|en|prosze|teraz|i|to|you|ai|llm|assistant)\b[,:]?)\s*$/u;

const overridePatterns = overrides.map(
  ({ verbs, before, things }) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${verbs})(?:\\s+(?:${before}|of|and|or|sie|von|und|et|y|e)){1,6}\\s+(?:[\\p{L}]+\\s+){0,1}?(?:${things})(?![\\p{L}])`,
      'gu',
    ),
);
const phrasePatterns: readonly [Sign, readonly RegExp[]][] = [
  ['address', addresses.map(compile)],
  ['secrecy', secrecy.map(compile)],
  ['demand', demands.map(compile)],
];

/** Parts of words without which nothing in a text can be an instruction to a machine: most documents end here. */
const STEMS = [
  ...[
    'instru',
    'istruzi',
    'prompt',
    'anweisung',
    'befehl',
    'consigne',
    'directi',
    'direkti',
    'guideline',
    'guardrail',
    'vorgabe',
  ],
  ...['indicac', 'indicaz', 'ordenes', 'órdenes', 'ordens', 'aanwijzing', 'opdracht', 'polece', 'wytyczn', 'zasady'],
  ...[
    'regole',
    'reglas',
    'regras',
    'regle',
    'règle',
    'diretri',
    'diretti',
    'directri',
    'message',
    'context',
    'programming',
    'training',
  ],
  ...[
    'gpt',
    'claude',
    'gemini',
    'copilot',
    'chatbot',
    'language model',
    'sprachmodell',
    'langage',
    'lenguaje',
    'linguagem',
    'linguist',
    'linguaggio',
  ],
  ...['taalmodel', 'językow', 'intelligen', 'inteligen', 'assist', 'asist', 'asyst', 'automated', 'machine'],
  ...[
    '"role"',
    '"tool',
    '"function',
    '"name"',
    '[inst]',
    '[/inst]',
    '<|',
    '<<',
    '<system',
    '</',
    '<tool',
    '<function',
    'system',
  ],
];
const NAMES = /\b(?:ai|ki|ia|si|llms?)\b/;

function mayInstruct(lower: string): boolean {
  return STEMS.some((stem) => lower.includes(stem)) || NAMES.test(lower);
}

function findHits(text: string, hidden: boolean): Hit[] {
  if (!hidden && !mayInstruct(text.toLowerCase())) return [];
  const folded = fold(text);
  const hits: Hit[] = [];
  for (const pattern of overridePatterns) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!OPENS.test(folded.slice(Math.max(0, match.index - 30), match.index))) continue;
      if (OF_A_TRADE.test(folded.slice(end, end + 60))) continue;
      hits.push({ sign: 'override', start: match.index, end });
    }
  }
  for (const [sign, patterns] of phrasePatterns) {
    for (const pattern of patterns) {
      for (const match of folded.matchAll(pattern)) {
        hits.push({ sign, start: match.index, end: match.index + match[0].length });
      }
    }
  }
  for (const pattern of roleMarks) {
    const match = pattern.exec(text);
    if (match) hits.push({ sign: 'role', start: match.index, end: match.index + match[0].length });
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** Neighbouring hits as one mention, when what they say together is enough. */
function gather(hits: readonly Hit[], hidden: boolean): Omit<InstructionMention, 'encoded'>[] {
  const groups: Hit[][] = [];
  for (const hit of hits) {
    const last = groups.at(-1);
    if (last && hit.start - last.at(-1)!.end <= REACH) last.push(hit);
    else groups.push([hit]);
  }
  return groups.flatMap((group) => {
    const signs = [...new Set(group.map(({ sign }) => sign))];
    if (!isInstruction(signs, hidden)) return [];
    const end = group.reduce((most, hit) => Math.max(most, hit.end), 0);
    return [{ start: group[0]!.start, end, signs }];
  });
}

function isInstruction(signs: readonly Sign[], hidden: boolean): boolean {
  const has = (sign: Sign): boolean => signs.includes(sign);
  if (has('override') || has('role')) return true;
  if (hidden) return true;
  return has('address') && (has('demand') || has('secrecy'));
}

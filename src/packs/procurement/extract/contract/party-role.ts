// The name a contract gives a party for itself: (the "Company"), nachfolgend „Auftraggeber“, as Servicer, (Shipper).

const QUOTES = '["“”„«»\'‘’]{1,2}';
const ARTICLE = "(?:(?:the|an?|die|der|das|den|dem|la|le|les|el|los|il|lo|os?|het|de)\\s+|l['’]\\s?)?";
const QUOTED = new RegExp(
  `${QUOTES}\\s?${ARTICLE}([\\p{L}\\p{N}][\\p{L}\\p{N}&.,'’/ -]{0,44}?)[,.]?\\s?${QUOTES}`,
  'giu',
);
const BARE_BRACKET = /\(\s*(?:the |The )?(\p{Lu}[\p{L}\p{N}&.-]*(?: \p{Lu}[\p{L}\p{N}&.-]*){0,2})\s*\)/u;
const NAMED_LEAD =
  /(?:\b(?:herein(?:after)?|hereafter|nachfolgend|nachstehend|im\s+folgenden|in\s+seguito|di\s+seguito|d['’]ora\s+in\s+poi|en\s+adelante|en\s+lo\s+sucesivo|doravante|adiante|hierna)|ci-après)\s*,?\s*(?:(?:(?:also\s+)?(?:referred\s+to\s+as|called|known\s+as|as)|te\s+noemen|als|denominad[ao]|denominat[ao]|designad[ao](?:\s+por)?|dénommée?|désignée?|anche)\s*,?\s*){0,3}(?:the\s+|die\s+|der\s+|das\s+|den\s+|la\s+|le\s+|el\s+|il\s+|os?\s+|as?\s+|het\s+|de\s+|l['’])?/iu;
const NAMED = /^\p{Lu}[\p{L}&-]+(?:\s\p{Lu}[\p{L}&-]+){0,2}/u;
const AS_ROLE = /^[,\s]{1,3}as\s+(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2})(?!\p{L})/u;
const NO_ROLE =
  /^(?:part(?:y|ies|eien?|ie|ei|es|e|i)|agreement|this agreement|effective date|parteien|vertragspartei(?:en)?|contract|vertrag|we|our|us|you|your|i|me|my|it|and|together|collectively|individually|date|usa?|u\.s\.a?|uk|vertragspartner|partijen)$/i;

/** The defined term in the words behind a party's name (up to the next party), as printed. */
export function readRole(tail: string): string | undefined {
  const near = tail.slice(0, 700);
  const found: string[] = [];
  for (const match of near.matchAll(QUOTED)) {
    const role = match[1]!.trim();
    if (!NO_ROLE.test(role)) found.push(role);
    if (found.length === 2) break;
  }
  if (found.length > 0) return found[0];
  const lead = NAMED_LEAD.exec(near);
  const behind = lead ? near.slice(lead.index + lead[0].length) : '';
  const named = NAMED.exec(behind)?.[0] ?? BARE_BRACKET.exec(near)?.[1] ?? AS_ROLE.exec(near)?.[1];
  return named && !NO_ROLE.test(named.trim()) ? named.trim() : undefined;
}

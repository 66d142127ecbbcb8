// What the law or a licence has to allow: work permits, citizenship, clearances, driving licences, registrations.

export const permits = ['work-permit', 'citizenship', 'clearance', 'driving-licence', 'registration'] as const;
export type Permit = (typeof permits)[number];

export interface PermitAsked {
  start: number;
  end: number;
  value: Permit;
}

const PATTERNS: readonly (readonly [Permit, RegExp])[] = [
  [
    'citizenship',
    /(?<!\p{L})(?:(?:u\.?s\.?|american|british|uk|eu|canadian|german|nato)[- ]citizen(?:ship|s)?|citizenship(?: is)?(?: required)?|(?:deutsche|eu-?)staatsangehörigkeit|staatsbürgerschaft|nationalité française)(?!\p{L})/iu,
  ],
  [
    'work-permit',
    /(?<!\p{L})(?:work permit|working permit|work authori[sz]ation|employment authori[sz]ation|authori[sz]ed to work|authori[sz]ation to work|(?:legally )?eligible to work|right to work|legally (?:authori[sz]ed|allowed|entitled)|permitted to work|permission to work|(?:valid|work(?:ing)?) visa|visa for|residence permit|eu work|arbeitserlaubnis|arbeitsgenehmigung|aufenthaltserlaubnis|aufenthaltstitel|arbeitsberechtigung|permis de travail|autorisation de travail|permiso de trabajo|werkvergunning|permesso di soggiorno|permesso di lavoro|pozwolenie na pracę|without (?:visa )?sponsorship)(?!\p{L})/iu,
  ],
  [
    'clearance',
    /(?<!\p{L})(?:(?:security|sc|dv|ts\/sci|top secret|secret|baseline|government) clearance|clearance(?: level)?|sicherheitsüberprüfung|sicherheitsfreigabe|führungszeugnis|background check|dbs check|drug (?:test|screen)|habilitation (?:secret )?défense|ts\/sci)(?!\p{L})/iu,
  ],
  [
    'driving-licence',
    /(?<!\p{L})(?:driv(?:er|ing|ers|er['’]s)['’]?s? licen[cs]es?|führerschein\p{L}*|fahrerlaubnis|cdl|permis b|permis de conduire|carn(?:et|é) de conducir|rijbewijs(?: b)?|patente b|patente di guida|prawo jazdy|carta de condução|cnh)(?!\p{L})/iu,
  ],
  [
    'registration',
    /(?<!\p{L})(?:(?:active|current|valid|state|professional|nursing|rn|lpn|medical|teaching|bar|nmc|gmc|hcpc|pharmac\p{L}+|insurance|real estate)(?: [\p{L}/]+){0,2} (?:licen[cs]e|registration|pin|licensure)|licensed (?:as|to practi[cs]e|in the state)|admitted to the bar|approbation|berufserlaubnis|berufsurkunde|facharztanerkennung)(?!\p{L})/iu,
  ],
];
/** The employer helps with it, or says that it does not matter. */
const OFFERED =
  /we (?:sponsor|offer|provide|support|help|can sponsor)|sponsorship (?:is )?(?:available|offered|possible|provided)|visa support|unterstützen (?:wir|dich|sie)|regardless|irrespective|without regard|unabhängig von|discriminat/iu;

export function findPermits(text: string): PermitAsked[] {
  if (OFFERED.test(text)) return [];
  return PATTERNS.flatMap(([value, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ start: match.index, end: match.index + match[0].length, value }] : [];
  }).filter(({ value }, i, all) => all.findIndex((one) => one.value === value) === i);
}

const SPONSORED =
  /(?:visa )?sponsorship (?:is )?(?:available|offered|possible|provided)|we (?:can |do |will )?(?:sponsor|provide visa)|visa support|visa sponsorship(?=[.,;!]|$| and | for )/iu;
const NOT_SPONSORED =
  /(?:not|unable to|cannot|can['’]t|don['’]t|do not|no|without)(?: \p{L}+){0,5}? (?:visa )?sponsor(?:ship)?|sponsorship is not|no visa/iu;

/** Whether the employer sponsors a visa; undefined = it does not say. */
export function sponsorshipIn(text: string): { value: boolean; start: number; end: number } | undefined {
  const no = NOT_SPONSORED.exec(text);
  if (no) return { value: false, start: no.index, end: no.index + no[0].length };
  const yes = SPONSORED.exec(text);
  return yes ? { value: true, start: yes.index, end: yes.index + yes[0].length } : undefined;
}

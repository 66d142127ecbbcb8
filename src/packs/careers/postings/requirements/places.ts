// Where somebody has to be, move or travel to.

export const placeAsks = ['based-in', 'relocation', 'travel', 'on-site', 'shifts'] as const;
export type PlaceAsk = (typeof placeAsks)[number];

export interface PlaceAsked {
  start: number;
  end: number;
  value: PlaceAsk;
}

const PATTERNS: readonly (readonly [PlaceAsk, RegExp])[] = [
  [
    'travel',
    /(?<!\p{L})(?:(?:willing(?:ness)?|able|ability|available|readiness|open) to travel|travel (?:up to|approximately|about|is required|required|\d)|(?:up to )?\d{1,3} ?% (?:of )?travel|reisebereitschaft|bereitschaft zu (?:gelegentlichen |nationalen |internationalen )*(?:dienst)?reisen|reisetätigkeit|mobilité|disponibilité pour (?:des )?déplacements|déplacements|disponibilidad para viajar|reisbereidheid|disponibilità (?:a viaggiare|a trasferte)|gotowość do podróży)(?!\p{L})/iu,
  ],
  [
    'relocation',
    /(?<!\p{L})(?:(?:willing(?:ness)?|able|ready|open) to (?:relocate|move)|relocation (?:is )?required|umzugsbereitschaft|bereitschaft (?:zum umzug|umzuziehen)|disponibilidad (?:para|de) (?:reubicación|cambio de residencia))(?!\p{L})/iu,
  ],
  [
    'based-in',
    /(?<!\p{L})(?:(?:must |should |need to |to )(?:be |live |reside )(?:\p{L}+ )?(?:based |located |living |residing )?(?:in|within|near)|(?:you are|you['’]re|candidates?) (?:\p{L}+ )?(?:based|located|living|residing) (?:in|within|near)|(?:based|located|residing|living) (?:in|within) (?:or|the|commuting|a reasonable)|within commuting distance|commutable|reside in|wohnsitz|wohnhaft|wohnort in)(?!\p{L})/iu,
  ],
  [
    'on-site',
    /(?<!\p{L})(?:(?:able|willing|required|willingness|ability|expected) to (?:work|be|commute|come)(?: \p{L}+){0,3}? (?:on[- ]?site|(?:in|from|at) (?:the|our) [\p{L} ]{0,20}office|in[- ]person)|(?:\d|one|two|three|four|five)(?:[-–]\d)? days?(?: (?:a|per) week)? (?:in|at|from) (?:the|our) [\p{L} ]{0,20}office|präsenz(?:pflicht|tage)|anwesenheit vor ort)(?!\p{L})/iu,
  ],
  [
    'shifts',
    /(?<!\p{L})(?:(?:able|happy|prepared|willing|ability|willingness|available|availability|flexib\p{L}+) to work(?: \p{L}+){0,4}? (?:shifts?|nights?|weekends?|evenings?|holidays|overtime)|(?:shift|weekend|night) (?:work|availability)|rotating shifts?|on[- ]call|bereitschaft (?:zur|zum|zu) (?:schicht|wochenend|nacht)\p{L}*|schichtbereitschaft|schichtdienst|schichtarbeit|wochenendarbeit|rufbereitschaft|disponibilidad para (?:trabajar (?:en )?)?turnos|travail (?:de nuit|posté|le week-end))(?!\p{L})/iu,
  ],
];

export function findPlaces(text: string): PlaceAsked[] {
  return PATTERNS.flatMap(([value, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ start: match.index, end: match.index + match[0].length, value }] : [];
  });
}

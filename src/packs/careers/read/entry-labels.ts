// What résumés print before the parts of an entry, and on top of tables of them.

/** Labels by what they name; a colon or a dash follows. */
const WORDS: Readonly<Record<string, string>> = {
  name: 'company(?: name)?|employer|organi[sz]ation(?: name)?|firm|firma|arbeitgeber|unternehmen|betrieb|entreprise|employeur|société|empresa|empleador|empregador|entidade(?: empregadora)?|azienda|datore di lavoro|bedrijf|werkgever|pracodawca|name of (?:the )?(?:company|employer|organi[sz]ation)|worked (?:at|for|with|in)',
  position:
    'designation|position|occupation(?: or position held)?|role|title|job title|job role|post|stelle|funktion|poste|fonction|puesto|cargo|función|posizione|ruolo|mansione|qualifica|função|functie|stanowisko|rolle|tätigkeit|beruf',
  location:
    'location|place|city|address|ort|standort|lieu|ville|lugar|ciudad|luogo|sede|local|localidade|plaats|miejsce',
  institution:
    'university|college|school|institut(?:e|ion)|universität|hochschule|schule|bildungseinrichtung|université|école|établissement|universidad|centro|institución|università|istituto|universidade|instituição|universiteit|instelling|onderwijsinstelling|uczelnia|board\\/university|university\\/board',
  studyType:
    'degree|qualification|course|abschluss|diplôme|título|titulación|titolo(?: di studio)?|grau|diploma|stopień|kwalifikacje|habilitação|kwalificatie',
  area: 'major|field of study|specialization|specialisation|stream|branch|fachrichtung|studiengang|spécialité|especialidad|indirizzo|curso|studierichting|kierunek|subjects?',
};
const PERIOD =
  /^(?:dates?|period|duration|from|years?|datum|daten|zeitraum|von|dauer|période|dates|durée|fechas?|periodo|período|datas?|date|durata|periode|data|data[- ]?do|okres|lata)$/iu;

export const entryLabels: readonly (readonly [name: string, form: RegExp])[] = Object.entries(WORDS).map(
  ([name, words]) => [name, new RegExp(`^(?:${words})\\s*[:–-]\\s*`, 'iu')],
);

const bare = new RegExp(`^(?:${Object.values(WORDS).join('|')})\\s*:?$`, 'iu');

/** Whether a text is such a label and nothing else. */
export const isEntryLabel = (text: string): boolean => text.length <= 40 && bare.test(text);

/** "Period | Position | Employer": the names of columns. */
export const isTableHead = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((text) => isEntryLabel(text) || PERIOD.test(text.trim()));

// German words to their base form: endings, participles, separable verbs, strong verbs, and the nouns in -ung of what is done.
// Words come folded: lower case, without diacritics, "ss" for "ß".

/** Infinitive, then the forms that its stem does not show; preterites take endings. `fuhr` is left out: folded, it is "führ", too. */
const STRONG_ROWS = `
lass lasst liess gelassen
sprech spricht sprach gesprochen
helf hilft half geholfen
nehm nimmt nahm genommen
geb gibt gab gegeben
schreib schrieb geschrieben
wachs wachst wuchs gewachsen
biet bot geboten
steig stieg gestiegen
les liest las gelesen
verlier verlor verloren
find fand gefunden
bring brachte gebracht
gelt gilt galt gegolten
enthalt enthalt enthielt enthalten
weis wies gewiesen
rat rat riet geraten
halt halt hielt gehalten
trag tragt trug getragen
treff trifft traf getroffen
bitt bat gebeten
zieh zog gezogen
lieg lag gelegen
sitz sass gesessen
steh stand gestanden
geh ging gegangen
komm kam gekommen
lauf lief gelaufen
fall fallt fiel gefallen
fang fangt fing gefangen
schlag schlagt schlug geschlagen
schliess schloss geschlossen
stoss stosst stiess gestossen
werf wirft warf geworfen
werb wirbt warb geworben
tret tritt trat getreten
bleib blieb geblieben
beginn begann begonnen
brech bricht brach gebrochen
denk dachte gedacht
kenn kannte gekannt
nenn nannte genannt
send sandte gesandt
wend wandte gewandt
ess isst gegessen
trink trank getrunken
sing sang gesungen
schwimm schwamm geschwommen
sink sank gesunken
spring sprang gesprungen
zwing zwang gezwungen
gewinn gewann gewonnen
schneid schnitt geschnitten
reit ritt geritten
reiss riss gerissen
streit stritt gestritten
leid litt gelitten
greif griff gegriffen
streich strich gestrichen
vergleich verglich verglichen
schein schien geschienen
leih lieh geliehen
meid mied gemieden
treib trieb getrieben
schweig schwieg geschwiegen
entscheid entschied entschieden
ruf rief gerufen
schlaf schlaft schlief geschlafen
lad ladt lud geladen
messe misst mass gemessen
vergess vergisst vergass vergessen
seh sieht sah gesehen
geschehen geschieht geschah
empfehl empfiehlt empfahl empfohlen
heb hob gehoben
flieg flog geflogen
fliess floss geflossen
bieg bog gebogen
schieb schob geschoben
wieg wog gewogen
frier fror gefroren
betrug betrog betrogen
bind band gebunden
erschein erschien erschienen
schaff schuf geschaffen
wiss weiss wusste gewusst
tu tat getan
back buk gebacken
wasch wascht wusch gewaschen
grab grabt grub gegraben
lob lobt lobte gelobt
leg legt legte gelegt
sag sagt sagte gesagt
leb lebt lebte gelebt
hol holt holte geholt
hor hort horte gehort
bau baut baute gebaut
wag wagt wagte gewagt
mal malt malte gemalt
reg regt regte geregt
`;
const SEPARABLE =
  'an|ab|auf|aus|ein|mit|vor|zu|um|her|hin|bei|nach|weg|fest|dar|teil|statt|los|zurück|zuruck|zusammen|weiter|bereit|durch|entgegen|frei|fertig|statt|sicher';
/** Particles that stand at the end of a clause and belong to its verb. */
export const separableParticles: ReadonlySet<string> = new Set(SEPARABLE.split('|'));
const INSEPARABLE = 'be|er|ver|zer|ent|emp|miss|uber|unter|wieder|wider';

const strong = new Map<string, string>();
for (const row of STRONG_ROWS.trim().split('\n')) {
  const [base, ...forms] = row.split(' ') as [string, ...string[]];
  for (const ending of ['', 'e', 'en', 'st', 't', 'end', 'ende', 'enden']) strong.set(base + ending, base);
  for (const form of forms) {
    const isParticiple = /^(?:ge|ver|ent|beg|emp|ersch).*(?:en|t)$/.test(form);
    const endings = isParticiple ? ['', 'e', 'en', 'er', 'es', 'em'] : ['', 'e', 'en', 'st', 't', 'n'];
    for (const ending of endings) if (!strong.has(form + ending)) strong.set(form + ending, base);
    // Behind a prefix that stays, the participle has no "ge": "verstanden", "beschrieben".
    if (isParticiple && form.startsWith('ge'))
      for (const ending of endings) strong.set(`-${form.slice(2)}${ending}`, base);
  }
}
const WITH_PREFIX = new RegExp(`^((?:${SEPARABLE})?(?:${INSEPARABLE})?)(zu)?(\\p{L}{3,})$`, 'u');

/** "eingewiesen" and "einzuweisen" are "einweis", "verstand" and "verstanden" "versteh". */
function strongStem(word: string): string | undefined {
  const own = strong.get(word);
  if (own) return own;
  const parts = WITH_PREFIX.exec(word);
  if (!parts || parts[1] === '') return undefined;
  const [, prefix, , rest] = parts as unknown as [string, string, string | undefined, string];
  const base = strong.get(rest) ?? strong.get(`-${rest}`);
  return base && prefix + base;
}

export const isStrongForm = (word: string): boolean => strongStem(word) !== undefined;

const PARTICIPLE = new RegExp(`^(${SEPARABLE})ge(\\p{L}{3,})(?:t|en)(?:e[nrms]?)?$`, 'u');
const WITH_ZU = new RegExp(`^(${SEPARABLE})zu(\\p{L}{3,}e[nl]?n?)$`, 'u');
const ENDINGS = ['test', 'tet', 'ten', 'te', 'en', 'er', 'es', 'em', 'et', 'st', 't', 'e', 'n', 's'];
/** Adjectives of three letters, which endings would leave too short. */
const SHORT = /^(neu|alt|gut|rot|lang|hoh|arm|warm|nass|weit|gro)(?:e|er|es|en|em)$/;
/** In -ung, but no act. */
const NO_ACT =
  /(?:zeitung|richtung|abteilung|wohnung|rechnung|kleidung|gattung|stiftung|siedlung|losung|jung|sprung|schwung)(?:en)?$/;

export function germanStem(word: string): string {
  const known = strongStem(word);
  if (known) return known;
  const short = SHORT.exec(word);
  if (short) return short[1]!;
  // "Leitung" is what is done by "leiten".
  const act = /^(\p{L}{4,})ung(?:en|s)?$/u.exec(word);
  if (act && !NO_ACT.test(word)) return strongStem(act[1]!) ?? withoutEndings(act[1]!);
  const zu = WITH_ZU.exec(word);
  if (zu) return withoutEndings(zu[1]! + zu[2]!);
  const separated = PARTICIPLE.exec(word);
  let stem = separated ? separated[1]! + separated[2]! : word;
  if (!separated && /^ge\p{L}{4,}(?:t|en|te[nrms]?)$/u.test(word)) stem = word.slice(2);
  stem = stem.replace(/^(.{4,})innen$/, '$1').replace(/^(.{4,})in$/, '$1');
  return withoutEndings(stem);
}

function withoutEndings(word: string): string {
  let stem = word;
  for (let round = 0; round < 3; round++) {
    const ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= 4);
    if (!ending) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}

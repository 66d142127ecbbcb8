// Words to their base form, so that case, number and tense do not matter, nor whether an act is told by its verb or its noun:
// English by rules and short lists, German in german-stems.ts.

import { foldText } from '../../recognize/labels/tokens.ts';
import { germanStem } from './german-stems.ts';
import type { GateLanguage } from './language.ts';
import { englishFamilies } from './vocabulary/english-families.ts';

const IRREGULAR_ROWS = `
lead led leading leads
build built
write wrote written
run ran
win won
grow grew grown
rise rose risen
fall fell fallen
teach taught
buy bought
sell sold
sleep slept
feel felt
find found
hold held
meet met
pay paid
speak spoke spoken
drive drove driven
swim swam swum
lose lost
stand stood
begin began begun
choose chose chosen
break broke broken
understand understood
send sent
spend spent
learn learnt
know knew known
see saw seen
become became
leave left
cut cutting
put putting
set setting
oversee oversaw overseen
undertake undertook
be am is are was were been being
have has had having
do does did done doing
make made
take took taken
bring brought
think thought
ride rode ridden
quit quitting
go went gone
come came
get got gotten
give gave given
keep kept
put puts
take took taken
rebuild rebuilt
person people
child children
woman women
man men
foot feet
analysis analyses
program programme
licence license licensed
year yearly
day daily
half halves
draw drew drawn
bear bore borne
lend lent
wear wore worn
tear tore torn
throw threw thrown
fly flew flown
hear heard
tell told
eat ate eaten
drink drank drunk
sing sang sung
ring rang rung
sit sat
lay laid
light lit
strike struck
stick stuck
steal stole stolen
swell swollen
hang hung
hide hid hidden
shake shook shaken
sink sank sunk
seek sought
bend bent
deal dealt
dig dug
feed fed
fight fought
forget forgot forgotten
freeze froze frozen
shrink shrank shrunk
withdraw withdrew withdrawn
withhold withheld
arise arose arisen
beat beaten
bite bit bitten
blow blew blown
burn burnt
mean meant
slide slid
sweep swept
catch caught
spoil spoilt
spill spilt
sew sewn
show shown
foresee foresaw foreseen
forbid forbade forbidden
bleed bled
spread spreading
shut shutting
hit hitting
`;

const irregular = new Map<string, string>();
for (const row of IRREGULAR_ROWS.trim().split('\n')) {
  const [base, ...forms] = row.split(' ');
  for (const form of forms) irregular.set(form, base!);
  irregular.set(base!, base!);
}
/** "founded" is no form of "found", "left knee" none of "leave": they keep their own. */
for (const word of ['found', 'left']) irregular.delete(word);

/** Past forms that no ending shows. */
export const irregularForms: ReadonlySet<string> = new Set(
  IRREGULAR_ROWS.trim()
    .split('\n')
    .flatMap((row) => row.split(' ').slice(1))
    .filter(
      (form) =>
        !/^(?:spreading|shutting|hitting|bit|worn|torn|burnt|frozen|swollen|hidden|sewn|leading|cutting|left|people|children|women|men|feet|analyses|programme|license|licensed|yearly|daily|halves|made|left|set|cut)$/.test(
          form,
        ),
    ),
);

const cache = new Map<string, string>();
const MAX_CACHED = 20_000;

/** The base form of a word; not always a word itself. Lower case, no diacritics. */
export function stemOf(word: string, language: GateLanguage): string {
  const key = `${language}\n${word}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const folded = foldText(word).replaceAll('’', "'");
  const stem = language === 'de' ? germanStem(folded) : englishStem(folded);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, stem);
  return stem;
}

let families: Map<string, string> | undefined;

function englishStem(word: string): string {
  families ??= readFamilies();
  const stem = plainEnglishStem(word);
  return families.get(stem) ?? stem;
}

function readFamilies(): Map<string, string> {
  const read = new Map<string, string>();
  for (const row of englishFamilies.trim().split('\n')) {
    const [base, ...others] = row.split(' ').map(plainEnglishStem);
    for (const other of others) read.set(other!, base!);
  }
  return read;
}

function plainEnglishStem(word: string): string {
  const bare = word.replace(/'s$|s'$|'$/, (ending) => (ending === "s'" ? 's' : ''));
  const known = irregular.get(bare);
  if (known) return finish(known);
  if (bare.length <= 3 || /[^a-z]/.test(bare)) return bare;
  return finish(withoutVerbEnding(singular(bare)));
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) {
    const one = word.slice(0, -1);
    return irregular.get(one) ?? one;
  }
  return word;
}

function withoutVerbEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = /ing$/.test(word) ? 3 : /ed$/.test(word) && !/eed$/.test(word) ? 2 : 0;
  const rest = word.slice(0, -cut);
  if (cut > 0 && rest.length >= 3 && /[aeiouy]/.test(rest)) return undouble(rest);
  return word.endsWith('ly') && word.length > 6 ? word.slice(0, -2) : word;
}

const undouble = (word: string): string => (/([bdgkmnprt])\1$/.test(word) ? word.slice(0, -1) : word);

function finish(word: string): string {
  let stem = word;
  if (/[st]ion$/.test(stem) && stem.length > 6) stem = stem.slice(0, -3);
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1);
  if (stem.endsWith('at') && stem.length > 7) stem = stem.slice(0, -2);
  if (/[aeiou]l{2}$/.test(stem) && stem.length > 5) stem = stem.slice(0, -1);
  if (stem.length > 5) stem = stem.replace(/is$/, 'iz').replace(/ys$/, 'yz').replace(/our$/, 'or');
  return stem;
}

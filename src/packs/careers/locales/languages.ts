// Names of languages in eight languages, and the words for how well one is known.

const names = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Lower case, without accents. */
export const languageNames: ReadonlySet<string> = new Set(
  names(`
  english german french spanish italian portuguese dutch polish russian ukrainian czech slovak slovenian croatian serbian bosnian
  bulgarian romanian hungarian greek turkish arabic hebrew persian farsi hindi urdu bengali punjabi gujarati marathi tamil telugu
  kannada malayalam odia oriya assamese sanskrit nepali sinhala chinese mandarin cantonese japanese korean vietnamese thai
  indonesian malay tagalog filipino swedish norwegian danish finnish icelandic estonian latvian lithuanian irish welsh catalan
  basque galician latin swahili amharic yoruba igbo hausa zulu afrikaans albanian macedonian georgian armenian azerbaijani kazakh
  uzbek mongolian esperanto luxembourgish flemish konkani kashmiri sindhi bhojpuri maithili pashto kurdish dari somali
  englisch deutsch franzosisch spanisch italienisch portugiesisch niederlandisch polnisch russisch ukrainisch tschechisch
  ungarisch griechisch turkisch arabisch hebraisch chinesisch japanisch koreanisch schwedisch norwegisch danisch finnisch latein
  rumanisch bulgarisch kroatisch serbisch
  anglais allemand francais espagnol italien portugais neerlandais polonais russe ukrainien tcheque hongrois grec turc arabe
  hebreu chinois japonais coreen suedois norvegien danois finnois roumain
  ingles aleman frances espanol castellano italiano portugues holandes neerlandes polaco ruso chino japones coreano arabe sueco
  griego turco catalan euskera gallego valenciano rumano ucraniano
  inglese tedesco francese spagnolo portoghese olandese polacco russo cinese giapponese coreano arabo svedese greco turco rumeno
  alemao espanhol italiano neerlandes russo chines japones mandarim arabe ucraniano romeno
  engels duits frans spaans italiaans portugees nederlands pools russisch chinees japans koreaans arabisch zweeds turks grieks
  angielski niemiecki francuski hiszpanski wloski portugalski niderlandzki polski rosyjski ukrainski czeski chinski japonski
  koreanski arabski szwedzki lacina wegierski
`),
);

/** How well a language is known; most of it is said of skills, too. */
const LEVEL_WORDS = String.raw`native(?: or bilingual)?(?: speaker| proficiency| language| level)?|bilingual(?: proficiency)?|mother ?tongue|first language|full professional(?: proficiency)?|professional(?: working)?(?: proficiency)?|limited working(?: proficiency)?|elementary(?: proficiency)?|fluent(?:ly)?|proficient|advanced|upper[- ]intermediate|intermediate|pre-intermediate|conversational|working knowledge|business fluent|basic(?: knowledge)?|beginner|basics?|good|very good|excellent|muttersprache|muttersprachlich\p{L}*|verhandlungssicher|fließend|fliessend|sehr gut|gut|gute kenntnisse|sehr gute kenntnisse|grundkenntnisse|konversationssicher|fortgeschritten|langue maternelle|courant|couramment|bilingue|intermédiaire|avancé|notions|débutant|scolaire|lu,? écrit,? parlé|nativo|nativa|lengua materna|fluido|fluidez|avanzado|intermedio|básico|basico|medio|alto|nivel \p{L}+|madrelingua|lingua madre|fluente|ottimo|buono|discreto|scolastico|avanzato|base|língua materna|fluência|avançado|intermediário|básico|moedertaal|vloeiend|uitstekend|goed|redelijk|basis|gevorderd|(?:język )?ojczysty|dobry|dobra|bardzo dobry|bardzo dobra|bardzo dobrze|dobrze|średni|biegły|biegle|zaawansowany|średniozaawansowany|komunikatywny|podstawowy|płynny|[abc][12](?:[.+-]?\d?)?(?:\s?[-–/]\s?[abc][12])?|delf [abc][12]|dalf [abc][12]|toefl(?: ibt)?:? ?\d{2,3}|ielts:? ?\d(?:[.,]\d)?|toeic:? ?\d{3}|jlpt ?n[1-5]|hsk ?[1-6]`;

export const FLUENCY = new RegExp(
  String.raw`(?<!\p{L})(?:${LEVEL_WORDS}|speak(?:ing)?|read(?:ing)?|writ(?:e|ing))(?!\p{L})`,
  'iu',
);

const SKILL_WORDS = `experte?|experienced|beginner|competent|skilled|confirmé|expérimenté|experto|principiante|esperto|especialista|iniciante|ekspert|początkujący`;
/** In brackets, behind a colon or a dash, or as the last words of what is named. */
export const SKILL_LEVEL = new RegExp(
  String.raw`(?:\s*\(|\s*[-–:|]\s*|\s+)((?:${LEVEL_WORDS}|${SKILL_WORDS})(?: \p{Ll}+)?)\)?\s*\.?$`,
  'iu',
);

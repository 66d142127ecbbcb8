// Degrees and school leaving certificates as they are printed in eight languages.

/** Whole names, and abbreviations with and without dots; a field of study may follow. */
const DEGREE = new RegExp(
  `(?<![\\p{L}.])(?:${[
    // English
    "(?:(?:post[- ]?graduate|executive|integrated|dual|double|joint|honou?rs?|advanced|professional|graduate) )?(?:ph\\.? ?d\\.?|d\\. ?phil\\.?|doctor(?:ate|al degree)?(?: of [\\p{L} ]{4,20}?(?= in |,|$| ?[-–(|]))?|(?:masters?|bachelors?)['’]?s?(?: degree)?(?: of (?:business administration|computer applications?|computer science|information technology|social work|public health|public administration|fine arts|applied sciences?|science|arts|engineering|technology|commerce|business|laws?|education|architecture|philosophy|music|design|pharmacy|medicine|nursing|management|economics|journalism|divinity|studies|research|mathematics|statistics|finance|accounting))?)",
    "associates?(?:['’]s)? (?:degree|of (?:science|arts|applied science))(?: degree)?",
    '(?:post[- ]?graduate |advanced |national |higher national |professional |pg )?(?:diploma|certificate)(?= in | of |,|$| ?[-–(:|])',
    'm\\. ?b\\. ?a\\.?|mba|emba|pgdm|pgdba|pgdca|pgdbm|pgd|pgce',
    'm\\. ?s\\. ?c?\\.?|m\\.?sc\\.?|msc|b\\. ?s\\. ?c?\\.?|b\\.?sc\\.?|bsc|b\\.?s\\.?c?\\.? ?\\(hons\\.?\\)',
    'm\\. ?tech\\.?|mtech|b\\. ?tech\\.?|btech|b\\. ?e\\.?|m\\. ?e\\.?|b\\. ?eng\\.?|m\\. ?eng\\.?|beng|meng',
    'b\\. ?c\\. ?a\\.?|bca|m\\. ?c\\. ?a\\.?|mca|b\\. ?com\\.?|bcom|m\\. ?com\\.?|mcom|b\\. ?b\\. ?a\\.?|bba|bbm|bms|mms',
    'b\\. ?a\\.?|m\\. ?a\\.?|b\\. ?ed\\.?|m\\. ?ed\\.?|b\\. ?pharm(?:a|acy)?\\.?|m\\. ?pharm(?:a|acy)?\\.?|ll\\. ?b\\.?|ll\\. ?m\\.?|j\\. ?d\\.?|m\\. ?d\\.?|mbbs|mphil|m\\. ?phil\\.?|b\\. ?arch\\.?|m\\. ?arch\\.?|bfa|mfa|mph|mpa|msw|bsn|msn|edd|ed\\.d\\.|psyd',
    'apprenticeship(?= in | as |,|$| ?[-–(])|nvq(?: level \\d)?|vocational (?:training|qualification)(?= in | as |,|$)|a\\. ?s\\.|a\\. ?a\\.|a\\. ?a\\. ?s\\.',
    'high school(?: diploma)?|higher secondary(?: (?:school )?certificate| education| school)?|senior secondary(?: school)?|secondary school(?: certificate)?|intermediate|matriculation|matric|ssc|s\\.s\\.c\\.?|hsc|h\\.s\\.c\\.?|sslc|puc|cbse|icse|(?:10|12|x|xii)(?:th)?(?: (?:standard|std|class|grade))|1[02]th|ged|gcse|a[- ]levels?|o[- ]levels?|international baccalaureate|b\\.?tec(?: hnc| hnd)?|hnc|hnd|btec',
    'nvq(?: level \\d)?|apprenticeship(?= in |,|$)',
    // German
    'diplom(?:[- ](?:ingenieur|kaufmann|informatiker|volkswirt|betriebswirt|physiker|mathematiker|kauffrau)(?:in)?)?|dipl\\.?[- ]?(?:ing|kfm|inf|phys|math|chem|psych|wirt\\.-ing)\\.?(?: \\((?:fh|univ|ba)\\))?|magister(?: artium)?|staatsexamen|promotion|dr\\. ?(?:rer\\. ?nat|phil|med|ing|jur|-ing)\\.?|habilitation|abitur|fachabitur|fachhochschulreife|allgemeine hochschulreife|hochschulreife|mittlere reife|realschulabschluss|hauptschulabschluss|matura|berufsausbildung|ausbildung(?= zum | zur | als | in )|betriebswirt(?:in)?|meisterbrief|fachwirt',
    // French
    "licence(?: professionnelle)?|master(?: [12])?|mastère|maîtrise|doctorat|thèse|dut|bts|deug|dess|dea|diplôme d['’]ingénieur|diplôme|baccalauréat|bac(?: ?(?:\\+ ?\\d|pro|s|es|l|sti2d|stmg))?|cap|bep|brevet|classes? préparatoires?|cpge",
    // Spanish, Portuguese, Italian
    'licenciatura|licenciad[oa]|grado(?: en| superior| medio)|ingenier[ií]a(?= en | de )|máster|doctorado|bachillerato|diplomatura|fp(?: grado (?:superior|medio))?|técnico superior|técnico|eso|postgrado|posgrado|maestría',
    'bacharelado|bacharel|mestrado(?: integrado)?|doutoramento|doutorado|pós[- ]graduação|ensino (?:médio|secundário|superior)|12\\.º ano|tecnólogo|mestre|doutor|especialização',
    'laurea(?: (?:triennale|magistrale|specialistica))?|dottorato(?: di ricerca)?|diploma di (?:maturità|laurea|liceo|scuola [\\p{L} ]{4,24})|maturità(?: (?:scientifica|classica|linguistica|tecnica))?|master di (?:i|ii) livello|perito',
    // Dutch, Polish
    'bachelor|master|doctoraal|hbo(?:-bachelor)?|wo(?:-master)?|mbo(?: niveau \\d)?|vwo|havo|vmbo|propedeuse|gymnasium|atheneum',
    'licencjat|magister inżynier|mgr inż\\.?|mgr|inż\\.?|inżynier|studia (?:magisterskie|licencjackie|inżynierskie|podyplomowe|doktoranckie|i stopnia|ii stopnia)|doktorat|matura|technik|liceum',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);

/** Abbreviations without dots, which are words in small letters. */
const CAPITAL_DEGREE =
  /(?<![\p{L}.&])(?:B\.?S|B\.?A|M\.?S|M\.?A|B\.?E|M\.?E|AS|AA|BSEE|MSEE|BSCS|MSCS|BSME|MSME|BTech|MTech|BEng|MEng|BBS|BSBA|MIS|MIM|MSIS|DPhil|DBA|LLB|LLM|JD|MD|BFA|MFA)\.?(?=$|[\s,(:/–-])(?!\s*(?:&|and)\s)/u;

/** The first degree that a text names. */
export function findDegree(text: string): { index: number; text: string } | undefined {
  const named = DEGREE.exec(text);
  const short = CAPITAL_DEGREE.exec(text);
  const first = named && short ? (named.index <= short.index ? named : short) : (named ?? short);
  return first ? { index: first.index, text: first[0] } : undefined;
}

/** Between a degree and its field: "in", "of", "en", "im Fach". */
export const FIELD_AFTER =
  /^\s*(?:(?:degree|candidate|program(?:me)?|studies|\(?(?:hons?|honou?rs)\.?\)?|with (?:first[- ]class )?honou?rs|with distinction)\s*)?(?:\((?=\p{L})|(?:[-–:,]\s*)?(?:in the field of|in|of|with (?:an? )?(?:major|specialization|specialisation|concentration|emphasis|focus) (?:in|on)|im fach|im bereich|fach|en|de|di|em|in het|w zakresie|kierunek:?|na kierunku|major(?:ing)? in|major:?|spécialité|mention|specialization:?|with|zum|zur|als)\s+|[,:–-]\s*)/iu;

/** Words of fields of study. */
export const FIELD_WORD =
  /(?<!\p{L})(?:engineering|science|sciences|studies|management|administration|economics|mathematics|physics|chemistry|biology|psychology|law|history|literature|philosophy|finance|accounting|marketing|arts?|design|architecture|medicine|nursing|education|computing|informatics|statistics|linguistics|communications?|journalism|sociology|anthropology|politics|business|commerce|technology|electronics|mechanics|informatik|maschinenbau|elektrotechnik|wirtschaft\p{L}*|betriebswirtschaft\p{L}*|bwl|vwl|mathematik|physik|chemie|biologie|psychologie|rechtswissenschaft\p{L}*|medizin|germanistik|geschichte|informatique|génie|gestion|droit|économie|mathématiques|commerce|informática|ingeniería|administración|derecho|economía|ingegneria|economia|giurisprudenza|scienze|lettere|engenharia|gestão|direito|informatyka|ekonomia|prawo|zarządzanie|mechanika|bedrijfskunde|rechten|economie|werktuigbouwkunde|statisti\p{L}{1,3}|statystyka|estadística|biologi\p{L}{1,3}|biología|elektrotechni\p{L}{1,3}|elettrotecnica|electrotecnia|électrotechnique|logisti\p{L}{1,4}|logística|hotelaria|hotelería|hotellerie|enfermería|enfermagem|infermieristica|verpleegkunde|pielęgniarstwo|pflege\p{L}*|kommunikation\p{L}*|communicatie\p{L}*|komunikacja|comunicação|comunicación|comunicazione|rachunkowość|finans\p{L}{1,3}|finanz\p{L}{1,4}|contabilidad\p{L}?|contabilità|comptabilité|onderwijskunde|pedagog\p{L}{1,4}|pädagogik|química|chimica|chimie|fizyka|física|fisica|physique|matemática\p{L}?|matematica|matematyka|wiskunde|mechanika|mecánica|meccanica|mécanique)(?!\p{L})/iu;

/** Names of places of learning. */
export const SCHOOL =
  /(?<!\p{L})(?:universit[a-zäéà]{1,4}|university|univ\.?|college|school|institut[eo]?|institution|academy|polytechnic|faculty|campus|vidyalaya|vidyapeeth|iit|iiit|nit|iim|bits|mit|eth|epfl|ucla|nyu|usc|caltech|hochschule|fachhochschule|tu|fh|gymnasium|realschule|gesamtschule|berufsschule|berufskolleg|akademie|grundschule|kolleg|schule|université|école|lycée|iut|insa|faculté|collège|universidad|escuela|facultad|colegio|politécnic[ao]|universitat|università|politecnico|liceo|scuola|istituto|ateneo|universidade|faculdade|escola|politécnico|universiteit|hogeschool|lyceum|uniwersytet|politechnika|szkoła|akademia|liceum|technikum|board|mahavidyalaya|conservatory|seminary|conservatoire|hogere|wyższa)(?!\p{L})/iu;

export const SCORE =
  /(?<![\p{L}\d])(?:(?:c?gpa|grade point average|cpi|sgpa|grade|score|percentage|aggregate|marks|note|abschlussnote|gesamtnote|notendurchschnitt|moyenne|mention|nota(?: media)?|promedio|media|voto|votazione|gemiddelde|cijfer|średnia|ocena)\s*(?:of|:|-|–|=|is)?\s*((?:[\d.,]+\s*(?:\/|out of|von|sur|de|su|z)\s*[\d.,]+(?: e lode)?)|(?:\d{1,3}(?:[.,]\d{1,2})?\s*%?)|(?:très bien|bien|assez bien|sehr gut|gut|summa cum laude|magna cum laude|cum laude))|(\d{2}(?:[.,]\d{1,2})?\s*%)|((?:first|second|upper second|lower second)[ -]class(?: honou?rs)?(?: with distinction)?)|(summa cum laude|magna cum laude|cum laude))/iu;

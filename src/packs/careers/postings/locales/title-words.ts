// What job titles are made around, and the marks that only titles of postings bear.

/** "(m/w/d)", "(f/m/x)", "(all genders)", "H/F": law or custom puts them after the title of a job that is offered. */
export const GENDER_MARK =
  /\s*[([{]?\s*(?<![\p{L}\d])(?:[mwfdxihvnk]\s?[/|,]\s?[mwfdxihvnk*](?:\s?[/|,]\s?(?:[mwfdxihvn*]|divers|gn|diverse)){0,2}|all genders?|gn|d\/w\/m|any gender)(?![\p{L}\d])\s*[)\]}]?/iu;

const HEADS =
  'generalists?|engineers?|developers?|programmers?|architects?|analysts?|scientists?|researchers?|managers?|directors?|head|lead(?:er)?|officers?|president|assistants?|consultants?|advis[eo]rs?|specialists?|experts?|coordinators?|administrators?|executives?|supervisors?|technicians?|operators?|mechanics?|electricians?|designers?|artists?|writers?|editors?|copywriters?|journalists?|translators?|interpreters?|teachers?|lecturers?|professors?|instructors?|tutors?|trainers?|coach(?:es)?|fellows?|postdoc|interns?(?:hip)?|trainees?|apprentices?(?:hip)?|clerks?|cashiers?|receptionists?|secretary|bookkeepers?|accountants?|auditors?|controllers?|treasurer|bankers?|brokers?|buyers?|purchasers?|planners?|schedulers?|estimators?|surveyors?|inspectors?|testers?|representatives?|rep|agents?|associates?|recruiters?|attorneys?|lawyers?|counsel|paralegals?|doctors?|physicians?|surgeons?|nurses?|dentists?|pharmacists?|therapists?|psychologists?|counsel+ors?|caregivers?|paramedics?|veterinarians?|chefs?|cooks?|bakers?|waiters?|waitress|bartenders?|baristas?|drivers?|couriers?|pilots?|guards?|workers?|labou?rers?|handym[ae]n|carpenters?|plumbers?|welders?|painters?|photographers?|producers?|librarians?|chemists?|physicists?|biologists?|mathematicians?|statisticians?|economists?|strategists?|marketers?|housekeepers?|cleaners?|gardeners?|merchandisers?|hairdressers?|radiographers?|midwi(?:fe|ves)|sre|devops|qa|cto|ceo|cfo|coo|vp|partner|owner|steward(?:ess)?|host(?:ess)?|packers?|pickers?|installers?|fitters?|machinists?|foreman|shopper|crew member|team member|member of technical staff|aide|janitor|underwriters?|actuary|adjuster|dispatchers?|mitarbeitend\\p{L}*|mitarbeiter\\p{L}*|sachbearbeit\\p{L}*|referent\\p{L}*|kaufm(?:ann|änn\\p{L}*)|kauffrau|fachkraft|hilfskraft|aushilfe|azubi|auszubildende\\p{L}*|ausbildung|werkstudent\\p{L}*|praktik\\p{L}+|pfleg\\p{L}+|erzieher\\p{L}*|arzt|ärzt\\p{L}*|verkäufer\\p{L}*|fahrer\\p{L}*|koch|köchin|kellner\\p{L}*|monteur\\p{L}*|techniker\\p{L}*|mechaniker\\p{L}*|mechatroniker\\p{L}*|elektriker\\p{L}*|elektroniker\\p{L}*|lagerist\\p{L}*|buchhalter\\p{L}*|berater\\p{L}*|leiter\\p{L}*|leitung|entwickler\\p{L}*|ingenieur\\p{L}*|architekt\\p{L}*|informatiker\\p{L}*|spezialist\\p{L}*|assisten[zt]\\p{L}*|lehrer\\p{L}*|lehrkraft|dozent\\p{L}*|jurist\\p{L}*|anwalt|anwält\\p{L}*|fachangestellte\\p{L}*|helfer\\p{L}*|hausmeister\\p{L}*|reinigungskr\\p{L}+|bäcker\\p{L}*|friseur\\p{L}*|gärtner\\p{L}*|schreiner\\p{L}*|schlosser\\p{L}*|maler\\p{L}*|maurer\\p{L}*|développeu\\p{L}+|ingénieur\\p{L}*|chargée?|responsable|technicien\\p{L}*|commercial\\p{L}*|comptable|infirmi\\p{L}+|aide-soignant\\p{L}*|vendeu\\p{L}+|serveu\\p{L}+|cuisinier\\p{L}*|chauffeur|conseill\\p{L}+|assistante?|directeur|directrice|chef(?:fe)?|stagiaire|alternante?|desarrollador\\p{L}*|programador\\p{L}*|ingenier[oa]|analista|gerente|técnic[oa]|enfermer[oa]|camarer[oa]|cociner[oa]|contable|administrativ[oa]|comercial|asesor\\p{L}*|dependient[ea]|ontwikkelaar|medewerker|verpleegkundige|adviseur|beheerder|monteur|sviluppatore|impiegat[oa]|addett[oa]|operai[oa]|infermier[ea]|desenvolvedor\\p{L}*|engenheir[oa]|enfermeir[oa]|programista|inżynier|specjalista|kierownik|pielęgniarka';

const HEAD = new RegExp(`(?<![\\p{L}])(?:\\p{L}+-)?(?:${HEADS})(?!\\p{L})`, 'iu');
/** German joins what it is about to it: "Softwareentwickler", "Vertriebsmitarbeiterin", "Gesundheits- und Krankenpfleger". */
const COMPOUND =
  /\p{L}{3,}(?:entwickler|ingenieur|berater|leiter|leitung|techniker|mechaniker|mechatroniker|elektroniker|kaufmann|kauffrau|kaufleute|verkäufer|fahrer|pfleger|pflegerin|mitarbeiter|fachkraft|hilfskraft|assistent|assistenz|architekt|administrator|manager|referent|spezialist|arzt|lehrer|erzieher|monteur|buchhalter|koordinator|kraft|helfer|wirt|führer|meister|student|betreuer|planer|disponent|controller|redakteur|designer|analyst|berufe)(?:in|innen|en|n)?(?:[:*_/]-?in(?:nen)?)?(?!\p{L})/iu;

const VERB = /(?<!\p{L})(?:sucht|suchen|looking|hiring|seeks?|seeking|recrute|recherche|busca|zoekt|cerca)(?!\p{L})/iu;
const SENTENCE =
  /(?<!\p{L})(?:we|our|you|your|their|is|are|was|will|has|have|wir|uns|unsere?|sie|du|dein|ist|sind|haben|nous|vous|notre|est|buscamos|somos)(?!\p{L})/iu;

/** 0–1: how far a line reads as the title of a job. */
export function titleScore(text: string): number {
  const words = text.split(/\s+/).length;
  if (text.length < 3 || text.length > 130 || words > 16 || /[!?]$|https?:|@/.test(text)) return 0;
  const marked = GENDER_MARK.test(text);
  const headed = HEAD.test(text) || COMPOUND.test(text);
  if (marked) return SENTENCE.test(text) || VERB.test(text) ? 0.3 : 0.97;
  if (!headed) return 0;
  if (SENTENCE.test(text) || /[.;:]$/.test(text)) return 0.15;
  return words <= 8 ? 0.8 : 0.5;
}

/** The title without its marks, places and references behind it. */
export function bareTitle(text: string): string {
  return text
    .replace(GENDER_MARK, ' ')
    .replace(
      /\s*[([](?:remote|hybrid|on-?site|full[- ]time|part[- ]time|vollzeit|teilzeit|contract|home ?office)[^)\]]*[)\]]/giu,
      ' ',
    )
    .replace(/[,\s|–-]*\d{2,3}\s?(?:[-–]\s?\d{2,3}\s?)?%/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?:in|als)\s+(?:voll|teil)zeit.*$/iu, '')
    .replace(/\s+(?=[,;.])/g, '')
    .replace(/[\s,.|–—-]+$/u, '')
    .trim();
}

/** "Acme is hiring a Senior Accountant in Leeds", "Wir suchen eine Pflegefachkraft (m/w/d)". */
export const OFFERS =
  /(?:(?:is|are|we['’]re) (?:currently )?(?:hiring|looking for|looking to hire|seeking|recruiting)|we need|suchen wir(?: (?:ab sofort|zum nächstmöglichen zeitpunkt|zur verstärkung unseres teams|in vollzeit|für unser\p{L}* \p{L}+))*|sucht(?: ab sofort| zum nächstmöglichen zeitpunkt)?|suchen(?: ab sofort)?|recherche|recrute|busca|zoekt|cerca|szuka)\s+(?:(?:for|an?|eine[nr]?|un[ea]?|een|our|unsere[nr]?|mehrere|several|experienced|motivated|motivierte[nr]?|engagierte[nr]?)\s+)*/iu;

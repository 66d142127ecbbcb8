// Words that change what is claimed without being a fact themselves: denial, intention, help, rank, cause. Base forms (stems.ts).

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Deny what their clause says. */
export const deniers = words(`
not no never none nor nobody nothing cannot neither hardly
nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder kaum`);
/** Deny the few words behind them only. */
export const nearDeniers = words('without lacking ohne minus');
/** `exclude` is `not include`: the word it denies. */
export const denyingWords: ReadonlyMap<string, string> = new Map([
  ['exclude', 'include'],
  ['excluding', 'include'],
  ['excluded', 'include'],
  ['absent', 'present'],
  ['refuse', 'accept'],
  ['refused', 'accept'],
  ['refuses', 'accept'],
  ['rejected', 'accept'],
  ['declined', 'accept'],
  ['rejects', 'accept'],
  ['reject', 'accept'],
  ['excludes', 'include'],
  ['lack', 'have'],
  ['lacks', 'have'],
  ['lacked', 'have'],
  ['fail', 'succeed'],
  ['failed', 'succeed'],
  ['fails', 'succeed'],
  ['unable', 'able'],

  ['ausgeschlossen', 'enthalten'],
  ['exklusive', 'enthalten'],
]);

/** What is meant, wished or foreseen has not happened. Whole forms: "planning" is a trade, "planned" may be a wish. */
export const hedges = words(`
plan plans planned intend intends intended aim aims aimed hope hopes hoped want wants wanted wish wishes wished
would could might may can should shall will won't expect expects expected expecting aspire aspires aspiring
propose proposes proposed consider considers considered considering nominated nominee nomination shortlisted shortlist finalist towards toward
suggest suggests suggested suggesting recommend recommends recommended recommending must required promised promises
applying
willing pledge pledged try tries tried trying attempt attempts attempted pending prospective upcoming offered
if unless falls sofern likely probably possibly perhaps maybe estimated allegedly reportedly supposed
plane plant plante planten planen geplant möchte möchten will wollen wollte beabsichtige beabsichtigt hoffe hofft
angestrebt strebe strebt voraussichtlich vorgesehen soll sollte könnte würde kann darf dürfen muss müssen
nominiert vermutlich wahrscheinlich angeblich versuche versuchte`);
/** Took part in it; did not do it alone, or at all. Lemmas after groups are resolved. */
export const helping = words(`
help assist support aid participate part involved contribute standin
unterstützen helfen mithelfen hilfe unterstützung assistieren mitwirken mitwirkung beteiligen mitarbeit mitarbeiten`);

/** Take away from the word behind them: a deputy head is no head. */
export const lesseningBefore = words(`
assistant deputy vice associate junior trainee apprentice intern acting interim former ex aspiring candidate co sous
volunteer voluntary honorary unpaid student proposed unofficial reserve backup aspirant
would-be ehemalig ehemalige ehemaliger stellvertretende stellvertretender stellvertretend
kommissarisch angehende angehender studentische ehrenamtlich ehrenamtliche ehrenamtlicher`);
/** And from the word before them. */
export const lesseningAfter = words(
  'candidate application proposal draft assistant trainee apprentice intern student applicant assistentin assistent anwärter kandidat',
);

/** One thing brought about the other. */
export const causal = words(`
because therefore thus hence thereby consequently so resulting resulted result due thanks owing causing caused cause
weil deshalb daher dadurch wodurch folglich infolge dank sodass`);
/** Change verbs: "…, cutting build time" and "which cut build time" say that one thing brought about the other. */
export const changing = words(`
reduce cut lower decrease shorten increase raise grow boost improve save double triple halve bring bringin win recover lift speed
enable drive earn generate attract`);

/** Qualities that belong to the one thing beside them. */
export const attributes = words(`
black white grey gray red blue green yellow brown silver gold golden pink purple orange beige dark light small large big little long
short left right north south east west northern southern eastern western upper lower front rear new old broken damaged intact
fluent native basic conversational advanced intermediate elementary good slight severe mild
gross net senior junior first second third fourth half
gut sehr fließend fliessend grundzüge grundkenntnisse cracked torn scratched locked worn wet dry full empty verhandlungssicher muttersprache links rechts schwarz weiß rot blau grün grau groß klein`);

export const titleWords = words(`
senior junior lead principal staff chief head director manager supervisor president vice executive officer founder cofounder owner partner
professor doctor dr phd md captain chair chairman chairwoman chairperson coordinator specialist expert consultant architect engineer
ceo cto cfo coo leader teamlead chartered certified registered licensed qualified matron dean judge attorney
leiter leiterin leitend leitende leitender geschäftsführer direktor vorstand inhaber gründer meister professorin doktor prokurist
teamleiter abteilungsleiter projektleiter filialleiter experte`);
export const credentialWords = words(`
phd msc bsc ba ma mba beng degree diploma certificate certified certification licence license bachelor master doctorate masterdegree
bachelordegree award award-winning prize scholarship patent accredited
diplom abschluss zertifikat zertifiziert studium promotion ausbildung geprüft geprüfte staatlich auszeichnung preis`);
export const superlatives = words(`
best first top leading most only sole unique largest biggest greatest fastest award-winning world-class best-selling premier foremost
unrivalled unparalleled outstanding exceptional excellent expert unmatched cutting-edge cheapest
beste bester besten einzige einziger größte erste führende führender marktführend herausragend hervorragend exzellent schnellste`);
export const quantifiers = words(`
all every entire whole always everyone everybody everything only solely exclusively unanimously unanimous unlimited completely fully
entirely single-handedly alone many numerous most majority countless dozens hundreds thousands millions
alle allen aller alles sämtliche gesamte gesamten ganze ganzen immer stets ausschließlich nur viele zahlreiche meisten vollständig allein alleinig`);

/** Sold, delivered, billed by one side to the other: who is which is known from the label. */
export const issuingVerbs = words(
  'invoice bill charge sell supply offer deliver issue provide grant quote berechnen liefern verkaufen anbieten',
);
/** Done by the other side. */
export const receivingVerbs = words('order buy purchase pay owe receive bestellen kaufen bezahlen erhalten');
export const issuerLabels = words(
  'seller supplier vendor issuer contractor provider licensor landlord lessor lender lieferant verkäufer anbieter auftragnehmer auftragnehmerin rechnungssteller vermieter vermieterin verpächter darlehensgeber lizenzgeber',
);
export const recipientLabels = words(
  'buyer customer client purchaser recipient licensee tenant lessee borrower kunde kundin käufer auftraggeber auftraggeberin empfänger rechnungsempfänger mieter mieterin pächter darlehensnehmer lizenznehmer besteller',
);

/** Stand for a name told before; "I" and "we" stand for whoever writes. */
export const pronouns = words(
  'he she it they his her their its him them this these er sie es ihr ihre sein seine dies diese',
);

export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'ltd limited gmbh ag inc llc plc corp co kg bv sa srl spa ug ohg se nv ab oy as mbh'.split(' '),
);

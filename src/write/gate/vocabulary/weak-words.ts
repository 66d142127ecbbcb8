// English words that say hardly more than that there is something: "received", "dealt with", "a number of". One of them in a clause
// whose other words stand together in one sentence of the sources claims nothing new. Verbs that claim a result, a rank, a decision or
// the making of something are not among them, nor is a noun that names a thing, a person or a time.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Base forms. */
export const weakVerbs = words(`
receive get obtain collect gather look see view watch observe notice note record log track document register list keep retain remain
stay continue carry put place sit stand lie wear bear show display feature contain cover comprise span concern relate deal
handle process sort share exchange talk speak chat liaise communicate inform tell mention describe explain answer reply respond contact
spend use utilise utilize employ experience undergo face need help provide give perform conduct execute undertake tackle turn become
do go come follow concentrate focus centre center devote occupy consist amount total number measure weigh last run
cling hang protect add print type key enter file handout hand appear occur happen take depend count mean understand
facilitate observe direct clear agree meet address reassure praise thank greet welcome visit liaison dispense serve attend
disappear vanish uncover discover spot notice find`);

/** Base forms of nouns and of qualities. */
export const weakNouns = words(`
effect length width height size weight order access course regard occasion number share basis arrival departure way fact case matter purpose
content range set category type variety combination focus space tune age experience service activity process procedure use means
respect connection context aspect point side end start beginning middle place spot amount quantity sum total rest remainder
entry outcome availability existence nature topic subject theme issue question field sector branch form shape
goods member people person participant attendee colleague available ready able possible further additional various certain different
regular regularly properly roughly approximately overall general generally`);

/** In German, nouns and verbs have other stems than one another; both are here, in their base forms. */
export const germanWeak = words(`
liegen stehen sitzen befinden geben haben tragen stellen setzen legen laufen zählen bilden
umfassen betreffen beziehen ergeben folgen dienen benutzen anwenden durchführen vornehmen ausüben ausführen verrichten erledigen kümmern
befassen beschäftigen behandeln vorhanden verfügen verfügung zeigen aufweisen nennen bezeichnen erwähnen angeben mitteilen festhalten notieren vermerken
aufführen führen bekannt anfallen entfallen belaufen höhe länge zahl anzahl menge umfang dauer rahmen zusammenhang hinblick bezug hinsicht
weise fall grund thema inhalt gebiet feld sparte branche tätigkeit arbeiten einsatz verwendung nutzung einzelne jeweils jeweilig entsprechend
insgesamt zusammen dortig hiesig genannt folgend daneben weiterhin unter anderem zwar person leute beteiligt angehörige mitglied seither seitdem lang`);

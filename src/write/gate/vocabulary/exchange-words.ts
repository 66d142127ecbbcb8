// Words that are no mere wording: in their place another word of the same kind makes another claim ("knee" and "shoulder" are told
// apart by the thesaurus' silence, these are not). Base forms. A word of them that no source says stays refused.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs that claim a result, a rank, a decision, a stance, the making of something, an offence, or one side of a bargain. */
export const weightyVerbs = words(`
win beat defeat lose achieve attain accomplish master excel succeed fail pass qualify graduate certify license accredit award honour honor
decorate commend praise rank outperform exceed surpass break set solve resolve fix cure heal rescue save prevent avoid eliminate abolish end stop
lead manage head direct supervise oversee run govern command chair preside own control captain coach mentor train teach instruct recruit hire
employ appoint promote elect dismiss fire sack resign quit retire suspend ban expel
found cofounder cofound invent devise design develop conceive pioneer create originate author engineer architect initiate introduce launch
establish build produce compose publish present patent discover prove demonstrate
negotiate decide approve authorise authorize sign ratify adopt grant permit allow forbid prohibit refuse reject decline deny admit dispute accept agree
confirm concede confess guarantee promise pledge commit vow swear testify certify endorse support oppose
steal rob kill assault cheat lie forge threaten injure damage destroy break crash burn flood tear disinfect poison
buy sell purchase lend borrow lease rent let hire owe pay donate invest fund finance sponsor charge earn bill refund reimburse
send receive deliver collect arrive depart leave enter return come go stay
raise lower increase decrease double triple halve grow shrink rise fall drop cut reduce expand extend shorten improve worsen accelerate slow
open close start begin finish complete continue resume postpone delay cancel terminate cause enable drive force require order ask
like prefer hate fear love hope want wish believe know think doubt suspect regret blame thank
prescribe diagnose treat operate vaccinate inject test inspect audit
plan intend try attempt propose suggest recommend consider apply request offer
specialise specialize speak translate interpret program code
install repair replace remove add include exclude omit
save spend cost
live die marry divorce`);

/** Of time, place, side, measure, number and order. */
export const measureWords = words(`
second minute hour day night week weekend month quarter term season year decade century fortnight daily nightly weekly monthly quarterly
yearly annual hourly biweekly morning noon midday afternoon evening midnight today yesterday tomorrow spring summer autumn fall winter
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
metre meter kilometre kilometer mile foot feet inch yard litre liter gram kilogram kilo pound ounce ton tonne acre hectare percent percentage point degree
shift lesson session visit once twice double single half third quarter dozen several few both pair couple zero
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty hundred thousand million
frequently frequent rarely rare often seldom occasionally occasional sometimes regularly constantly usual usually mostly mainly largely
early late earlier later soon before after previous former current future next last final initial
national international regional local global worldwide nationwide district county state country
north south east west left right front rear upper lower inner outer top bottom
more less fewer many much most least only just even almost nearly exactly approximately
first main chief key major minor full partial total part partly independently alone together jointly separately personally solely
free paid voluntary unpaid temporary permanent
proficient fluent advanced basic good better best excellent great outstanding extensive strong perfect poor bad worse successful successfully
certain certainly definitely probably possibly new used`);

export const germanWeightyVerbs = words(`
gewinnen siegen verlieren erreichen erzielen bestehen scheitern lösen retten heilen verhindern vermeiden abschaffen beenden stoppen
leiten führen steuern beaufsichtigen verantworten besitzen gründen erfinden entwickeln entwerfen konzipieren schaffen erstellen bauen aufbauen
einführen veröffentlichen patentieren entdecken beweisen nachweisen verhandeln aushandeln entscheiden beschließen bewilligen genehmigen erlauben
verbieten verweigern ablehnen annehmen zustimmen bestätigen zugeben bestreiten einräumen garantieren versprechen zusagen zusichern verzichten
unterstützen stehlen entwenden rauben zerstören beschädigen verletzen kaufen verkaufen leihen verleihen mieten vermieten schulden zahlen bezahlen
überweisen spenden finanzieren fördern erstatten erlassen streichen liefern senden schicken empfangen erhalten bekommen kommen gehen verlassen
steigen sinken erhöhen senken steigern verringern verdoppeln halbieren wachsen schrumpfen verbessern verschlechtern beschleunigen verkürzen verlängern
öffnen schließen beginnen anfangen starten abschließen fortsetzen verschieben absagen kündigen entlassen einstellen befördern ernennen wählen
ausbilden schulen anleiten unterrichten betreuen prüfen testen untersuchen behandeln operieren verschreiben verordnen planen beabsichtigen versuchen
vorschlagen empfehlen beantragen bitten fordern verlangen übernehmen vertreten auszeichnen prämieren loben mögen hassen lieben hoffen wollen wissen glauben
vermuten zweifeln bedauern danken sparen ausgeben kosten einbauen reparieren ersetzen austauschen entfernen hinzufügen mitnehmen bringen fehlen
fragen anfragen melden berichten sagen meinen sterben leben heiraten fällen erkochen`);

export const germanMeasureWords = words(`
sekunde minute stunde tag nacht woche wochenende monat quartal halbjahr jahr jahrzehnt jahrhundert täglich wöchentlich monatlich jährlich stündlich
morgen vormittag mittag nachmittag abend mitternacht heute gestern montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni
juli august september oktober november dezember frühjahr sommer herbst winter meter kilometer liter gramm kilo kilogramm tonne hektar prozent grad
schicht einmal zweimal dreimal doppelt einfach halb drittel viertel dutzend einige wenige mehrere oft häufig selten gelegentlich manchmal regelmäßig ständig
meist meistens überwiegend früh spät früher später bald vor nach vorig nächst letzt erst zuletzt national international regional lokal weltweit bundesweit
nord süd ost west links rechts vorn hinten oben unten mehr weniger viel am nur fast genau etwa gemeinsam allein selbstständig getrennt persönlich
kostenlos bezahlt ehrenamtlich befristet unbefristet gut besser sehr hervorragend schlecht sicher bestimmt vielleicht neu gebraucht brutto netto endgültig
vorläufig zwei drei vier fünf sechs sieben acht neun zehn hundert tausend`);

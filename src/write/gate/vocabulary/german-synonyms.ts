// More German words that say the same of a fact; meanings as in german-groups.ts, several in a line. Verbs are given in the
// infinitive; their nouns in -ung have the same stem anyway (german-stems.ts).

export const germanSynonyms = `
leiten führen vorstehen; betreuen versorgen pflegen; leitung führung; entwickeln programmieren implementieren
erstellen aufstellen ausarbeiten; erstellen erarbeiten; entwerfen konzipieren gestalten; entwurf entwerfen; konzept konzipieren
planen organisieren vorbereiten; organisieren ausrichten veranstalten; organisation organisieren; plan planen
durchführen abhalten vornehmen ausführen; erledigen bearbeiten; bearbeiten abwickeln; abwickeln abwicklung
koordinieren koordination abstimmen; einführen einrichten; einführen etablieren; umstellen migrieren; umstellen umstieg wechseln
wechseln wechsel tauschen; austauschen ersetzen tauschen; ersetzen ersatz; reparieren instandsetzen reparatur
reparieren ausbessern; warten instandhalten wartung instandhaltung; pflegen warten; bauen errichten bau; bauen herstellen
herstellen fertigen produzieren anfertigen; fertigen fertigung; produktion produzieren; montieren einbauen montage einbau
verlegen einbauen; einbauen installieren installation; liefern bringen zustellen; liefern anliefern anlieferung
liefern lieferung zustellung; nachliefern nachlieferung; senden schicken versenden; versand versenden verschicken
schicken übersenden zusenden; bringen transportieren; transport transportieren befördern; abholen abholung mitnehmen
abgeben abgabe einreichen; einreichen vorlegen; übergeben übergabe aushändigen überreichen; übertragen übergeben
übernehmen übernahme; zurückgeben rückgabe zurückbringen; zurückschicken rücksendung; erhalten bekommen kriegen
empfangen erhalten empfang; annehmen annahme akzeptieren; abnehmen abnahme; ablehnen ablehnung verweigern; zurückweisen ablehnen
kaufen erwerben anschaffen kauf; kaufen einkaufen; beschaffen besorgen; beschaffung besorgen einkauf; bestellen bestellung ordern
bestellen auftrag; beauftragen auftrag bestellen; verkaufen absetzen verkauf; vertrieb verkauf; anbieten angebot offerieren
anbieten bieten; gewähren einräumen geben; bewilligen genehmigen; genehmigen zustimmen erlauben; genehmigung erlaubnis zustimmung
einholen besorgen; erlauben gestatten zulassen dürfen; gestatten zulässig; verbieten untersagen verboten
zustimmen einverstanden einwilligen; zahlen bezahlen entrichten begleichen; zahlung zahlen bezahlung
überweisen zahlen überweisung; begleichen überweisen; kosten preis; kosten betragen; betrag summe; preis betrag; kosten aufwand
vergütung lohn gehalt; gehalt lohn; honorar vergütung; gebühr entgelt; miete mietpreis; rabatt nachlass preisnachlass ermäßigung
skonto nachlass; gutschrift gutschreiben; erstatten zurückzahlen erstattung rückzahlung; berechnen fakturieren; rechnung berechnen
fällig zahlbar; fälligkeit fällig; frist dauer; laufzeit dauer; dauern betragen laufen dauer; beginnen anfangen starten beginn
beginn anfang start; enden ende auslaufen; beenden abschließen fertigstellen; fertigstellen abschließen vollenden
fertig abgeschlossen; kündigen kündigung beenden; verlängern verlängerung; verkürzen verkürzung; verschieben vertagen
absagen absage; aufhören beenden; bleiben verbleiben; gelten wirksam; haften haftung; haftung haftbar; versichern versicherung
schützen schutz; sichern sicherung; sicherstellen gewährleisten; gewährleistung garantie; garantieren garantie
verpflichten müssen pflicht; müssen sollen; senken vermindern drosseln; sinken zurückgehen abnehmen fallen; sinken rückgang
zurückgehen rückgang; rückgang senken; steigen zunehmen anwachsen wachsen; anstieg steigen; zunahme zunehmen; wachstum wachsen
steigern ausbauen; verdoppeln verdopplung; halbieren halbierung; verbessern optimieren; optimieren optimierung
verbessern verbesserung; vereinfachen vereinfachung; beschleunigen beschleunigung; erreichen erzielen schaffen
gewinnen erringen gewinn; siegen gewinnen sieg; verlieren verlust einbüßen; erfolg erfolgreich; erfolgen stattfinden
stattfinden erfolgen geschehen; arbeiten tätig beschäftigt; anstellen einstellen; einstellen einstellung; beschäftigen anstellen
bewerben bewerbung; ausbilden ausbildung; einarbeiten anlernen; schulen trainieren schulung; anleiten unterweisen
unterrichten lehren unterricht; unterrichten geben; lehren lehre; lernen üben; üben trainieren übung; wiederholen wiederholung
studieren studium; absolvieren abschließen; prüfung examen; prüfen überprüfen testen untersuchen; prüfen kontrollieren
kontrolle kontrollieren prüfen; testen test; überwachen kontrollieren überwachung; bewerten beurteilen; beurteilung bewerten
messen messung; zählen zählung; analysieren auswerten analyse; auswerten auswertung; erfassen aufnehmen erheben
dokumentieren dokumentation; protokollieren protokoll; notieren aufschreiben; berichten bericht; bericht protokoll
sprechen reden unterhalten; gespräch unterhaltung; besprechen bereden besprechung; besprechung sitzung treffen
sitzung treffen versammlung; termin treffen; gespräch termin; gespräch sprechen; treffen begegnen
telefonieren anrufen telefonat anruf; anrufen telefonisch; schreiben verfassen; antworten erwidern antwort
anfragen fragen anfrage; fragen erkundigen nachfragen frage; bitten ersuchen bitte; fordern auffordern
mitteilen informieren melden; melden mitteilen anzeigen meldung; informieren benachrichtigen unterrichten; hinweisen hinweis
erklären erläutern; erklärung erklären; beschreiben schildern beschreibung; vorschlagen anregen vorschlag
empfehlen raten empfehlung; raten rat empfehlen; beraten beratung; loben lob; kritisieren kritik bemängeln
bemängeln beanstanden reklamieren; reklamation beanstandung beschwerde; beschweren beschwerde; entschuldigen entschuldigung
danken dank; wünschen wollen möchten; wollen beabsichtigen vorhaben; vorhaben planen; hoffen hoffnung; fürchten befürchten angst
angst fürchten; glauben meinen denken; erwarten erwartung; entscheiden beschließen entscheidung beschluss; abstimmen abstimmung
wählen wahl; auswählen auswahl; bestimmen festlegen; festlegen vereinbaren; vereinbaren absprechen vereinbarung
vertrag vereinbarung; helfen beistehen; beteiligen teilnehmen; teilnehmen teilnahme; mitwirken mitarbeiten beteiligen
vertreten vertretung; stellvertretung vertreten; zusammen gemeinsam; zusammenarbeiten zusammenarbeit kooperieren
kooperation zusammenarbeit; suchen suche; finden auffinden entdecken fund; verlieren verlegen; vermissen fehlen; fehlen mangeln
fehlend ausstehend; ausstehen fehlen; vergessen liegenlassen; liegen befinden; enthalten beinhalten umfassen; enthalten befinden
einschließen enthalten; bereitstellen stellen; stellen bereitstellen; verfügung bereitstellen; zurverfügung bereit
beschädigen schaden; schaden beschädigung; defekt kaputt schadhaft; kaputt beschädigt; zerbrochen zerbrechen kaputt
zersprungen gesprungen zerbrochen; reißen riss; riss eingerissen gerissen; kratzer zerkratzt; fleck verschmutzt
mangel fehler defekt; fehler mangel; mangelhaft fehlerhaft; verzug verspätung verzögerung; verspätet verspätung
pünktlich fristgerecht rechtzeitig; sofort umgehend unverzüglich; umgehend sofort; mitarbeiter angestellte kollege beschäftigte
mitarbeiter personal; personal belegschaft; vorgesetzte chef; chef vorgesetzter; auszubildende azubi lehrling; azubi lehrling
schüler lernende; kunde auftraggeber käufer; besteller käufer kunde; besitzer eigentümer; gehören eigentum; eigentum eigentümer
kunde klient; gast besucher; arzt ärztin; anwalt rechtsanwalt; ehefrau frau; ehemann mann; haus gebäude; wohnung apartment
raum zimmer; zimmer raum; laden geschäft; geschäft filiale; filiale niederlassung; firma unternehmen betrieb gesellschaft
verein klub club; gemeinde kommune; strecke weg; tasche beutel; geldbörse portemonnaie geldbeutel brieftasche
handy mobiltelefon smartphone telefon; notebook laptop; laptop computer; rechner computer pc; schlüsselbund schlüssel
schirm regenschirm; uhr armbanduhr; fahrrad rad; auto wagen pkw fahrzeug; lkw lastwagen; zug bahn; foto bild fotografie; bild foto
papier dokument; dokument unterlage; unterlagen dokument papier; packung paket; paket sendung; ware artikel; waren güter
brief schreiben; mail email; nachricht mitteilung; webseite website internetseite; programm software; anwendung programm
gerät maschine; frisch neu; alt gebraucht; klein gering; gering niedrig; niedriger geringer weniger; weniger geringer; höher mehr
leicht gering; leicht einfach; einfach leicht; schwer schwierig; schwierig schwer; schnell zügig rasch; wichtig bedeutend
ruhig gelassen; nervös unruhig aufgeregt; krank erkrankt; schmerz schmerzen wehtun; gern gerne; genau exakt; vollständig komplett
komplett ganz; circa etwa rund ungefähr; derzeit aktuell momentan gegenwärtig; bisher bislang; später danach; danach anschließend
vorher zuvor; früher ehemals; zuerst zunächst; zunächst erst; häufig oft regelmäßig; manchmal gelegentlich; immer stets
nie niemals; jährlich jahr; vierteljährlich quartal; monatlich monat; wöchentlich woche; täglich tag; stündlich stunde
binnen innerhalb; schriftlich schrift; telefonisch telefon; kostenlos kostenfrei unentgeltlich gratis; kostenlos frei
deutsch deutschkenntnis; englisch englischkenntnis; französisch französischkenntnis; spanisch spanischkenntnis
italienisch italienischkenntnis; russisch russischkenntnis; kenntnis kennen können; beherrschen können; fließend flüssig
besitzen haben; besitzen verfügen; verfügen haben; haben besitzen; vorhanden haben; tragen haben; anteil teil; quote anteil
rate quote; zahl anzahl; anzahl menge; problem schwierigkeit; lösung lösen; lösen behebung beheben; wirksam gültig
kündigungsfrist frist; vertragsdauer laufzeit; gesamtpreis gesamtbetrag gesamtkosten; gesamtkosten gesamtsumme
bruttobetrag brutto gesamtbetrag; mehrwertsteuer umsatzsteuer mwst ust; umsatz erlös; gewinn ertrag; einnahmen einkünfte
essen speise; kochen zubereiten; schlafen schlaf; laufen joggen; laufen lauf; gehen spazieren; wiegen gewicht; abnehmen verlieren
sport training; training trainieren; reise reisen fahrt; fahren fahrt; urlaub ferien
`;

/** Left may be told as right, which says less. */
export const germanHypernyms = `
empfehlen > raten; drängen > bitten; verlangen > bitten; fordern > bitten; lieben > mögen; riesig > groß; winzig > klein
zersprungen > beschädigt; gesprungen > beschädigt; kaputt > beschädigt; zerbrochen > beschädigt; gerissen > beschädigt
zerkratzt > beschädigt; handtasche > tasche; reisetasche > tasche; sporttasche > tasche; koffer > gepäckstück
rucksack > gepäckstück; handy > gerät; laptop > gerät; kinderjacke > jacke; jacke > kleidungsstück; mantel > kleidungsstück
auto > fahrzeug; lkw > fahrzeug; bus > fahrzeug; fahrrad > fahrzeug; unterrichten > helfen; schulen > helfen; betreuen > helfen
leiten > betreuen; schreiben > erstellen; bauen > erstellen; programmieren > erstellen; rechnung > dokument; vertrag > dokument
brief > dokument; zeugnis > dokument; telefonieren > kontaktieren; schreiben > kontaktieren; anrufen > kontaktieren
halbieren > senken; halbieren > reduzieren; verdoppeln > steigern; verdoppeln > erhöhen; verdreifachen > steigern
bruder > geschwister; schwester > geschwister; monteur > mitarbeiter; lagerist > mitarbeiter; kellner > mitarbeiter
ingenieur > mitarbeiter; täglich > regelmäßig; wöchentlich > regelmäßig; monatlich > regelmäßig; jährlich > regelmäßig
beauftragen > bestellen; verhandlungssicher > fließend; fließend > gut
`;

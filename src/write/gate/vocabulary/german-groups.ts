// German words that say the same of a fact, as in english-groups.ts; lemmas are stems (stems.ts), given here as whole words.

export const germanGroups = `
leiten führen leitung führung
entwickeln entwicklung programmieren
erstellen anfertigen schreiben verfassen
senken reduzieren verringern mindern kürzen reduzierung senkung verringerung
steigern erhöhen steigerung erhöhung
verbessern optimieren
unterstützen helfen mithelfen hilfe unterstützung assistieren
mitwirken mitwirkung beteiligen beteiligung mitarbeit mitarbeiten
verantworten verantwortlich zuständig verantwortung
betreuen begleiten
anleiten anleitung einweisen
einarbeiten einarbeitung
fordern verlangen forderung
anbieten angebot bieten
gelten gültig gültigkeit
liefern lieferung
lieferant verkäufer anbieter
kunde käufer auftraggeber
fällig zahlbar fälligkeit
gesamtbetrag gesamtsumme gesamt summe endbetrag
nettobetrag netto
rechnung rechnungsnummer
rechnung rechnungsdatum
enthalten inbegriffen
kosten preis
stunde std

kaputt gesprungen zerbrochen
tragen übernehmen
ablehnen zurückweisen
wunsch möchte möchten will wollen wollte wünschen
besuch besuchen
wartung warten instandhaltung
beschädigt defekt kaputt
antworten antwort
wechseln umstellen umstellung wechsel
einführen einführung
planen geplant vorgesehen vorhaben beabsichtigen
mitarbeiter beschäftigte
team gruppe mannschaft
kollege kollegin
deutschkenntnisse deutsch
jährlich jahr
monatlich monat
wöchentlich woche
täglich tag
führerschein fahrerlaubnis
vorhanden besitzen
seit
firma unternehmen betrieb
schulen unterrichten schulung
prüfen kontrollieren prüfung kontrolle
verkaufen verkauf
einkaufen einkauf
abschließen abschluss abgeschlossen
sprechen sprache
`;

export const germanWider = `
leiten > koordinieren
entwickeln > erstellen
`;

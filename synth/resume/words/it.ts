// Italian résumés.
import { listOf, type ResumeWords, tradeOf } from './resume-words.ts';

export const IT: ResumeWords = {
  months: listOf('gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre'),
  shortMonths: listOf('gen.|feb.|mar.|apr.|mag.|giu.|lug.|ago.|set.|ott.|nov.|dic.'),
  present: listOf('oggi|presente|in corso'),
  sections: {
    summary: listOf('Profilo|Profilo professionale|Chi sono'),
    work: listOf('Esperienza professionale|Esperienze lavorative|Esperienza lavorativa'),
    education: listOf('Istruzione e formazione|Formazione|Istruzione'),
    skills: listOf('Competenze|Competenze professionali'),
    languages: listOf('Lingue|Competenze linguistiche'),
    certificates: listOf('Certificazioni|Corsi e certificazioni'),
    projects: listOf('Progetti'),
    publications: listOf('Pubblicazioni'),
    awards: listOf('Premi|Premi e riconoscimenti'),
    volunteer: listOf('Volontariato'),
    interests: listOf('Interessi|Hobby'),
    references: listOf('Referenze'),
    contact: listOf('Contatti'),
    profiles: listOf('Link'),
  },
  labels: {
    phone: 'Telefono',
    email: 'E-mail',
    address: 'Indirizzo',
    web: 'Sito web',
    name: 'Nome',
    curriculum: 'Curriculum vitae',
    page: 'Pagina {n} di {of}',
    to: 'a',
    since: 'da',
    in: 'in',
    dates: 'Date',
    position: 'Posizione',
    employer: 'Datore di lavoro',
    place: 'Luogo',
    activities: 'Mansioni principali',
    qualification: 'Qualifica',
    institution: 'Istituto',
    area: 'Indirizzo di studi',
    born: 'Data di nascita',
    nationality: 'Nazionalità',
  },
  spoken: {
    en: 'Inglese',
    de: 'Tedesco',
    fr: 'Francese',
    es: 'Spagnolo',
    it: 'Italiano',
    pt: 'Portoghese',
    nl: 'Olandese',
    pl: 'Polacco',
    ru: 'Russo',
    ar: 'Arabo',
    tr: 'Turco',
    zh: 'Cinese',
  },
  fluency: {
    native: listOf('madrelingua|Madrelingua'),
    C1: listOf('C1|fluente|ottimo'),
    B2: listOf('B2|buono'),
    B1: listOf('B1|discreto'),
    A2: listOf('A2|scolastico'),
  },
  degrees: {
    school: listOf('Maturità scientifica|Maturità classica'),
    vocational: listOf('Maturità tecnica|Perito'),
    bachelor: listOf('Laurea triennale'),
    master: listOf('Laurea magistrale'),
    doctorate: listOf('Dottorato di ricerca'),
  },
  schools: {
    school: listOf('Liceo Galilei|Liceo scientifico di {city}'),
    vocational: listOf('Istituto tecnico di {city}'),
    bachelor: listOf('Università di {city}|Politecnico di {city}'),
    master: listOf('Università di {city}|Politecnico di {city}'),
    doctorate: listOf('Università di {city}'),
  },
  employers: {
    firm: listOf('{root} S.p.A.|{root} S.r.l.|Gruppo {root}|{root} Servizi S.r.l.'),
    hospital: listOf('Ospedale di {city}|Clinica {root}|Ospedale San Luca'),
    school: listOf('Liceo {root}|Istituto comprensivo di {city}'),
    kitchen: listOf('Ristorante {root}|Hotel {root} {city}|Trattoria {root}'),
    university: listOf('Università di {city}|Istituto {root}'),
  },
  about: listOf(
    'Azienda familiare con {n} dipendenti|Fornitore di servizi per enti pubblici|Leader nella sua regione|Filiale di un gruppo internazionale',
  ),
  summaries: listOf(
    `{title} con {years} anni di esperienza in {skill} e {other}.|Oltre {years} anni di pratica, soprattutto in {skill}.|
    Persona affidabile con {years} anni di mestiere, competente in {skill} e {other}.`,
  ),
  closings: listOf(
    `Lavora bene in gruppo e mantiene la calma sotto pressione.|Cerca un ruolo con maggiori responsabilità.|
    Apprezzata per la precisione e il rispetto delle scadenze.|Forma volentieri i nuovi colleghi.`,
  ),
  achievements: listOf(
    `Riduzione dei costi del {p} % in un anno|Formazione di {n} nuovi colleghi|
    Introduzione di una procedura che fa risparmiare {n} ore alla settimana|Aumento della soddisfazione dei clienti del {p} %|
    Sostituzione del capo reparto|Gestione di un budget di {n} milioni`,
  ),
  grade: 'Voto: 10{n}/110',
  courses: listOf(
    'Gestione di progetti|Diritto commerciale|Statistica|Scrittura scientifica|Sicurezza sul lavoro|Etica',
  ),
  skillGroups: ['Metodi', 'Strumenti', 'Altro'],
  certificates: listOf('Corso di primo soccorso|Patente B|Sicurezza sul lavoro|Formazione formatori'),
  awards: [
    ["Premio per l'innovazione", 'Camera di Commercio'],
    ["Dipendente dell'anno", 'Associazione Imprese'],
    ['Borsa di studio per merito', 'Fondazione Hollins'],
  ],
  volunteer: [
    ['Croce Rossa', 'Soccorritore', 'Assistenza a {n} eventi pubblici ogni anno'],
    ['Banco Alimentare', 'Autista', 'Raccolta e consegna di alimenti ogni sabato'],
    ['Circolo giovanile', 'Allenatore', 'Allenamento di una squadra di {n} bambini'],
  ],
  interests: listOf('Escursionismo|Fotografia|Scacchi|Cucina|Ciclismo|Canto corale|Giardinaggio|Corsa'),
  references: listOf('Disponibili su richiesta|Una persona affidabile che riassumerei subito.'),
  trades: {
    software: tradeOf(
      'Programmatore junior|Sviluppatore software|Ingegnere del software|Responsabile sviluppo',
      'Informatica',
      `Sviluppo e manutenzione di applicazioni web per {n} clienti|Passaggio da un monolite a servizi, con risposte più rapide del {p} %|
      Revisione del codice e affiancamento di {n} sviluppatori|Test automatici e rilascio continuo|
      Progettazione delle interfacce tra fatturazione e magazzino`,
      'Architettura software|Test unitari|Revisione del codice|Metodi agili|Sviluppo web|Progettazione di basi di dati',
    ),
    data: tradeOf(
      'Analista di dati|Analista e data scientist|Analista senior|Responsabile analisi dati',
      'Statistica',
      `Cruscotti usati ogni giorno da {n} responsabili|Previsione della domanda con il {p} % di errore in meno|
      Pulizia e unione di dati da {n} fonti|Presentazione dei risultati a chi non è del mestiere|
      Analisi di prove sui prezzi`,
      'Analisi dei dati|Apprendimento automatico|Visualizzazione dei dati|Statistica|Previsioni|Qualità dei dati',
    ),
    mechanical: tradeOf(
      'Progettista meccanico|Ingegnere meccanico|Ingegnere di sviluppo|Responsabile progettazione',
      'Ingegneria meccanica',
      `Progettazione di corpi pompa e stesura di {n} serie di disegni|Calcolo dei carichi e simulazione dell'usura|
      Conduzione di prove con {n} tecnici|Risparmio del {p} % di materiale con un nuovo getto|
      Definizione delle tolleranze con i fornitori`,
      'Progettazione meccanica|Disegno tecnico|Elementi finiti|Scienza dei materiali|Sviluppo prodotto|Gestione della qualità',
    ),
    electrician: tradeOf(
      'Apprendista elettricista|Tecnico elettricista|Tecnico impiantista|Responsabile impianti elettrici',
      'Elettrotecnica',
      `Cablaggio di {n} appartamenti e uffici, dal quadro alla presa|Ricerca e riparazione di guasti sulle macchine|
      Collaudo degli impianti e stesura dei verbali|Pianificazione di {n} montatori in cantiere|
      Allacciamento di impianti fotovoltaici alla rete`,
      'Impianti elettrici|Ricerca guasti|Manutenzione preventiva|Quadri elettrici|Fotovoltaico|Sicurezza sul lavoro',
    ),
    nurse: tradeOf(
      'Operatrice socio-sanitaria|Infermiera|Infermiera specializzata|Coordinatrice infermieristica',
      'Infermieristica',
      `Assistenza a {n} pazienti per turno in chirurgia|Somministrazione dei farmaci e documentazione del decorso|
      Medicazioni e controllo dei parametri vitali|Tutoraggio di {n} studenti in tirocinio|
      Consulenza ai familiari prima della dimissione`,
      'Assistenza ai pazienti|Cura delle ferite|Somministrazione di farmaci|Parametri vitali|Piano assistenziale|Igiene ospedaliera',
    ),
    accountant: tradeOf(
      'Impiegata contabile|Contabile|Contabile senior|Responsabile amministrativa',
      'Economia aziendale',
      `Chiusure mensili e annuali di {n} società|Registrazione delle fatture e controllo dei pagamenti|
      Dichiarazioni fiscali presentate nei termini|Chiusura mensile più breve di {n} giorni|
      Riconciliazione dei conti con {n} controllate`,
      'Contabilità generale|Contabilità fornitori|Dichiarazioni fiscali|Bilanci|Budget|Revisione contabile',
    ),
    sales: tradeOf(
      'Commesso|Venditore|Responsabile grandi clienti|Direttore vendite',
      'Economia e commercio',
      `Gestione di {n} grandi clienti nel nord del paese|Aumento del fatturato del {p} % in due anni|
      Trattative per contratti quadro con i distributori|Presentazione della gamma a {n} fiere|
      Recupero di clienti persi`,
      'Vendite|Negoziazione|Gestione grandi clienti|Gestione dei clienti|Acquisizione clienti|Analisi di mercato',
    ),
    marketing: tradeOf(
      'Assistente marketing|Specialista marketing|Responsabile marketing|Direttrice marketing',
      'Scienze della comunicazione',
      `Campagne per {n} linee di prodotto|Testi della newsletter e del sito|
      Aumento delle visite del {p} %|Coordinamento di {n} agenzie e dei loro budget|
      Organizzazione di eventi stampa e giornate aperte`,
      'Content marketing|Ottimizzazione per i motori di ricerca|Social media|Scrittura di testi|Gestione del marchio|Organizzazione di eventi',
    ),
    teacher: tradeOf(
      'Insegnante supplente|Insegnante di matematica|Docente di ruolo|Coordinatrice di dipartimento',
      "Scienze dell'educazione",
      `Lezioni di matematica e fisica a classi di {n} alunni|Preparazione all'esame di maturità|
      Colloqui con i genitori e lavoro con i servizi sociali|Direzione del coro di {n} voci|
      Stesura del programma del primo biennio`,
      'Insegnamento|Progettazione didattica|Gestione della classe|Pianificazione delle lezioni|Educazione speciale|Valutazione degli alunni',
    ),
    chef: tradeOf(
      'Cuoco apprendista|Cuoco capo partita|Sous chef|Capo cuoco',
      'Scienze gastronomiche',
      `Cucina per {n} coperti a sera|Partita delle salse e piatto del giorno|
      Ordini della merce e {p} % di sprechi in meno|Formazione di {n} apprendisti|Menu per matrimoni e banchetti`,
      'Cucina|Creazione di menu|Sicurezza alimentare|Gestione della cucina|Pasticceria|Gestione delle scorte',
    ),
    logistics: tradeOf(
      'Addetto al magazzino|Operatore di magazzino|Capo turno logistica|Responsabile logistica',
      'Logistica',
      `Preparazione di {n} ordini per turno|Guida di carrelli elevatori|
      Pianificazione dei giri di {n} camion|Riduzione delle consegne errate del {p} %|Inventario e verifica delle differenze`,
      'Gestione del magazzino|Guida di carrelli elevatori|Pianificazione dei percorsi|Gestione delle scorte|Preparazione ordini|Catena di fornitura',
    ),
    research: tradeOf(
      'Assistente di ricerca|Ricercatore post-dottorato|Ricercatore senior|Professore associato',
      'Biologia',
      `Studio della riparazione cellulare con {n} pubblicazioni|Raccolta di fondi per {n} posti|
      Supervisione di {n} dottorandi|Lezioni e seminari del primo anno|Gestione del laboratorio di microscopia`,
      'Biologia molecolare|Colture cellulari|Microscopia|Scrittura scientifica|Didattica universitaria|Raccolta fondi',
    ),
  },
};

// Words that make a question a question, by language: what they ask for, and the words that carry no content. Data only.

export type AnswerKind =
  | 'date'
  | 'duration'
  | 'money'
  | 'number'
  | 'percent'
  | 'name'
  | 'place'
  | 'email'
  | 'phone'
  | 'url'
  | 'identifier';

/** Phrases, folded, and what is asked for by them. The longest that matches counts. */
export const kindPhrases: readonly (readonly [AnswerKind, string])[] = [
  [
    'date',
    'when|what date|which date|what day|on which day|until when|by when|since when|what year|which year|deadline|due date|expir',
  ],
  ['date', 'wann|bis wann|seit wann|welches datum|an welchem tag|frist|falligkeit|faellig'],
  [
    'date',
    'quand|quelle date|date limite|echeance|cuando|que fecha|fecha limite|vencimiento|quando|che data|scadenza|wanneer|welke datum|kiedy|jaka data|termin platnosci|que dia',
  ],
  [
    'duration',
    'how long|how many (?:days|weeks|months|years)|how much (?:notice|time|warning)|notice period|what period|what term|lead time|warranty period',
  ],
  [
    'duration',
    'wie lange|wie viele (?:tage|wochen|monate|jahre)|kundigungsfrist|laufzeit|combien de temps|combien de (?:jours|mois|semaines|ans)|duree|cuanto tiempo|cuantos (?:dias|meses|anos)|plazo|quanto tempo|quanti (?:giorni|mesi|anni)|durata|hoe lang|jak dlugo',
  ],
  [
    'money',
    'how much|what amount|which amount|what is the (?:total|price|amount|sum|cost|fee|value)|total amount|what does .{1,60} cost|price of|cost of|comes? to|amounts? to',
  ],
  [
    'money',
    'wie viel kostet|wieviel kostet|was kostet|wie hoch|welcher betrag|gesamtbetrag|welche summe|combien coute|(?:quel|quelle) (?:est (?:le |la |l.))?(?:montant|prix|somme|total)|cuanto cuesta|(?:que|cual es el) (?:importe|precio|total)|quanto costa|(?:quale|qual e l.) ?importo|quanto custa|qual o (?:valor|preco)|hoeveel kost|welk bedrag|ile kosztuje|jaka kwota',
  ],
  [
    'number',
    'how many|how often|number of|quantity|wie viele|wieviele|anzahl|menge|combien|cuantos|cuantas|quanti|quante|quantos|quantas|hoeveel|ile',
  ],
  [
    'percent',
    'what percentage|what percent|which rate|what rate|how many percent|wie viel prozent|welcher (?:steuer)?satz|welcher prozentsatz|quel pourcentage|quel taux|que porcentaje|quale percentuale|welk percentage',
  ],
  [
    'name',
    'who|whom|whose|which (?:company|person|party|supplier|customer|vendor|seller|buyer)|wer|wem|wen|wessen|welche (?:firma|person|partei)|qui|quelle (?:entreprise|societe)|quien|quienes|que empresa|chi|quale (?:azienda|societa)|quem|wie is|kto',
  ],
  [
    'place',
    'where|which (?:city|country|place|court|address|state)|in which (?:city|country|state)|what address|wo|wohin|woher|welche (?:stadt|adresse)|welches land|welcher ort|ou se|ou est|quelle (?:ville|adresse)|quel pays|donde|que (?:ciudad|pais|direccion)|dove|quale (?:citta|paese|indirizzo)|onde|waar|gdzie',
  ],
  ['email', 'e-?mail'],
  ['phone', 'phone|telephone|telefon|telefono|telefoon'],
  ['url', 'website|web site|webseite|site web|sitio web|sito'],
  [
    'identifier',
    'iban|account number|vat (?:id|number)|reference number|invoice number|order number|serial number|kontonummer|rechnungsnummer|bestellnummer|steuernummer',
  ],
];

/** Words without content of their own, folded; they are not looked for in an answer. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'a an the and or but if of to in on at by for from with without into over under about as is are was were be been being am do does did done have has had having ' +
    'will would shall should can could may might must not no nor so than then that this these those there here it its they them their he she his her we our us you your i my me ' +
    'what which who whom whose when where why how much many long often please tell give show find list say says said state stated states according any some all each ' +
    'der die das den dem des ein eine einer eines einem einen und oder aber wenn von zu im in am an auf bei fur mit ohne uber unter als ist sind war waren sein wird werden wurde hat haben hatte ' +
    'kann konnen soll sollen muss mussen nicht kein keine so dass dies diese dieser dieses es sie er wir ihr ihre sein seine was welche welcher welches wer wem wen wann wo warum wie viel viele lange bitte ' +
    'le la les l un une des du de d et ou mais si dans en au aux par pour avec sans sur sous est sont etait sera a ont ne pas que qui quoi quel quelle quels quelles quand ou comment pourquoi combien ce cette ces il elle ils elles nous vous son sa ses leur ' +
    'el los las lo unos unas y o pero al del por para con sin sobre es son era sera ha han no que quien cual cuales cuando donde como cuanto cuantos cuanta cuantas este esta estos estas su sus se ' +
    'il gli i uno e ma di da con per tra fra su nel nella dei delle della dello che chi quale quali quando dove come perche quanto quanti questo questa sono era ha hanno non si ' +
    'o os as um uma e ou do da dos das no na nos nas com sem em por que quem qual quais quando onde como quanto este esta seu sua sao foi ' +
    'het een en of maar van te op aan bij voor met zonder zijn was wordt worden heeft hebben niet geen dat dit die wat welke wie wanneer waar waarom hoe hoeveel ' +
    'i w z na do od po za przez jest sa byl byla nie czy co kto kiedy gdzie jak jaki jaka jakie ile ten ta to'
  ).split(' '),
);

/** Finite verbs that are common in every kind of paper, folded: a line with one of them is a sentence. */
export const sentenceVerbs: ReadonlySet<string> = new Set(
  (
    'is are was were be has have had will would shall should can could may might must does do did applies apply means includes pays pay agrees agree ' +
    'ist sind war waren wird werden wurde hat haben kann konnen soll sollen muss mussen darf durfen gilt gelten bleibt bleiben est sont sera seront peut peuvent doit doivent ' +
    'es son sera seran puede pueden debe deben e sono puo possono deve devono pode podem is zijn wordt worden kan kunnen moet moeten jest sa moze musi'
  ).split(' '),
);

/** After these stands a thing, not a name: "die Rechnung", "the Agreement". */
export const articles: ReadonlySet<string> = new Set(
  'the a an this that these those our your their my its der die das den dem des ein eine einer eines einem einen diese dieser dieses diesem diesen welche welcher welches unser unsere unserer'.split(
    ' ',
  ),
);

/** Folded words that, in a question, ask for the same. */
export const sameQuestions: readonly ReadonlySet<string>[] = [
  'total amount sum price cost costs charge charges charged come comes offered worth pay gesamt gesamtbetrag betrag summe preis kosten montant prix cout importe precio coste importo prezzo valor preco bedrag prijs kwota cena',
  'customer buyer client purchaser kunde kaufer auftraggeber client acheteur cliente comprador acquirente klant koper nabywca',
  'supplier seller vendor provider lieferant verkaufer anbieter fournisseur vendeur proveedor vendedor fornitore venditore fornecedor leverancier verkoper sprzedawca dostawca',
  'begin begins start starts commence effective beginn beginnt debut comienza inizio inicio',
  'end ends expire expires expiry expiration terminate ende endet fin termina scadenza fim einde',
  'vat tax mwst ust steuer tva iva btw',
].map((words) => new Set(words.split(' ')));

// How people talk to a language model in a document, in the languages of the house. Lower case, without diacritics; `~` stands
// for up to three words in between.

export type Sign =
  /** Previous instructions are to be set aside. */
  | 'override'
  /** The reader is addressed as a machine. */
  | 'address'
  /** A new role or new instructions are given. */
  | 'role'
  /** Something is to be kept from people. */
  | 'secrecy'
  /** A decision or a value is dictated. */
  | 'demand';

/** Verbs that set aside, what is set aside, and the words that say "what came before". */
export interface OverrideWords {
  verbs: string;
  before: string;
  things: string;
  /** The earlier word stands behind the thing: "instrucciones anteriores". */
  beforeFollows?: boolean;
}

export const overrides: readonly OverrideWords[] = [
  {
    verbs: 'ignore|disregard|forget|override|bypass|neglect',
    before:
      'all|any|every|previous|prior|above|earlier|preceding|foregoing|existing|original|your|other|the above|everything|system',
    things:
      'instructions?|prompts?|directions?|directives?|guidelines?|guardrails?|system messages?|rules you|context|programming|training',
  },
  {
    verbs: 'ignoriere|ignorieren|missachte|missachten|vergiss|vergessen|ubergehe|ubergehen|uberschreibe|verwirf',
    before: 'alle|allen|samtliche|vorherigen?|vorhergehenden?|fruheren?|bisherigen?|obigen?|vorigen?|deine|ihre|die',
    things: 'anweisung(?:en)?|instruktion(?:en)?|prompts?|systemanweisung(?:en)?|systemprompts?|vorgaben|befehle',
  },
  {
    verbs:
      'ignore|ignorez|oublie|oubliez|neglige|negligez|ne tiens pas compte|ne tenez pas compte|fais abstraction|faites abstraction',
    before: 'toutes|tous|les|des|tes|vos|de',
    things:
      '(?:instructions?|consignes?|directives?|prompts?|regles) (?:precedentes?|anterieures?|ci-dessus|initiales?|systeme|d.origine)',
  },
  {
    verbs: 'ignora|ignore|ignorad|olvida|olvide|descarta|descarte|omite|omita|haz caso omiso|haga caso omiso',
    before: 'todas|todos|las|los|tus|sus|de',
    things:
      '(?:instrucciones|indicaciones|directrices|ordenes|prompts?|reglas) (?:anteriores|previas|precedentes|originales|del sistema)',
  },
  {
    verbs: 'ignora|ignori|ignorate|dimentica|dimentichi|trascura|tralascia|non considerare|non tenere conto',
    before: 'tutte|tutti|le|i|gli|delle|dei|tue|sue',
    things:
      '(?:istruzioni|indicazioni|direttive|prompt|regole) (?:precedenti|anteriori|di cui sopra|originali|di sistema)',
  },
  {
    verbs: 'ignore|ignora|ignorar|esqueca|esquece|desconsidere|desconsidera|descarte',
    before: 'todas|todos|as|os|quaisquer|suas|tuas',
    things:
      '(?:instrucoes|indicacoes|diretrizes|ordens|prompts?|regras) (?:anteriores|previas|acima|precedentes|originais|do sistema)',
  },
  {
    verbs: 'negeer|vergeet|sla over|laat buiten beschouwing|veronachtzaam',
    before: 'alle|de|eventuele|vorige|voorgaande|eerdere|bovenstaande|je|uw|jouw',
    things: 'instructies?|aanwijzing(?:en)?|prompts?|opdrachten|systeemprompts?',
  },
  {
    verbs: 'zignoruj|ignoruj|pomin|zapomnij o|zapomnij|odrzuc|nie zwracaj uwagi na',
    before:
      'wszystkie|wszelkie|poprzednie|wczesniejsze|powyzsze|dotychczasowe|swoje|wszystkich|poprzednich|wczesniejszych',
    things: 'instrukcje|instrukcji|polecenia|polecen|wytyczne|wytycznych|prompty?|zasady systemowe',
  },
];

/** "You are an AI", "note to the language model", "if a machine reads this". */
export const addresses: readonly string[] = [
  'you are ~(?:ai|artificial intelligence|language model|llm|chatgpt|gpt-?\\d|claude|gemini|copilot|assistant|chatbot|extraction (?:model|agent|system))',
  '(?:as|dear|attention|note|message|notice|memo|instructions?|hint|important)(?: to| for|,|:)? (?:an |the |any |all )?(?:ai|llm|llms|language models?|ai (?:model|assistant|agent|system|reader|reviewer)s?|large language models?|extraction (?:model|agent)|chatgpt|claude|gemini)\\b',
  '(?:if|when) (?:you are|you.re|this is(?: being)? (?:read|processed|parsed) by|being (?:read|processed) by) (?:an? |the |any )?(?:ai|llm|language model|large language model|automated (?:system|agent|reader)|bot|machine)',
  '(?:ai|llm|language) (?:model|assistant|agent|system)s? (?:reading|processing|parsing|reviewing|summari[sz]ing|extracting) this',
  '(?:ai|llm|language) (?:model|assistant|agent)s?:? (?:you )?(?:must|should|shall|please|are required to)',
  '(?:du bist|sie sind) ~(?:ki|kunstliche intelligenz|sprachmodell|assistent|chatbot)\\b',
  '(?:an (?:die|das|alle)|hinweis (?:an|fur)(?: die| das| alle)?|achtung,?) (?:ki|sprachmodelle?|kunstliche intelligenz|ki-(?:modelle?|systeme?|assistent(?:en)?))\\b',
  '(?:tu es|vous etes) ~(?:ia|intelligence artificielle|modele de langage|assistant|chatbot)\\b',
  '(?:note|message|instruction|attention|avis) (?:a|pour|aux?) (?:l.)?(?:ia|intelligence artificielle|modeles? de langage|assistant ia|llm)\\b',
  '(?:eres|usted es) ~(?:ia|inteligencia artificial|modelo de lenguaje|asistente|chatbot)\\b',
  '(?:nota|mensaje|instruccion|instrucciones|atencion|aviso) (?:a|para|al) (?:la |el )?(?:ia|inteligencia artificial|modelo de lenguaje|llm|asistente de ia)\\b',
  '(?:sei|lei e) ~(?:ia|intelligenza artificiale|modello linguistico|modello di linguaggio|assistente|chatbot)\\b',
  '(?:nota|messaggio|istruzion[ei]|attenzione|avviso) (?:a|per|all.|al|alla) ?(?:il |la |l.)?(?:ia|intelligenza artificiale|modello linguistico|llm|assistente ia)\\b',
  '(?:voce e|tu es|o senhor e) ~(?:ia|inteligencia artificial|modelo de linguagem|assistente|chatbot)\\b',
  '(?:nota|mensagem|instruc(?:ao|oes)|atencao|aviso) (?:a|para|ao) (?:a |o )?(?:ia|inteligencia artificial|modelo de linguagem|llm|assistente de ia)\\b',
  '(?:je bent|u bent) ~(?:ai|kunstmatige intelligentie|taalmodel|assistent|chatbot)\\b',
  '(?:bericht|opmerking|instructies?|let op|aanwijzing)(?: aan| voor|,|:)? (?:de |het |een )?(?:ai|taalmodel(?:len)?|kunstmatige intelligentie|ai-(?:model|assistent|systeem))\\b',
  '(?:jestes) ~(?:ai|si|sztuczna inteligencja|modelem jezykowym|asystentem|chatbotem)\\b',
  '(?:uwaga|wiadomosc|instrukcja|instrukcje|informacja) (?:dla|do) (?:ai|sztucznej inteligencji|modelu jezykowego|asystenta ai|llm)\\b',
];

/** Marks of a conversation with a model; prose never holds them. */
export const roleMarks: readonly RegExp[] = [
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|begin_of_text|start_header_id|eot_id)\|>/i,
  /\[\/?INST\]|<<\/?SYS>>/,
  /<\/?(?:system|assistant|instructions?|tool_call|function_calls?|tool_use|system_prompt)>/i,
  /^\s*#{2,}\s*(?:system|instruction|new instructions?|system prompt)\b/im,
  /^\s*(?:system|assistant)\s*:\s+(?:you|ignore|from now|disregard|the|do not|always|respond|new|override|du|tu|eres|sei|voce|je)\b/im,
  /\b(?:begin|start|end)\s+(?:of\s+)?system\s+(?:message|prompt)\b/i,
  /\b(?:new|updated|revised|hidden|real)\s+(?:system\s+)(?:prompt|instructions?|message)\b/i,
  /"role"\s*:\s*"(?:system|assistant|tool)"/i,
  /"(?:tool|function|tool_name|function_name|function_call|tool_calls?)"\s*:\s*["{[][\s\S]{0,200}?"(?:arguments?|parameters|params|input)"\s*:/i,
  /"name"\s*:\s*"[a-z_][\w.-]{2,40}"\s*,\s*"(?:arguments|parameters|input)"\s*:\s*[{"]/i,
];

export const secrecy: readonly string[] = [
  '(?:do not|don.t|never|without) (?:tell|telling|mention|mentioning|inform|informing|notify|notifying|reveal|revealing|disclose|disclosing|alert|alerting|report|reporting|flag|flagging) ~(?:user|human|humans|anyone|reviewer|reviewers|operator|instruction|instructions|prompt|this)\\b',
  '(?:sag|sage|sagen sie|erwahne|erwahnen sie|verrate|verraten sie|melde|melden sie) ~(?:nutzer|benutzer|anwender|menschen|prufer|niemandem|nicht)\\b',
  '(?:ne (?:dis|dites|mentionne|mentionnez|revele|revelez|signale|signalez)) ~(?:utilisateur|personne|humain|verificateur|instruction|instructions)\\b',
  '(?:no (?:digas|diga|menciones|mencione|reveles|revele|informes|informe)) ~(?:usuario|nadie|humano|revisor|instruccion|instrucciones)\\b',
  '(?:non (?:dire|dica|menzionare|rivelare|segnalare|informare)) ~(?:utente|nessuno|umano|revisore|istruzione|istruzioni)\\b',
  '(?:nao (?:diga|mencione|revele|informe|conte)) ~(?:usuario|utilizador|ninguem|humano|revisor|instrucao|instrucoes)\\b',
  '(?:vertel|zeg|meld|noem|onthul) ~(?:gebruiker|niemand|mens|controleur|niet)\\b',
  '(?:nie (?:mow|wspominaj|informuj|ujawniaj|zglaszaj)) ~(?:uzytkownikowi|uzytkownika|nikomu|nikogo|czlowiekowi|instrukcji|tym)\\b',
];

export const demands: readonly string[] = [
  '(?:approve|accept|release|pay|authori[sz]e|confirm|validate) (?:this|the) (?:invoice|payment|document|order|bill|claim|receipt)',
  '(?:mark|flag|classify|treat|label|record|rate|score) (?:this|the|it) ~(?:as )?(?:approved|paid|verified|valid|trusted|safe|genuine|legitimate|urgent|pre-approved)',
  '(?:set|change|replace|overwrite|update|report|return|output|use) (?:the )?(?:total|amount|gross|net|iban|bank account|account number|account|supplier|seller|due date|currency|value|invoice number)',
  '(?:respond|reply|answer|output|return)(?: only)?(?: with)?(?: the following)? (?:json|text|only|exactly)\\b',
  '(?:skip|without|no) (?:any )?(?:human )?(?:review|validation|verification|checks)',
  '(?:from now on|new task|your (?:new )?task is|your only task|instead,? (?:you|output|return|say|pay|extract))',
  '(?:genehmige|genehmigen sie|freigeben|gib|geben sie|bezahle|bezahlen sie|akzeptiere) ~(?:rechnung|zahlung|auftrag|bestellung|beleg)',
  '(?:approuve|approuvez|valide|validez|accepte|acceptez|payez) ~(?:facture|paiement|commande|document)',
  '(?:aprueba|apruebe|acepta|acepte|paga|pague|valida|valide) ~(?:factura|pago|pedido|documento)',
  '(?:approva|approvi|approvare|accetta|accetti|paga|paghi) ~(?:fattura|pagamento|ordine|documento)',
  '(?:aprove|aprova|aceite|aceita|pague|valide) ~(?:fatura|pagamento|pedido|encomenda|documento)',
  '(?:keur|accepteer|betaal) ~(?:factuur|betaling|bestelling|document)',
  '(?:zatwierdz|zaakceptuj|zaplac|oplac) ~(?:fakture|platnosc|zamowienie|dokument)',
];

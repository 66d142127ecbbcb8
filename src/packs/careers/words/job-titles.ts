// Words that a job title is made around, in eight languages; stems and endings for languages that inflect and compound.
// Read in résumés and in postings alike.

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Lower case, without accents; what English makes of several of them counts, too. */
export const titleHeads: ReadonlySet<string> = new Set(
  words(`
  engineer developer programmer architect analyst scientist researcher manager director head lead leader officer chief
  president vice-president vp ceo cto cfo coo cio cmo founder co-founder cofounder owner partner principal associate assistant
  consultant adviser advisor specialist expert coordinator co-ordinator administrator admin executive supervisor superintendent foreman
  technician technologist operator mechanic electrician designer artist illustrator animator writer editor copywriter journalist
  reporter author translator interpreter teacher lecturer professor instructor tutor trainer coach educator faculty fellow
  postdoc student intern trainee apprentice graduate volunteer clerk cashier receptionist secretary typist bookkeeper accountant
  auditor controller treasurer banker broker trader underwriter actuary buyer purchaser planner scheduler estimator surveyor
  inspector tester salesperson salesman saleswoman representative rep agent recruiter attorney lawyer counsel paralegal judge
  doctor physician surgeon nurse dentist pharmacist therapist psychologist counselor counsellor caregiver paramedic veterinarian
  chef cook baker waiter waitress bartender barista server host hostess steward driver courier pilot captain guard officer soldier
  sergeant lieutenant detective firefighter worker labourer laborer helper handyman carpenter plumber welder painter tailor
  photographer videographer producer musician singer actor dancer curator librarian archivist chemist physicist biologist
  mathematician statistician economist geologist ecologist astronomer sysadmin webmaster moderator strategist evangelist
  ambassador mentor chairman chairperson chair member secretary-general commissioner deputy superviser sde sdet dba qa
  freelancer contractor entrepreneur marketer storekeeper storeman housekeeper janitor cleaner gardener farmer caretaker
  merchandiser stylist hairdresser beautician optician radiographer sonographer phlebotomist dietitian nutritionist midwife
  trainer konstrukteur entraineur entraineuse entrenador entrenadora treinador treinadora allenatore allenatrice ratownik
  socorrista secouriste soccorritore sanitater hoofddocent universiteitsdocent magazziniere magazynier souschef
  generalist loader packer picker installer fitter machinist shopper aide adjuster dispatcher handyman postdoc sre devops
  internship traineeship residency apprenticeship professorship assistantship fellowship postdoctoral
  ingenieur ingenieurin entwickler entwicklerin programmierer programmiererin architekt architektin analyst analystin
  wissenschaftler wissenschaftlerin leiter leiterin teamleiter abteilungsleiter projektleiter geschaftsfuhrer geschaftsfuhrerin
  vorstand assistent assistentin berater beraterin spezialist spezialistin referent referentin sachbearbeiter sachbearbeiterin
  mitarbeiter mitarbeiterin techniker technikerin mechaniker elektriker elektroniker designerin redakteur redakteurin lehrer
  lehrerin dozent dozentin professorin praktikant praktikantin praktikum werkstudent werkstudentin auszubildender auszubildende azubi
  buchhalter buchhalterin kaufmann kauffrau verkaufer verkauferin einkaufer einkauferin arzt arztin krankenpfleger
  krankenschwester erzieher erzieherin koch kochin kellner kellnerin fahrer fahrerin hilfskraft aushilfe tutorin freiberufler
  selbststandig selbstandig inhaber inhaberin grunder grunderin volontar beauftragter vertriebsleiter aushilfskraft
  ingenieur ingenieure developpeur developpeuse programmeur architecte analyste chercheur chercheuse directeur directrice
  responsable chef cheffe charge chargee assistante consultant consultante conseiller conseillere specialiste coordinateur
  coordinatrice technicien technicienne operateur operatrice concepteur conceptrice graphiste redacteur redactrice enseignant
  enseignante professeur formateur formatrice stagiaire apprenti apprentie alternant alternante comptable auditeur controleur
  vendeur vendeuse commercial commerciale acheteur acheteuse avocat avocate medecin infirmier infirmiere serveur serveuse
  chauffeur gerant gerante fondateur fondatrice employe employee hote hotesse secretaire
  ingeniero ingeniera desarrollador desarrolladora programador programadora arquitecto arquitecta analista investigador
  investigadora gerente directora jefe jefa responsable encargado encargada asistente consultor consultora asesor asesora
  especialista coordinador coordinadora tecnico tecnica operador operadora disenador disenadora redactor redactora profesor
  profesora maestro maestra docente becario becaria practicante contable auditor auditora vendedor vendedora comprador
  abogado abogada medico medica enfermero enfermera cocinero camarero camarera conductor fundador fundadora auxiliar
  administrativo administrativa dependiente
  ingegnere sviluppatore sviluppatrice programmatore programmatrice architetto ricercatore ricercatrice direttore direttrice
  responsabile capo assistente consulente specialista coordinatore coordinatrice tecnico operatore operatrice progettista
  redattore insegnante docente professore professoressa stagista tirocinante apprendista contabile revisore venditore
  venditrice commesso commessa acquirente avvocato infermiere infermiera cuoco cameriere cameriera autista fondatore
  impiegato impiegata addetto addetta titolare segretaria
  engenheiro engenheira desenvolvedor desenvolvedora programadora arquiteto arquiteta pesquisador pesquisadora diretor
  diretora gestor gestora chefe assistente consultora tecnico operador designer redator professora estagiario estagiaria
  contabilista contador contadora vendedora comprador advogado advogada enfermeiro enfermeira cozinheiro motorista
  coordenador coordenadora auxiliar
  ontwikkelaar programmeur architect onderzoeker directeur hoofd leider teamleider projectleider assistent adviseur
  specialist coordinator beheerder technicus monteur ontwerper redacteur schrijver docent leraar lerares stagiair stagiaire
  leerling boekhouder accountant verkoper verkoopster inkoper medewerker medewerkster verpleegkundige verpleger kok ober
  chauffeur oprichter eigenaar zzp
  inzynier programista programistka architekt analityk analityczka badacz dyrektor kierownik kierowniczka szef menedzer
  menadzer asystent asystentka konsultant konsultantka doradca specjalista specjalistka koordynator koordynatorka technik
  operator projektant projektantka grafik redaktor nauczyciel nauczycielka wykladowca stazysta stazystka praktykant
  praktykantka ksiegowy ksiegowa audytor sprzedawca przedstawiciel handlowiec prawnik lekarz pielegniarka kucharz kelner
  kelnerka kierowca zalozyciel wlasciciel pracownik referent inspektor lider
  first-aider aider lifeguard befriender sanitater sanitaterin betreuer betreuerin ubungsleiter entraineur entraineuse secouriste
  benevole entrenador entrenadora socorrista voluntario voluntaria allenatore allenatrice soccorritore volontario volontaria
  treinador treinadora vrijwilliger vrijwilligster trener trenerka ratownik wolontariusz wolontariuszka zastepca
`),
);

/** Ends of compounds: "Softwareentwickler", "Projektmanager", "applicatiebeheerder". */
export const titleEndings: readonly string[] = words(
  `ingenieur entwickler leiter leitung berater manager techniker mechaniker mechatroniker elektroniker assistent assistenz
  referent lehrer erzieher arbeiter mitarbeiter bearbeiter verkaufer kaufmann kauffrau kaufleute pfleger fachkraft hilfskraft
  kraft helfer fahrer fuhrer wirt meister arzt monteur buchhalter koordinator betreuer planer disponent controller redakteur
  spezialist gartner trainer konstrukteur administrator architekt analyst designer student praktikant beauftragter berufe
  ontwikkelaar beheerder medewerker adviseur leider ontwerper verpleegkundige engineer developer`,
);

/** Begins of words that are inflected, joined to others or asked for with a mark: "Mitarbeitende", "Pflegekraft", "vendeur·se". */
export const titleStems: readonly string[] = words(
  `mitarbeit sachbearbeit referent kaufmann auszubildend praktik pflegefach pflegekraft pflegehelf pflegedienst erzieher arzt
  verkaufer fahrer kellner monteur techniker mechaniker mechatroniker elektriker elektroniker lagerist buchhalter berater
  leiter entwickler ingenieur architekt informatiker spezialist assistent assistenz lehrer lehrkraft dozent jurist anwalt
  fachangestellt fachkraft hilfskraft helfer hausmeister reinigungskr backer friseur schreiner schlosser maler maurer
  developpeu ingenieur technicien infirmi aide-soignant vendeu serveu conseill desarrollador programador asesor
  desenvolvedor`,
);

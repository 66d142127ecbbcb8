// Teaching, social work, research, law, public safety, human resources, languages. Form: ../parse-taxonomy.ts.

export const people = `
@ knowledge
Education | Bildung; éducation; educación; pedagogy; Pädagogik; pédagogie; educational science; Erziehungswissenschaft; educational theory
Social work | Sozialarbeit; travail social; trabajo social; Soziale Arbeit; social services; Sozialpädagogik
Research | Forschung; recherche^; investigación; scientific research; academic research; research skills; conducting research; research and development; R&D; Forschung und Entwicklung; research methods; recherche scientifique; research methodology
Law^ | legal knowledge; Recht*; droit^; derecho; jurisprudence; Rechtswissenschaften; Jura*; legal studies; legal
Public safety | öffentliche Sicherheit; sécurité publique; law enforcement; Polizeiarbeit; policing; seguridad pública
Human resources | HR*; Personalwesen; ressources humaines; recursos humanos; human resource management; HRM; HR management; Personalmanagement; human resources management; Personalwirtschaft; gestion des ressources humaines
Psychology | Psychologie; psicología; behavioral science; Verhaltenswissenschaft; clinical psychology; social psychology; cognitive psychology; organizational psychology; developmental psychology; Entwicklungspsychologie
Sociology | Soziologie; sociologie; social sciences; Sozialwissenschaften; anthropology; Anthropologie
History^ | Geschichte; histoire^; archaeology; Archäologie; art history; Kunstgeschichte; Geschichtswissenschaft
Philosophy | Philosophie; ethics; Ethik; logic^
Political science | Politikwissenschaft; science politique; international relations; internationale Beziehungen; political analysis
Theology | Theologie; religious studies; pastoral care; Seelsorge; chaplaincy
Geography | Geographie; Geografie; géographie; human geography; cartography; Kartographie
Linguistics | Linguistik; Sprachwissenschaft; linguistique; philology; Germanistik; literature studies; Literaturwissenschaft
@ activity < Education
Teaching | Unterrichten; enseignement; enseñanza; classroom teaching; Lehren; Lehrtätigkeit; Unterricht; classroom instruction; instruction^; teaching skills; docencia
Curriculum development | curriculum design; Lehrplanentwicklung; conception de programmes; course development; course design; curriculum planning; Curriculumsentwicklung
Lesson planning | Unterrichtsplanung; préparation de cours; lesson plans; Unterrichtsvorbereitung; planificación de clases
Classroom management | Klassenführung; gestion de classe; student behavior management; Klassenmanagement
Early childhood education | Frühpädagogik; Kindererziehung; éducation de la petite enfance; preschool education; kindergarten teaching; Elementarpädagogik; educación infantil; nursery education; early years; Vorschulerziehung
Childcare | child care; Kinderbetreuung; garde d'enfants; babysitting; nannying; cuidado de niños; Tagespflege; puériculture
Special education | Sonderpädagogik; éducation spécialisée; special needs education; inclusive education; Inklusion; Förderpädagogik; educación especial; IEP*; autism support; ABA therapy
Adult education | Erwachsenenbildung; formation des adultes; vocational training; Berufsbildung; Weiterbildung; formation professionnelle; vocational education
Primary education | elementary education; Grundschulpädagogik; enseignement primaire; elementary school teaching
Secondary education | Sekundarstufe; enseignement secondaire; high school teaching
University teaching | higher education; Hochschullehre; enseignement supérieur; lecturing; college teaching; Hochschuldidaktik
Tutoring | Nachhilfe; soutien scolaire; private tutoring; homework help; Hausaufgabenbetreuung; tutor; Lernförderung
E-learning | online teaching; online learning; eLearning; distance learning; formation en ligne; blended learning; Online-Lehre
Instructional design | Didaktik; learning design; ingénierie pédagogique; didactics; training design; Mediendidaktik
Student assessment | grading; Leistungsbewertung; évaluation des élèves; exam preparation; educational assessment; test scoring; Leistungsbeurteilung
Educational counseling | academic advising; Bildungsberatung; student counseling; career counseling; orientation professionnelle; guidance counseling; Berufsberatung; career coaching; Studienberatung; career guidance
Language teaching | Sprachunterricht; ESL teaching; teaching English; enseignement des langues; DaF*; Deutsch als Fremdsprache; ESL*; TEFL; FLE*; foreign language teaching
Music teaching | Musikunterricht; music education; piano teaching; enseignement de la musique; Musikpädagogik
STEM education | science teaching; math teaching; STEM*; Naturwissenschaftsunterricht
School administration | Schulleitung; education administration; school management; educational leadership; administration scolaire
Train the trainer | corporate training; Trainerausbildung; staff training; Mitarbeiterschulung; formation du personnel; training delivery; conducting training; employee training; Schulung; Schulungen; training of employees; technical training; user training; training and development
Learning management systems | LMS*; Moodle; Blackboard^; Canvas LMS; Google Classroom; Articulate Storyline; ILIAS; SCORM
Educational technology | EdTech; interactive whiteboards; digital classroom
Driving instruction | Fahrschulunterricht; Fahrlehrer
Apprentice training | Ausbildung von Lehrlingen; Lehrlingsausbildung; apprentice supervision; Auszubildende betreuen; Praktikantenbetreuung; Azubibetreuung
Library science | librarianship; Bibliothekswesen; bibliothéconomie; cataloging; library services; archiving; Archivierung; archives; records management; Bibliothekswissenschaft; museum work; curating; Schriftgutverwaltung
@ activity < Social work
Counseling | counselling; psychosoziale Beratung; accompagnement; crisis counseling; therapeutic counseling; Lebensberatung; drug counseling
Case management | Fallarbeit; case work; gestion de cas; casework; social case management; client case management
Youth work | Jugendarbeit; animation jeunesse; youth welfare; Kinder- und Jugendhilfe; youth development; Jugendhilfe; working with youth
Family support | Familienhilfe; family counseling; soutien familial; family therapy; child protection; Kinderschutz; child welfare; parenting education
Community outreach | community work; Gemeinwesenarbeit; community development; animation sociale; community engagement; Quartiersarbeit; outreach programs
Addiction counseling | substance abuse counseling; Suchtberatung; addictologie; drug prevention; Suchthilfe; substance abuse treatment
Refugee support | migration counseling; Flüchtlingshilfe; integration work; aide aux réfugiés; Migrationsberatung; Integrationsarbeit; asylum support
Crisis intervention | Krisenintervention; intervention de crise; suicide prevention; de-escalation; Deeskalation
Volunteer management | volunteer coordination; Ehrenamtskoordination; gestion de bénévoles; volunteering; Freiwilligenarbeit; community service; bénévolat
Housing assistance | homeless support; Wohnungslosenhilfe; benefits advice; Sozialberatung; social benefits
Safeguarding | child safeguarding; adult protection
Humanitarian aid | development cooperation; Entwicklungszusammenarbeit; humanitarian assistance; aide humanitaire; international development
Gender studies | diversity and inclusion; diversity management; Diversity*; DEI; Gleichstellung; diversity equity and inclusion
@ activity < Research
Literature review | literature research; Literaturrecherche; revue de littérature; systematic reviews; systematic review
Qualitative research | qualitative Forschung; interviews in research; recherche qualitative; focus groups; ethnography; qualitative methods; field research; Feldforschung; fieldwork
Quantitative research | quantitative Forschung; quantitative analysis; recherche quantitative; quantitative methods; empirische Sozialforschung; quantitative data analysis
Academic writing | wissenschaftliche Texte; scientific publications; rédaction scientifique; paper writing; publishing papers; publications^; peer review; technical publications
Data collection | Datenerhebung; collecte de données; data gathering; recolección de datos; data acquisition
Experimental research | experiments^; conducting experiments; Experimente durchführen; lab research
Proposal writing | research proposals; grant proposals; Antragstellung; Projektanträge; bid writing; proposal development; RFP responses; RFPs; tender preparation
Conference presentations | conference organization; Konferenzvorträge; poster presentations; Tagungsorganisation
Reference management | EndNote; Zotero; Mendeley; Citavi
Research ethics | Institutional Review Board; scientific integrity; research compliance
Technology transfer | Wissenstransfer; science communication; Wissenschaftskommunikation
@ knowledge < Law
Contract law | Vertragsrecht; droit des contrats; contract drafting; Vertragsgestaltung; contract review; drafting contracts; Vertragsprüfung; derecho contractual
Corporate law | company law; Gesellschaftsrecht; droit des sociétés; commercial law; Handelsrecht; business law; Wirtschaftsrecht; derecho mercantil; Unternehmensrecht; droit des affaires
Labor law | employment law; Arbeitsrecht; droit du travail; labour law; derecho laboral; works council; Betriebsverfassungsrecht; Betriebsrat; labor relations; employee relations; industrial relations; collective bargaining; Tarifverhandlungen
Criminal law | Strafrecht; droit pénal; criminal justice; criminology; Kriminologie; criminal procedure; Strafprozessrecht; derecho penal
Civil law | Zivilrecht; droit civil; BGB*; civil procedure; Zivilprozessrecht; derecho civil; tort law
Family law | Familienrecht; droit de la famille; Erbrecht; inheritance law; probate
Tax law | Steuerrecht; droit fiscal; derecho fiscal; international tax law
Intellectual property | IP law; patent law; Patentrecht; propriété intellectuelle; trademark law; copyright; Markenrecht; Urheberrecht; patents; patent drafting; gewerblicher Rechtsschutz; licensing of intellectual property
Administrative law | Verwaltungsrecht; droit administratif; public law; öffentliches Recht; constitutional law; Verfassungsrecht
International law | Völkerrecht; droit international; European law; Europarecht; human rights; EU law; Menschenrechte; EU-Recht
Real estate law | Immobilienrecht; property law; droit immobilier; tenancy law; Mietrecht; conveyancing
Data protection | GDPR; DSGVO; data privacy; Datenschutz; RGPD; protection des données; privacy law; privacy compliance; HIPAA; CCPA
Compliance | Regelkonformität; regulatory compliance; conformité; Compliance-Management; cumplimiento; compliance monitoring; legal compliance; regulatory requirements; compliance management
Public procurement law | Vergaberecht; marchés publics; procurement law; öffentliches Vergaberecht
Insolvency law | bankruptcy law; Insolvenzrecht; insolvency administration
Immigration law | Ausländerrecht; visa processing; Asylrecht; droit des étrangers
Environmental law | Umweltrecht; droit de l'environnement; environmental compliance
Competition law | antitrust law; Kartellrecht; droit de la concurrence
Banking law | Bankrecht; financial regulation; Finanzmarktrecht; Kapitalmarktrecht; securities law; Basel III; MiFID II
Medical law | Medizinrecht; Sozialrecht; social security law; health law
@ activity < Law
Legal research | juristische Recherche; recherche juridique; Rechtsrecherche; case law research
Litigation | Prozessführung; contentieux; court proceedings; litigation support; trial preparation; civil litigation; courtroom skills
Legal drafting | legal writing; Vertragsentwürfe; rédaction juridique; drafting legal documents; legal documentation; legal correspondence; pleadings
Arbitration | mediation; Schiedsverfahren; dispute resolution; alternative dispute resolution; médiation; arbitrage juridique; Streitbeilegung
Notarial services | Notariat; notary public; Notarfachangestellte
Legal advice | Rechtsberatung; conseil juridique; legal counseling; legal counsel; legal consulting; asesoría jurídica
Paralegal work | legal assistance; Rechtsanwaltsfachangestellte; legal administration; legal secretary
eDiscovery | document review; Relativity eDiscovery; e-discovery
LexisNexis | Westlaw; Beck-Online; juris*; RA-MICRO; legal databases
Claims handling | claims management; Schadensregulierung; gestion des sinistres; insurance claims; Schadensbearbeitung; claims processing; claims adjustment
Court reporting | legal interpreting; Gerichtsprotokolle
@ activity < Public safety
Security guarding | security services; Sicherheitsdienst; gardiennage; Objektschutz; security patrol; Bewachung; Wachdienst; access control; Zugangskontrolle; vigilancia; event security; bouncer; property protection; agent de sécurité
Firefighting | Brandbekämpfung; lutte contre l'incendie; fire prevention; Brandschutz; fire protection; fire safety; sécurité incendie; extinción de incendios; Feuerwehr; fire fighting
Surveillance | video surveillance; Videoüberwachung; CCTV monitoring; surveillance systems; vidéosurveillance
Investigation | criminal investigation; Ermittlungen; enquêtes; private investigation; fraud investigation; crime scene investigation; forensic science; Kriminaltechnik; forensics; investigations
Military operations | military training; militärische Ausbildung; défense; armed forces; Bundeswehr; military leadership; combat operations; tactical operations; military intelligence
Rescue operations | search and rescue; Rettungsarbeiten; sauvetage; lifeguarding; Rettungsschwimmen; water rescue; disaster relief; Katastrophenschutz; civil protection
Traffic control | Verkehrsregelung; road safety; traffic management; Verkehrssicherheit
Occupational safety | occupational health and safety; Arbeitssicherheit; Arbeitsschutz; OSHA; sécurité au travail; EHS; HSE; health and safety; workplace safety; seguridad laboral; safety regulations; HSEQ; environmental health and safety; prevention of accidents; Unfallverhütung; safety management; safety procedures; OSHA regulations; ISO 45001; safety standards
Environmental management | ISO 14001; Umweltmanagement; gestion environnementale; environmental protection; Umweltschutz; environmental impact assessment; environmental auditing; EMAS
Waste management | recycling; Abfallwirtschaft; gestion des déchets; Abfallentsorgung; waste disposal; circular economy; Kreislaufwirtschaft; Entsorgung; gestión de residuos
Sustainability | Nachhaltigkeit; développement durable; sustainable development; carbon footprint; life cycle assessment; climate change; LCA*; Klimaschutz; greenhouse gas accounting; sostenibilidad
Self-defense | martial arts; Selbstverteidigung; firearms handling; weapons handling; Kampfsport
Correctional services | prison service; Justizvollzug; probation; Bewährungshilfe; corrections
Emergency dispatch | Leitstelle; emergency response; emergency call handling; Notrufbearbeitung; evacuation procedures; crowd control
@ activity < Human resources
Recruiting | recruitment; talent acquisition; Personalbeschaffung; recrutement; Rekrutierung; hiring; reclutamiento; staffing; Personalgewinnung; Personalauswahl; candidate sourcing; full-cycle recruiting; active sourcing; executive search; headhunting; selección de personal; Bewerbermanagement
Interviewing | job interviews; Bewerbungsgespräche; entretiens d'embauche; conducting interviews; interview techniques; Vorstellungsgespräche; candidate screening
Onboarding | employee onboarding; Einarbeitung; intégration des collaborateurs; new hire orientation; Mitarbeitereinarbeitung; onboarding of employees
Payroll | payroll accounting; Lohn- und Gehaltsabrechnung; paie^; Lohnbuchhaltung; Gehaltsabrechnung; payroll processing; nóminas; gestion de la paie; Entgeltabrechnung; Lohnabrechnung; payroll administration; Lohnverrechnung; Personalverrechnung
Compensation and benefits | benefits administration; Vergütungsmanagement; compensation management; total rewards; employee benefits; salary benchmarking
Personnel development | employee development; Personalentwicklung; développement des compétences; learning and development; talent development; talent management; professional development; L&D; organizational development; Organisationsentwicklung; leadership development; gestion des talents
HR administration | Personalverwaltung; personnel administration; Personaladministration; administration du personnel; HR operations; HR policies; personnel records; Personalsachbearbeitung; HR documentation
Workforce planning | Personalplanung; shift planning; Dienstplanung; staff scheduling; planification des effectifs; Schichtplanung; succession planning; Einsatzplanung; rostering; Personaleinsatzplanung; employee scheduling
Employer branding | marque employeur; HR marketing; Personalmarketing; recruitment marketing
Performance reviews | performance appraisals; Mitarbeitergespräche; entretiens annuels; Beurteilungsgespräche; performance evaluation; employee evaluation
Employee engagement | employee satisfaction; Mitarbeiterbindung; employee retention; Mitarbeiterzufriedenheit; engagement des collaborateurs; team building; corporate culture
HR analytics | people analytics; HR controlling; Personalcontrolling; HR reporting
Time and attendance | Zeiterfassung; time tracking; Zeitwirtschaft; gestion des temps; absence management
Global mobility | expatriate management; relocation management; Entsendung
Job analysis | writing job descriptions; Stellenbeschreibungen; job evaluation; assessment centers; psychometric testing; aptitude testing
Workplace health promotion | betriebliches Gesundheitsmanagement; BGM*; employee wellbeing; qualité de vie au travail; ergonomics; Ergonomie
Outplacement | offboarding; separation management
@ tool < Human resources
Workday^ | Workday HCM
SAP SuccessFactors | SuccessFactors; SAP HCM; SAP HR
Personio | BambooHR; Sage HR; HRIS; HR information systems; Rexx Systems
ADP^ | ADP Workforce Now; Paychex; Kronos; UKG; Gusto^
PeopleSoft | Oracle PeopleSoft; Oracle HCM
Applicant tracking systems | ATS*; Greenhouse^; Taleo; Lever^; SmartRecruiters; applicant tracking system; iCIMS
DATEV Lohn und Gehalt | LODAS; DATEV LODAS; Paisy; SAGE Lohn
LinkedIn Recruiter | XING TalentManager; Boolean search; LinkedIn sourcing
`;

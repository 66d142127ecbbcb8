// Project work, processes, quality, management and strategy. Form: ../parse-taxonomy.ts.

export const methods = `
@ knowledge
Project management | Projektmanagement; project planning; gestion de projet; gestión de proyectos; project coordination; managing projects; Projektleitung; project leadership; project delivery; project lead
Process management | business process management; BPM*; Prozessmanagement; process improvement; process optimization; process optimisation; Prozessoptimierung; gestion des processus; business processes
Quality management | Qualitätsmanagement; quality management systems; QMS; gestion de la qualité; gestión de calidad
Business management | Unternehmensführung; Betriebswirtschaft; BWL*; business administration; general management; gestion d'entreprise
Business analysis | business analyst skills; Geschäftsanalyse; analyse métier
Product management | Produktmanagement; product development; Produktentwicklung; product strategy; gestion de produit; product ownership
Consulting | Beratung; management consulting; Unternehmensberatung; conseil; consultancy; business consulting
@ method < Project management
Agile | agile methods; agile methodologies; agile development; agile software development; agile Methoden; méthodes agiles; agile methodology; agile practices; agile environment; agile project management
Scrum | Scrum methodology; Scrum framework | < Agile
Kanban | Kanban boards | < Agile, ~ Lean management .7
Extreme programming | XP*; pair programming | < Agile
SAFe* | Scaled Agile Framework; scaled agile; LeSS framework; Nexus framework | < Agile
Sprint planning | backlog grooming; backlog refinement; sprint reviews; retrospectives | < Scrum
User stories | user story mapping; acceptance criteria; product backlog; backlog management | < Agile
Waterfall model | waterfall; waterfall methodology; Wasserfallmodell; V-model; V-Modell
PRINCE2 methodology | 
Critical path method | critical path; network planning; Netzplantechnik; PERT
Gantt charts | Gantt; project scheduling; project schedules; Terminplanung
Earned value management | EVM*; earned value
Work breakdown structure | WBS*; Projektstrukturplan
Risk management | Risikomanagement; gestion des risques; gestión de riesgos; risk mitigation; project risk management
Stakeholder management | stakeholder engagement; Stakeholder-Management; stakeholder communication; managing stakeholders
Scope management | change request management
Budget management | budgeting; Budgetplanung; budget planning; budget control; Budgetverantwortung; gestion de budget; managing budgets; project budgeting
Resource planning | resource management; capacity planning; Ressourcenplanung; Kapazitätsplanung; resource allocation
Program management | programme management; Programmmanagement; portfolio management of projects; PMO*; project portfolio management
Feasibility studies | feasibility analysis; Machbarkeitsstudien; cost-benefit analysis
Project documentation | Projektdokumentation
Cost estimation | cost estimating; Kostenschätzung; quantity estimation; effort estimation; cost control; Kostenkontrolle
@ tool < Project management
Jira | Atlassian Jira; JIRA Software
Confluence | Atlassian Confluence; wiki documentation
Microsoft Project | MS Project; MS-Project
Trello | 
Asana | Monday.com; ClickUp; Wrike; Basecamp
Primavera P6 | Primavera; Oracle Primavera | ~ Construction management .7
Smartsheet | 
Miro^ | Mural^; Miro boards; Lucidspark
Notion^ | Notion workspace
Azure Boards | Redmine; YouTrack
Microsoft Planner | MS Planner; Microsoft To Do
@ method < Process management
Lean management | lean*; lean manufacturing; lean production; lean thinking; schlanke Produktion; lean principles
Six Sigma | Lean Six Sigma; DMAIC; 6 Sigma
Kaizen | continuous improvement; KVP*; kontinuierlicher Verbesserungsprozess; amélioration continue; continuous process improvement; mejora continua
5S | 5S methodology; 6S | < Lean management
Value stream mapping | Wertstromanalyse; VSM* | < Lean management
Root cause analysis | 5 Whys; Ishikawa; Ursachenanalyse; 8D*; 8D report; fishbone diagram
BPMN | business process modeling; process modelling; process modeling; process mapping; Prozessmodellierung
Robotic process automation | RPA*; process automation; UiPath; Blue Prism; Automation Anywhere; Prozessautomatisierung
Workflow management | workflow automation; workflow design; Camunda
Change management | Veränderungsmanagement; organizational change management; conduite du changement; organisational change; Change-Management
Digital transformation | Digitalisierung; digitalization; digitization; transformation numérique
Standard operating procedures | SOPs; SOP*; procedure writing; work instructions; Arbeitsanweisungen
ITIL | IT service management; ITSM*; ITIL framework; IT-Service-Management
COBIT | IT governance
Total productive maintenance | TPM*; OEE* | ~ Maintenance .7
Benchmarking | 
Theory of constraints | bottleneck analysis
Operations management | business operations; operational excellence; Betriebsleitung; gestion des opérations; day-to-day operations
@ method < Quality management
Quality assurance | QA*; Qualitätssicherung; assurance qualité; aseguramiento de calidad
Quality control | QC*; Qualitätskontrolle; contrôle qualité; quality inspection; Qualitätsprüfung; control de calidad
ISO 9001 | ISO 9000; ISO 9001:2015; DIN EN ISO 9001
Auditing of quality | quality audits; internal quality audits; Qualitätsaudits; supplier audits; internal audits
FMEA | failure mode and effects analysis; DFMEA; PFMEA; Fehlermöglichkeits- und Einflussanalyse
APQP | PPAP; advanced product quality planning
IATF 16949 | ISO/TS 16949; VDA 6.3; TS 16949
CAPA | corrective and preventive actions; corrective actions; nonconformance management
Total quality management | TQM*
Metrology | measurement technology; Messtechnik; calibration; Kalibrierung; métrologie
EFQM | CMMI
Inspection | visual inspection; product inspection; Sichtprüfung
@ method < Business analysis
Requirements analysis | requirements engineering; requirements gathering; requirements management; Anforderungsanalyse; Anforderungsmanagement; requirement analysis; business requirements; analyse des besoins; requirements elicitation
Use case modeling | use cases; use case analysis; user requirements
Gap analysis | fit-gap analysis
SWOT analysis | PESTEL analysis; PEST analysis; SWOT-Analyse
Business case development | business cases; business case
Market analysis | Marktanalyse; competitor analysis; competitive analysis; Wettbewerbsanalyse; étude de marché; industry analysis
Functional specifications | technical specifications; functional design; Pflichtenheft; Lastenheft; system specifications
Systems analysis | system analysis; Systemanalyse; systems thinking
Process analysis | Prozessanalyse; workflow analysis
@ method < Product management
Product roadmaps | roadmapping; product roadmap; product planning; roadmap planning
Product lifecycle management | PLM*; product life cycle
Minimum viable product | MVP*; rapid prototyping of products; lean startup
OKRs | OKR; objectives and key results; goal setting
Product launch | product launches; go-to-market; go-to-market strategy; Produkteinführung
Product discovery | customer discovery; product research; user interviews
@ knowledge < Business management
Strategic planning | business strategy; strategy development; strategische Planung; Unternehmensstrategie; planification stratégique; corporate strategy; strategic management; business planning; planificación estratégica
Business development | Geschäftsentwicklung; new business development; développement commercial; desarrollo de negocio
Entrepreneurship | Unternehmertum; start-up management; entrepreneuriat; emprendimiento; startups
Mergers and acquisitions | M&A; post-merger integration; Fusionen und Übernahmen; due diligence
Corporate governance | board management; Unternehmensverwaltung
Corporate social responsibility | CSR*; ESG; sustainability reporting; Nachhaltigkeitsmanagement; corporate sustainability
Innovation management | Innovationsmanagement; technology scouting; research and development management
Knowledge management | Wissensmanagement; gestion des connaissances
Crisis management | Krisenmanagement; gestion de crise; emergency management
Vendor management | supplier management; Lieferantenmanagement; supplier relationship management; third-party management; outsourcing
Contract management | Vertragsmanagement; contract administration; contract negotiation; Vertragsverhandlungen; gestion des contrats
Performance management | performance measurement; balanced scorecard; Leistungsmanagement
Facility management | facilities management; Gebäudemanagement; building management; property maintenance
Office management | office administration; Büromanagement; Büroorganisation; gestion de bureau; administrative management
Nonprofit management | NGO management; fundraising; grant writing; grant management; Spendenakquise
Franchise management | franchising
International business | international trade; Außenhandel; foreign trade; commerce international; import and export; import/export; global business
Restructuring | turnaround management; Sanierung von Unternehmen; downsizing
Public administration | public sector management; öffentliche Verwaltung; administration publique; Verwaltungswissenschaft
Policy analysis | public policy; policy development; policy making; policy research
Economics | Volkswirtschaft; VWL*; microeconomics; macroeconomics; économie; economía; Wirtschaftswissenschaften
Government relations | lobbying; public affairs; regulatory affairs policy
@ soft
Leadership | team leadership; leadership skills; Führungskompetenz; people leadership; leading teams; liderazgo; Führungserfahrung; team management; people management; Mitarbeiterführung; Personalführung; leading a team; management d'équipe; lead teams; staff management
Communication | communication skills; Kommunikationsfähigkeit; Kommunikationsstärke; compétences en communication; excellent communication skills; interpersonal communication; comunicación; communicative; verbal communication; oral communication; effective communication
Written communication | writing skills; written and verbal communication; schriftliche Kommunikation; written communication skills | < Communication
Presentation skills | presentations; presenting; Präsentationsfähigkeit; giving presentations; Präsentationstechnik | < Communication
Public speaking | rhetoric; Rhetorik; prise de parole en public; speech writing | < Communication
Active listening | listening skills; aktives Zuhören | < Communication
Teamwork | team player; Teamfähigkeit; teamfähig; collaboration; team spirit; travail d'équipe; trabajo en equipo; collaborative; esprit d'équipe; Teamgeist; teamplayer; team-player; work in a team; cross-functional collaboration; working in teams; team work
Problem solving | problem-solving; problem solver; Problemlösung; résolution de problèmes; resolución de problemas; problem solving skills; troubleshooting; Problemlösungskompetenz; solve problems; lösungsorientiert
Critical thinking | kritisches Denken; pensée critique; pensamiento crítico
Analytical thinking | analytical skills; analytical mindset; analytisches Denken; analytische Fähigkeiten; analytical; esprit d'analyse; analytical abilities; analytical and problem solving skills
Creativity | creative thinking; Kreativität; créativité; creatividad; creative; kreativ
Time management | Zeitmanagement; gestion du temps; prioritization; prioritisation; meeting deadlines; gestión del tiempo; meet deadlines; time-management
Organizational skills | organisational skills; Organisationstalent; organization skills; Organisationsfähigkeit; sens de l'organisation; well organized; organisation skills; well-organised; organizational abilities; Organisationsgeschick; organised; organized
Attention to detail | detail-oriented; detail oriented; Sorgfalt; accuracy; Genauigkeit; souci du détail; eye for detail; meticulous; sorgfältig
Adaptability | flexibility; flexible; Flexibilität; Anpassungsfähigkeit; adaptable; adaptabilité; flexibilidad; versatility
Self-motivation | self-motivated; self-starter; Eigenmotivation; motivated; selbstmotiviert; self motivated; highly motivated
Independent work | working independently; work independently; selbstständiges Arbeiten; autonomy; selbständige Arbeitsweise; autonome; autonomie; eigenverantwortlich; ability to work independently; autonomous; eigenständiges Arbeiten; self-reliance
Initiative^ | Eigeninitiative; proactive; proactivity; proaktiv; taking initiative; pro-active; prise d'initiative
Decision making | decision-making; Entscheidungsfähigkeit; prise de décision; entscheidungsfreudig; judgment; sound judgment
Conflict resolution | conflict management; Konfliktlösung; Konfliktmanagement; mediation skills; gestion des conflits
Negotiation | negotiating; negotiation skills; Verhandlungsgeschick; négociation; negociación; Verhandlungsführung
Persuasion | persuasiveness; influencing; Überzeugungskraft; influencing skills
Emotional intelligence | empathy; Empathie; Einfühlungsvermögen; emotionale Intelligenz; EQ*
Interpersonal skills | people skills; social skills; soziale Kompetenz; relationnel; Sozialkompetenz; relationship building; building relationships; build relationships
Intercultural competence | cultural awareness; interkulturelle Kompetenz; cross-cultural communication; intercultural skills; cultural sensitivity
Customer orientation | customer focus; Kundenorientierung; client focus; service orientation; Serviceorientierung; kundenorientiert; customer-oriented; customer-focused; orientation client
Reliability | dependability; reliable; Zuverlässigkeit; zuverlässig; dependable; punctuality; Pünktlichkeit; fiabilité
Resilience | stress tolerance; Belastbarkeit; working under pressure; work under pressure; stressresistent; résistance au stress; belastbar; stress management; ability to work under pressure
Multitasking | multi-tasking; multitask
Willingness to learn | eager to learn; fast learner; quick learner; Lernbereitschaft; learning agility; willing to learn; lernbereit; curiosity; Neugier; curious; self-learning; quick learning
Willingness to travel | Reisebereitschaft; travel readiness; willing to travel
Work ethic | hard-working; hardworking; Arbeitsmoral; diligence; commitment; Engagement*; strong work ethic; committed
Integrity | honesty; trustworthiness; Integrität; confidentiality; discretion; Diskretion; ethical behavior; professional ethics
Responsibility^ | accountability; Verantwortungsbewusstsein; sense of responsibility; taking responsibility; ownership mentality; sens des responsabilités; verantwortungsbewusst; take ownership; take responsibility
Assertiveness | Durchsetzungsvermögen; self-confidence; Selbstbewusstsein; durchsetzungsstark
Patience^ | Geduld
Positive attitude | enthusiasm; enthusiastic; can-do attitude; positive Einstellung; Begeisterungsfähigkeit; positive mindset; passionate
Strategic thinking | strategisches Denken; visionary thinking; big picture thinking; conceptual thinking; strategic mindset
Delegation^ | delegating tasks; Delegieren
Mentoring | mentorship; mentoring others; mentor junior developers; peer support
Coaching | coaching skills; staff coaching; coach team members
Facilitation | workshop facilitation; Moderation*; facilitating meetings; workshop moderation; facilitate workshops
Networking skills | professional networking; Netzwerken
Goal orientation | results-driven; results oriented; Zielorientierung; ergebnisorientiert; goal-oriented; result-oriented; results-oriented; zielorientiert; target-oriented; orientation résultats
Entrepreneurial thinking | unternehmerisches Denken; entrepreneurial mindset; business acumen; commercial awareness; business sense
Innovation | innovative thinking; innovative; thinking outside the box; Innovationsfähigkeit
Structured working | strukturierte Arbeitsweise; structured approach; structured; methodical; systematisches Arbeiten
Manual dexterity | hand-eye coordination; handwerkliches Geschick; Fingerfertigkeit; fine motor skills; manuelle Geschicklichkeit
Physical fitness | physical stamina; körperliche Belastbarkeit; heavy lifting; körperliche Fitness
Remote work | working remotely; remote collaboration; virtual teams; distributed teams
Storytelling | story telling
Discipline^ | self-discipline; Selbstdisziplin
`;

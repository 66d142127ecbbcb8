// Titles of résumé sections in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish.

/** What JSON Resume calls the section; `contact` and `personal` feed basics, `other` has no place of its own. */
export type SectionKind =
  | 'summary'
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'projects'
  | 'publications'
  | 'awards'
  | 'volunteer'
  | 'interests'
  | 'references'
  | 'contact'
  | 'links'
  | 'personal'
  | 'other';

const phrases = (text: string): string[] =>
  text
    .split('|')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** Compared without case, accents and punctuation; "and", "&", "/" join two titles of one kind. */
export const sectionTitles: Readonly<Record<Exclude<SectionKind, 'other'>, readonly string[]>> = {
  summary: phrases(`
    summary | profile | about | about me | professional summary | executive summary | career summary | career profile |
    professional profile | personal profile | personal statement | objective | career objective | career objectives |
    professional objective | job objective | career goal | career goals | summary of qualifications |
    qualifications summary | qualification summary | profile summary | career overview | professional overview |
    overview | introduction | highlights | career highlights | professional highlights | synopsis | career synopsis |
    professional synopsis | experience summary | summary of experience | key highlights | objectives | who am i | bio |
    biography | statement | employment objective | areas of interest and objective | highlights of qualifications |
    profil | kurzprofil | über mich | zusammenfassung | persönliches profil | berufliches profil | zielsetzung |
    berufsziel | karriereziel | kurzvorstellung | zur person |
    profil professionnel | à propos | à propos de moi | résumé | résumé professionnel | objectif | objectifs |
    objectif professionnel | synthèse | accroche | présentation | qui suis je |
    perfil | perfil profesional | resumen | resumen profesional | sobre mí | acerca de mí | objetivo |
    objetivo profesional | extracto | presentación | quién soy |
    profilo | profilo professionale | chi sono | sommario | obiettivo | obiettivi | obiettivo professionale |
    presentazione | profilo personale | sintesi |
    resumo | resumo profissional | sobre mim | perfil profissional | objetivo profissional | objectivo | apresentação |
    samenvatting | profiel | over mij | persoonlijk profiel | doelstelling | wie ben ik | profielschets |
    podsumowanie | profil zawodowy | o mnie | cel zawodowy | podsumowanie zawodowe | cel | profil kandydata`),
  work: phrases(`
    experience | work experience | professional experience | employment | employment history | work history |
    career history | professional history | employment experience | professional background | relevant experience |
    relevant work experience | related experience | additional experience | other experience | job experience |
    industry experience | industrial experience | working experience | practical experience | positions held |
    internships | internship | internship experience | work and experience | career | career progression | career path |
    experiences | experience details | professional experiences | teaching experience | research experience |
    academic appointments | academic appointment | appointments | military experience | military service |
    leadership experience | technical experience | organizational experience | organisational experience |
    previous experience | previous employment | past experience | employment record | employment details |
    experience and employment | work experiences | freelance experience | freelance work | consulting experience |
    clinical experience | selected experience | professional work experience | career experience | it experience |
    academic experience | management experience | legal experience | company details | work summary |
    berufserfahrung | berufspraxis | beruflicher werdegang | werdegang | berufliche erfahrung | praktische erfahrung |
    praktische erfahrungen | praktika | praktikum | berufliche laufbahn | arbeitserfahrung | beschäftigungsverlauf |
    berufstätigkeit | berufliche tätigkeit | berufliche stationen | tätigkeiten | berufserfahrungen | nebentätigkeiten |
    beruflicher hintergrund | bisherige tätigkeiten | erfahrung | erfahrungen | nebenjobs |
    expérience | expériences | expérience professionnelle | expériences professionnelles | parcours professionnel |
    emplois | stages | stage | parcours | historique professionnel | carrière | expériences de travail |
    experiencia | experiencia laboral | experiencia profesional | historial laboral | trayectoria profesional |
    trayectoria laboral | prácticas | empleo | experiencias | experiencia de trabajo | trayectoria |
    esperienza | esperienze | esperienza lavorativa | esperienze lavorative | esperienza professionale |
    esperienze professionali | percorso professionale | carriera | tirocini | stage e tirocini | lavoro |
    experiência | experiência profissional | experiências profissionais | histórico profissional |
    percurso profissional | experiência de trabalho | trajetória profissional | estágios | experiências |
    werkervaring | ervaring | beroepservaring | loopbaan | professionele ervaring | stages en werkervaring |
    relevante werkervaring | arbeidsverleden | bijbanen | carrière | arbeidservaring |
    doświadczenie | doświadczenie zawodowe | przebieg kariery | historia zatrudnienia | kariera | staże | praktyki |
    praktyki i staże | przebieg pracy zawodowej | kariera zawodowa | doświadczenia zawodowe`),
  education: phrases(`
    education | educational background | academic background | education and training | academic qualifications |
    academic qualification | educational qualifications | educational qualification | education qualification |
    qualifications | qualification | academics | academic history | education history | academic profile |
    academic details | academic record | educational details | educational profile | education details |
    academic credentials | academic chronicle | scholastics | schooling | degrees | academia | professional education |
    studies | academic education | formal education | education and qualifications | education and credentials |
    education background | education summary | academic summary | scholastic record | higher education |
    educational history | academic achievements and education | education information | education qualifications |
    relevant coursework | coursework | academic training | professional qualification | professional qualifications |
    ausbildung | bildung | bildungsweg | schulbildung | studium | akademische ausbildung | schulische ausbildung |
    hochschulbildung | akademischer werdegang | aus und weiterbildung | bildungsgang | berufsausbildung |
    hochschulstudium | bildungswerdegang | schule | schulausbildung | weiterbildung und ausbildung | universität |
    formation | formations | études | diplômes | formation académique | parcours scolaire | parcours académique |
    formation et diplômes | scolarité | cursus | cursus scolaire | cursus universitaire | éducation |
    formation universitaire | formation initiale | parcours universitaire |
    educación | formación | formación académica | estudios | titulación | títulos académicos | datos académicos |
    educación y formación | antecedentes académicos | formación universitaria | estudios realizados | académica |
    istruzione | formazione | istruzione e formazione | titoli di studio | studi | percorso di studi |
    formazione accademica | educazione | percorso formativo | titolo di studio |
    educação | formação | formação académica | formação acadêmica | habilitações literárias | escolaridade |
    habilitações académicas | estudos | percurso académico | educação e formação |
    opleiding | opleidingen | onderwijs | studie | studies en opleidingen | scholing | opleidingen en cursussen |
    vooropleiding | opleiding en training | educatie |
    wykształcenie | edukacja | studia | przebieg edukacji | wykształcenie i kursy | nauka`),
  skills: phrases(`
    skills | technical skills | key skills | core skills | core competencies | competencies | skill set | skillset |
    skills set | expertise | areas of expertise | technical expertise | technologies | technical proficiencies |
    technical proficiency | tools | tools and technologies | computer skills | it skills | software skills |
    professional skills | skills and abilities | skills and expertise | skills and competencies | skill highlights |
    technical summary | technical knowledge | programming skills | programming languages | core qualifications |
    key competencies | soft skills | hard skills | personal skills | abilities | strengths | key strengths |
    technical competencies | technology | software | technical profile | it proficiency | skill summary |
    skills summary | summary of skills | proficiencies | technical skill set | technical skill | skill | specialties |
    specialities | areas of strength | core strengths | functional skills | domain skills | relevant skills |
    special skills | interpersonal skills | management skills | key skill | software proficiency | technical skillset |
    it skill set | other skills | additional skills | skills and tools | competences | technology summary |
    software knowledge | computer knowledge | computer proficiency | technical strengths | personal strengths |
    technical tools | technical qualifications | skills and knowledge | core technologies | key qualifications |
    leadership skills | communication skills | key technical skills | technical environment | technical stack |
    tech stack | research areas | research interests | area of expertise | knowledge | methods |
    kenntnisse | fähigkeiten | kompetenzen | fachkenntnisse | edv kenntnisse | it kenntnisse | qualifikationen |
    technische kenntnisse | fertigkeiten | besondere kenntnisse | kernkompetenzen | softwarekenntnisse |
    computerkenntnisse | weitere kenntnisse | fachliche kenntnisse | stärken | persönliche stärken |
    kenntnisse und fähigkeiten | programmierkenntnisse | schlüsselqualifikationen | soziale kompetenzen | skills und tools |
    compétences | compétences techniques | compétences clés | compétences informatiques | savoir faire | savoir être |
    informatique | logiciels | aptitudes | qualités | atouts | domaines de compétences | outils | connaissances |
    compétences professionnelles | compétences personnelles | technologies et outils |
    habilidades | competencias | aptitudes y habilidades | conocimientos | conocimientos informáticos | informática |
    habilidades técnicas | competencias técnicas | destrezas | competencias clave | capacidades | conocimientos técnicos |
    habilidades y competencias | competencias digitales | fortalezas |
    competenze | competenze tecniche | capacità | capacità e competenze | competenze informatiche | abilità |
    conoscenze informatiche | competenze professionali | conoscenze | competenze digitali | competenze personali |
    conoscenze tecniche | punti di forza |
    competências | habilidades técnicas | aptidões | competências técnicas | conhecimentos | conhecimentos informáticos |
    competências digitais | competências pessoais | ferramentas | competências profissionais | qualificações |
    vaardigheden | competenties | kennis | computervaardigheden | technische vaardigheden | kennis en vaardigheden |
    kwaliteiten | sterke punten | persoonlijke vaardigheden | expertises | kerncompetenties |
    umiejętności | kompetencje | znajomość oprogramowania | umiejętności techniczne | kluczowe umiejętności |
    umiejętności zawodowe | obsługa komputera | mocne strony | kluczowe kompetencje | technologie | narzędzia`),
  languages: phrases(`
    languages | language | language skills | languages known | language proficiency | linguistic skills |
    foreign languages | spoken languages | languages spoken | language competencies | known languages |
    linguistic proficiency | language abilities | language knowledge |
    sprachen | sprachkenntnisse | fremdsprachen | sprache | fremdsprachenkenntnisse | sprachkompetenzen |
    langues | langues étrangères | compétences linguistiques | langue | langues parlées |
    idiomas | lenguas | idioma | conocimiento de idiomas | lenguajes |
    lingue | lingue straniere | conoscenze linguistiche | competenze linguistiche | conoscenza lingue |
    línguas | competências linguísticas | conhecimentos linguísticos | idiomas e línguas |
    talen | talenkennis | taalvaardigheden | taalkennis | taalvaardigheid |
    języki | języki obce | znajomość języków | znajomość języków obcych | kompetencje językowe`),
  certificates: phrases(`
    certifications | certificates | certification | certificate | licenses and certifications |
    certifications and licenses | professional certifications | licenses | licences | licensure | credentials |
    training and certifications | courses | courses and certifications | trainings | training | professional training |
    professional development | certifications and trainings | certification and training | certification courses |
    training and certification | technical certifications | courses and trainings | trainings attended |
    training attended | certification details | certifications licenses | additional training | continuing education |
    courses taken | training courses | workshops | licences and certificates | workshops and trainings |
    professional affiliations and certifications | certificates and courses | license | seminars |
    zertifikate | zertifizierungen | weiterbildung | weiterbildungen | fortbildungen | fortbildung | lehrgänge | kurse |
    zusatzqualifikationen | lizenzen | schulungen | seminare | weiterbildung und zertifikate |
    certificats | certifications et formations | certifications professionnelles | formations complémentaires |
    habilitations | attestations | permis | brevets et certifications |
    certificaciones | certificados | cursos | cursos y certificaciones | formación complementaria | licencias |
    cursos y talleres | otros cursos | formación adicional |
    certificazioni | certificati | corsi | corsi e certificazioni | corsi di formazione | attestati | licenze |
    patente | patenti | formazione complementare |
    certificações | certificados e cursos | cursos e certificações | formação complementar | formações | licenças |
    cursos complementares |
    certificaten | cursussen | certificeringen | trainingen | cursussen en trainingen | licenties |
    trainingen en cursussen | diploma's en certificaten |
    certyfikaty | kursy | szkolenia | kursy i szkolenia | kursy i certyfikaty | szkolenia i certyfikaty | uprawnienia |
    certyfikaty i szkolenia`),
  projects: phrases(`
    projects | personal projects | key projects | selected projects | academic projects | side projects | project |
    project experience | open source | open source projects | project details | projects undertaken | major projects |
    projects handled | project work | relevant projects | project summary | portfolio | academic project |
    project profile | projects and assignments | main projects | notable projects | technical projects |
    college projects | course projects | research projects | recent projects | engineering projects | project history |
    projects details | assignments | student projects | school projects | software projects | design projects |
    open source contributions | open source work |
    projekte | projekterfahrung | ausgewählte projekte | eigene projekte | projektarbeit | referenzprojekte |
    projets | projets personnels | réalisations | projets académiques | projets réalisés | projets universitaires |
    proyectos | proyectos personales | proyectos destacados | portafolio | proyectos académicos |
    progetti | progetti personali | progetti principali | progetti accademici |
    projetos | projectos | projetos pessoais | projetos académicos | portfólio |
    projecten | persoonlijke projecten | eigen projecten |
    projekty | projekty własne | wybrane projekty | portfel projektów`),
  publications: phrases(`
    publications | papers | selected publications | research publications | articles | books | publications and papers |
    publication | peer reviewed publications | journal publications | conference papers | journal articles |
    research papers | conference publications | publications and presentations | patents and publications |
    published works | publications and patents | refereed publications | book chapters | patents | patent |
    paper publications | published papers | scholarly publications | paper presentations |
    publikationen | veröffentlichungen | ausgewählte publikationen | patente | fachartikel |
    articles et publications | publications scientifiques | brevets | travaux et publications |
    publicaciones | artículos | patentes | publicaciones científicas |
    pubblicazioni | articoli | brevetti | pubblicazioni scientifiche |
    publicações | artigos | publicações científicas |
    publicaties | artikelen | patenten | octrooien |
    publikacje | artykuły | patenty | publikacje naukowe`),
  awards: phrases(`
    awards | honors | honours | achievements | awards and honors | awards and achievements | honors and awards |
    accomplishments | scholarships | selected honors | recognition | awards and recognition | awards and recognitions |
    fellowships | prizes | distinctions | honors and achievements | key achievements | academic achievements |
    scholarships and awards | grants | grants and awards | rewards and recognition | accolades | achievement |
    awards and accomplishments | academic honors | awards and scholarships | honors and scholarships |
    fellowships and awards | grants and fellowships | awards received | awards and certifications | rewards |
    personal achievements | professional achievements | major achievements | awards and fellowships | merits |
    recognitions | honors and distinctions | selected awards | key accomplishments | academic awards |
    auszeichnungen | preise | ehrungen | stipendien | erfolge | stipendien und auszeichnungen | förderungen |
    preise und auszeichnungen |
    prix | récompenses | prix et distinctions | bourses | réussites | distinctions et prix | bourses et prix |
    premios | reconocimientos | logros | becas | premios y reconocimientos | distinciones | méritos | honores |
    premi | riconoscimenti | borse di studio | premi e riconoscimenti | onorificenze |
    prémios | prêmios | distinções | bolsas | conquistas | prêmios e reconhecimentos | reconhecimentos |
    prijzen | onderscheidingen | beurzen | prestaties | prijzen en onderscheidingen |
    nagrody | osiągnięcia | wyróżnienia | stypendia | nagrody i wyróżnienia | sukcesy`),
  volunteer: phrases(`
    volunteering | volunteer experience | volunteer | volunteer work | community service | community involvement |
    volunteer activities | social engagement | community | extracurricular activities | extra curricular activities |
    activities | leadership and activities | leadership | volunteer service | volunteer and community service |
    leadership and volunteering | social work | extracurricular | extracurriculars | civic activities |
    campus involvement | community engagement | co curricular activities | volunteerism | charity work |
    ehrenamt | ehrenamtliches engagement | engagement | ehrenamtliche tätigkeiten | soziales engagement |
    freiwilligenarbeit | ehrenamtliche tätigkeit | gesellschaftliches engagement |
    bénévolat | engagements | expérience bénévole | vie associative | engagement associatif |
    activités bénévoles | activités associatives |
    voluntariado | experiencia de voluntariado | actividades extracurriculares |
    volontariato | attività di volontariato | esperienze di volontariato |
    trabalho voluntário | experiência voluntária | atividades extracurriculares |
    vrijwilligerswerk | nevenactiviteiten | vrijwillige activiteiten | bestuurservaring |
    wolontariat | działalność społeczna | działalność dodatkowa | działalność studencka`),
  interests: phrases(`
    interests | hobbies | hobbies and interests | personal interests | interests and hobbies | hobby |
    interests and activities | activities and interests | area of interest | areas of interest | fields of interest |
    interest | hobbies and activities | passions | extra interests | other interests | leisure activities |
    interessen | hobbys | freizeit | interessen und hobbys | hobbys und interessen | freizeitaktivitäten |
    persönliche interessen |
    centres d'intérêt | centres d'intérêts | loisirs | intérêts | hobbies et intérêts | passions et loisirs |
    intereses | aficiones | pasatiempos | intereses personales | hobbies e intereses |
    interessi | interessi personali | hobby e interessi | tempo libero | passioni |
    interesses | passatempos | interesses pessoais | hobbies e interesses |
    hobby's | hobby's en interesses | vrije tijd | interesses en hobby's |
    zainteresowania | hobby i zainteresowania | pasje | zainteresowania i hobby`),
  references: phrases(`
    references | reference | referees | professional references | testimonials | recommendations | references available |
    referenzen | empfehlungen | références | recommandations | referencias | recomendaciones | referenze |
    raccomandazioni | referências | recomendações | referenties | aanbevelingen | referencje | rekomendacje`),
  contact: phrases(`
    contact | contact information | contact details | contact info | contact me | address | get in touch | my contact |
    kontakt | kontaktdaten | kontaktinformationen | anschrift | adresse | persönliche kontaktdaten |
    coordonnées | contacts | me contacter | contacter |
    contacto | datos de contacto | información de contacto | dirección |
    contatti | recapiti | indirizzo | contatto |
    contato | contactos | contatos | dados de contato | informações de contato |
    contactgegevens | adresgegevens | dane kontaktowe | dane teleadresowe`),
  links: phrases(`
    links | profiles | online profiles | social | social media | social networks | social profiles | web | websites |
    online presence | online | follow me | find me online | web profiles | social links |
    profile im netz | online profile | soziale netzwerke | réseaux sociaux | liens | redes sociales | enlaces |
    reti sociali | collegamenti | redes sociais | sociale media | linki | media społecznościowe`),
  personal: phrases(`
    personal details | personal information | personal data | personal | personal profile details | personal info |
    personal particulars | personal dossier | personal vitae | bio data | biodata | particulars | general information |
    persönliche daten | persönliche angaben | angaben zur person | persönliches | personalien |
    informations personnelles | données personnelles | état civil | renseignements personnels |
    datos personales | información personal |
    dati personali | informazioni personali | dati anagrafici |
    dados pessoais | informações pessoais | informação pessoal |
    persoonlijke gegevens | personalia | persoonsgegevens | persoonlijke informatie |
    dane osobowe | informacje osobiste | informacje o mnie`),
};

/** Titles of the paper itself, which are no section. */
export const paperTitles: readonly string[] = phrases(`
    resume | résumé | curriculum vitae | cv | c v | vita | vitae | lebenslauf | tabellarischer lebenslauf |
    currículum | currículum vítae | hoja de vida | currículo | życiorys | curriculum | europass | europass cv |
    europass curriculum vitae | curriculum vitae europass | my resume | professional resume | resumé | cv en ligne`);

/** Titles of sections that are none of the known ones, so that they end the one before. */
export const otherSectionTitles: readonly string[] = phrases(`
    additional information | other information | additional details | miscellaneous | declaration | other details |
    memberships | membership | affiliations | professional affiliations | professional memberships | associations |
    professional associations | presentations | invited talks | talks | conferences | conference presentations |
    speaking engagements | additional info | other | others | notes | teaching | teaching interests | service |
    professional service |
    professional activities | university service | media | press | availability | visa status | work authorization |
    military | security clearance | clearance | strength and weakness | extra information |
    sonstiges | mitgliedschaften | vorträge | führerschein | weitere angaben | verfügbarkeit | anlagen |
    divers | autres | informations complémentaires | adhésions | conférences | permis de conduire | disponibilité |
    otros | información adicional | otros datos | membresías | conferencias | carné de conducir | datos de interés |
    altro | ulteriori informazioni | altre informazioni | patente di guida | conferenze | allegati | appartenenze |
    outros | informações adicionais | carta de condução | outras informações | anexos | associações |
    overig | overige informatie | lidmaatschappen | rijbewijs | presentaties | overige | bijlagen |
    inne | dodatkowe informacje | członkostwa | prawo jazdy | prezentacje | informacje dodatkowe | klauzula`);

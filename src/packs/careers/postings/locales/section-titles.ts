// Titles of the sections of a job posting in English, German, French, Spanish, Dutch, Italian, Portuguese and Polish.

/** What a section is about; `other` is what none of these says. */
export type PostingSection =
  | 'role'
  | 'responsibilities'
  | 'requirements'
  | 'nice'
  | 'skills'
  | 'education'
  | 'languages'
  | 'benefits'
  | 'salary'
  | 'company'
  | 'apply'
  | 'legal'
  | 'other';

const phrases = (text: string): string[] =>
  text
    .split('|')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** Compared without case, accents and punctuation. */
export const postingSectionTitles: Readonly<Record<Exclude<PostingSection, 'other'>, readonly string[]>> = {
  role: phrases(`
    about the role | about the job | about the position | about this role | about this job | about this position | the role |
    the position | the job | role overview | job overview | position overview | job summary | position summary | role summary |
    overview | summary | job description | position description | job purpose | purpose of the role | the opportunity |
    your opportunity | opportunity | your mission | mission | role description | general summary | job details | the team |
    about the team | your team | stellenbeschreibung | zur stelle | über die stelle | die stelle | deine mission | ihre mission |
    über die rolle | deine rolle | ihre rolle | einleitung | das team | description du poste | le poste | poste | votre mission |
    la mission | descriptif du poste | contexte | descripción del puesto | descripción | el puesto | sobre el puesto |
    functieomschrijving | de functie | over de functie | descrizione | la posizione | descrição da vaga | sobre a vaga |
    opis stanowiska`),
  responsibilities: phrases(`
    responsibilities | key responsibilities | main responsibilities | your responsibilities | roles and responsibilities |
    role and responsibilities | duties | duties and responsibilities | essential duties and responsibilities |
    essential functions | essential job functions | essential duties | job duties | main duties | key duties | job responsibilities |
    what you ll do | what you will do | what you ll be doing | what you will be doing | what you do | your tasks | tasks |
    your role | your job | your impact | your day to day | day to day | in this role you will | as a member of our team you will |
    you will | you ll | what we need you to do | what you ll own | what you ll work on | what you will work on |
    accountabilities | key accountabilities | the work | your work | areas of responsibility | a typical day |
    in this role you ll | how you ll make an impact | how you will make an impact | key tasks |
    aufgaben | ihre aufgaben | deine aufgaben | aufgabengebiet | ihr aufgabengebiet | dein aufgabengebiet | tätigkeiten |
    ihre tätigkeiten | deine tätigkeiten | was sie erwartet | was dich erwartet | das erwartet dich | das erwartet sie |
    das machst du | was du machst | das sind deine aufgaben | das sind ihre aufgaben | ihr verantwortungsbereich |
    dein verantwortungsbereich | verantwortungsbereich | deine verantwortung | ihre verantwortung | hauptaufgaben |
    was du bei uns machst | was du bei uns bewegst | dein job | dein tag bei uns | damit beschäftigst du dich | das tust du |
    ihr einsatz | arbeitsaufgaben | tätigkeitsbeschreibung | ihre herausforderung | deine herausforderung |
    missions | vos missions | tes missions | missions principales | responsabilités | vos responsabilités |
    principales responsabilités | vos tâches | activités principales |
    funciones | responsabilidades | tus funciones | funciones principales | qué harás | tareas | principales funciones |
    taken | jouw taken | wat ga je doen | werkzaamheden | verantwoordelijkheden | je taken |
    mansioni | attività | responsabilità | principali attività | atividades | responsabilidades e atribuições | o que vai fazer |
    obowiązki | zakres obowiązków | twoje zadania | zadania`),
  requirements: phrases(`
    requirements | job requirements | minimum requirements | key requirements | essential requirements | basic requirements |
    technical requirements | position requirements | role requirements | our requirements | your requirements | qualifications |
    minimum qualifications | basic qualifications | required qualifications | key qualifications | required skills |
    required experience | required skills and experience | required skills and qualifications | required experience and skills |
    education and experience | education and qualifications | required education and experience | qualifications and experience |
    qualifications and skills | experience and education | must have | must haves | must have skills | essential | essential skills |
    essential criteria | essential skills and experience | what you bring | what you ll bring | what you will bring |
    what you bring to the table | what you ll bring to the table | what you need | what you ll need | what you will need |
    what we re looking for | what we are looking for | what we look for | what we re looking for in you | who you are |
    who we re looking for | who we are looking for | about you | your profile | your background | your experience | your skills |
    your qualifications | you have | you bring | you are | you should have | you must have | you will have | you ll have |
    you might be a fit if | you may be a good fit if you | you might thrive in this role if you | you re a great fit if |
    what makes you a great fit | what you should have | skills and experience | experience and skills |
    experience and qualifications | skills and qualifications | skills and abilities | knowledge skills and abilities |
    knowledge and skills | ideal candidate | the ideal candidate | candidate profile | candidate requirements |
    person specification | profile | the person | experience | experience required | experience requirements | competencies |
    eligibility | who can apply | we expect | we require | what it takes | what you ll need to succeed | to be successful |
    the right candidate | our ideal candidate | what we expect | what we need from you | you ll need | you will need | we need |
    what we d like to see | we are looking for | we re looking for | required | skills we are looking for |
    anforderungen | anforderungsprofil | ihr profil | dein profil | das bringst du mit | das bringen sie mit | was du mitbringst |
    was sie mitbringen | was sie mitbringen sollten | was du mitbringen solltest | du bringst mit | sie bringen mit |
    du bringst folgendes mit | deine qualifikationen | ihre qualifikationen | deine qualifikation | ihre qualifikation |
    qualifikation | qualifikationen | voraussetzungen | deine voraussetzungen | ihre voraussetzungen | deine skills |
    ihre kompetenzen | deine kompetenzen | das solltest du mitbringen | das sollten sie mitbringen | das zeichnet dich aus |
    das zeichnet sie aus | was dich auszeichnet | was sie auszeichnet | damit überzeugst du uns | damit überzeugen sie uns |
    wir erwarten | wir erwarten von ihnen | das erwarten wir | das erwarten wir von ihnen | was wir erwarten | was wir uns wünschen |
    wir wünschen uns | wen wir suchen | das wünschen wir uns | womit du uns begeisterst | fachliche anforderungen |
    muss kriterien | zwingende anforderungen | unsere anforderungen | unsere erwartungen | wer du bist | das bist du |
    das solltest du können | einstellungsvoraussetzungen | persönliche voraussetzungen | profil | damit passt du zu uns |
    das ist uns wichtig | wir suchen |
    votre profil | profil recherché | le profil | ton profil | le profil recherché | compétences requises | prérequis | exigences |
    vous avez | vos compétences | compétences | qui êtes vous | profil du candidat | vos atouts |
    requisitos | requisitos mínimos | perfil | tu perfil | qué buscamos | perfil requerido | lo que buscamos | perfil buscado |
    requisitos imprescindibles | se requiere | qué pedimos |
    functie eisen | functie eisen en profiel | wat vragen wij | jouw profiel | wie ben jij | wat breng je mee | profiel | wij vragen |
    dit breng je mee | wat wij vragen | requisiti | requisiti richiesti | profilo | profilo ricercato | cosa cerchiamo |
    o que procuramos | requisitos obrigatórios | qualificações | wymagania | nasze wymagania | czego oczekujemy | oczekujemy |
    oczekiwania | profil kandydata`),
  nice: phrases(`
    nice to have | nice to haves | nice to have skills | bonus | bonus points | bonus points if | bonus points if you have | bonus points for |
    bonus skills | preferred | preferred qualifications | preferred skills | preferred experience | preferred requirements |
    preferred skills and experience | preferred but not required | desirable | desirable skills | desirable criteria | desirable skills and experience |
    desired skills | desired qualifications | desired experience | desired | additional qualifications | pluses | plus | a plus | plus points |
    it s a plus if | it s a plus if you have | what would be a plus | good to have | extra credit | ideally you have | ideally |
    ideally you also have | optional | would be a plus | would be nice | even better if | brownie points | additional skills |
    advantageous | it would be great if you | we d also love | not required but a plus | great to have |
    von vorteil | wünschenswert | das wäre ein plus | das wäre schön | pluspunkte | bonuspunkte | idealerweise |
    idealerweise bringst du mit | idealerweise bringen sie mit | idealerweise hast du | gerne gesehen | zusatzqualifikationen |
    kann kriterien | darüber freuen wir uns | zusätzlich von vorteil | nice to have aber kein muss | kein muss aber ein plus |
    von vorteil sind | wünschenswert sind | das rundet dein profil ab | das rundet ihr profil ab |
    les plus | atouts | serait un plus | les petits plus | souhaité | compétences souhaitées | un plus |
    deseable | se valorará | valorable | requisitos deseables | se valora | valoramos |
    een pre | pluspunten | dat is een pre | pre | requisiti preferenziali | titolo preferenziale | costituisce titolo preferenziale |
    diferenciais | desejável | requisitos desejáveis | mile widziane | dodatkowym atutem będzie | dodatkowe atuty`),
  skills: phrases(`
    skills | technical skills | key skills | core skills | tech stack | our tech stack | technology stack | our stack | technologies |
    tools | tools and technologies | the stack | stack | hard skills | soft skills | skills required | your tech stack |
    core competencies | kenntnisse | fachkenntnisse | technologien | it kenntnisse | fähigkeiten | fachliche kompetenzen |
    compétences techniques | environnement technique | stack technique | conocimientos | tecnologías | habilidades | vaardigheden |
    competenze | competenze tecniche | habilidades técnicas | technologie | umiejętności`),
  education: phrases(`
    education | educational requirements | education requirements | education required | academic qualifications | degree |
    ausbildung | bildung | studium | ihre ausbildung | formation | formation requise | formación | formación requerida | estudios |
    estudios mínimos | opleiding | istruzione | titolo di studio | formação | formação acadêmica | wykształcenie`),
  languages: phrases(`
    languages | language skills | language requirements | required languages | sprachen | sprachkenntnisse | langues | idiomas |
    talen | lingue | línguas | języki`),
  benefits: phrases(`
    benefits | our benefits | your benefits | what we offer | what we offer you | we offer | what you get | what you ll get | perks | perks and benefits |
    benefits and perks | why join us | why us | why work with us | why you ll love working here | what s in it for you |
    what s on offer | our offer | compensation and benefits | pay and benefits | why you should join | reasons to join |
    the benefits | additional benefits | benefits include | employee benefits | in return | what you can expect | total rewards |
    wir bieten | wir bieten ihnen | wir bieten dir | das bieten wir | das bieten wir dir | das bieten wir ihnen | unser angebot |
    unsere benefits | deine benefits | ihre vorteile | deine vorteile | was wir bieten | was wir dir bieten | was wir ihnen bieten |
    das erwartet dich bei uns | darauf kannst du dich freuen | darauf können sie sich freuen | freu dich auf | leistungen |
    deine perspektive | warum wir | gute gründe für uns | unsere leistungen | was bieten wir | mehrwert |
    avantages | nous offrons | ce que nous offrons | vos avantages | nous proposons | pourquoi nous rejoindre | ce que nous vous offrons |
    ofrecemos | qué ofrecemos | beneficios | te ofrecemos | se ofrece | wat bieden wij | wij bieden | dit bieden wij | arbeidsvoorwaarden |
    cosa offriamo | offriamo | si offre | benefícios | oferecemos | o que oferecemos | oferujemy | co oferujemy | to oferujemy`),
  salary: phrases(`
    salary | compensation | pay | pay range | salary range | base salary | base pay | remuneration | compensation range | pay transparency |
    gehalt | vergütung | ihr gehalt | dein gehalt | rémunération | salaire | salario | retribución | salaris | retribuzione | remuneração |
    wynagrodzenie`),
  company: phrases(`
    about us | who we are | about the company | our company | company | company description | company overview | our mission |
    our story | our values | our culture | über uns | wer wir sind | das sind wir | das unternehmen | unternehmen | wir über uns |
    wir stellen uns vor | unser unternehmen | unternehmensbeschreibung | à propos de nous | qui sommes nous | l entreprise | à propos | notre entreprise |
    sobre nosotros | quiénes somos | la empresa | over ons | wie zijn wij | chi siamo | l azienda | sobre nós | quem somos | a empresa | o nas`),
  apply: phrases(`
    how to apply | apply | apply now | application | application process | to apply | interested | next steps | hiring process |
    our hiring process | interview process | the process | recruitment process | application instructions | contact | your contact |
    bewerbung | ihre bewerbung | deine bewerbung | jetzt bewerben | interesse | interessiert | interesse geweckt | haben wir ihr interesse geweckt |
    neugierig | so bewerben sie sich | so bewirbst du dich | bewerbungsprozess | kontakt | ansprechpartner | ihr ansprechpartner | dein kontakt |
    ihr kontakt | bewerben sie sich jetzt | bewirb dich jetzt | klingt gut |
    candidature | comment postuler | postuler | pour postuler | processus de recrutement | cómo aplicar | inscríbete | proceso de selección |
    solliciteren | interesse | candidati | come candidarsi | como se candidatar | aplikuj`),
  legal: phrases(`
    equal opportunity | equal opportunity employer | equal employment opportunity | eeo statement | eeo | eoe | diversity and inclusion |
    diversity | diversity equity and inclusion | our commitment to diversity | privacy | privacy notice | disclaimer | data protection | legal |
    datenschutz | datenschutzhinweis | chancengleichheit | vielfalt | hinweis | hinweise | gleichstellung |
    égalité des chances | igualdad de oportunidades | klauzula`),
};

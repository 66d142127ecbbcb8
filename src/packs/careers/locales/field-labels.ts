// What résumés print before a value to say what it is ("Employer: …"), in eight languages: the first of each is printed by the
// exports, all are read.

import type { ResumeLanguage } from './resume-languages.ts';

/** What a value is; the same thing has one label in whatever section it stands. */
export type LabelledThing =
  | 'person'
  | 'title'
  | 'email'
  | 'phone'
  | 'web'
  | 'street'
  | 'postalCode'
  | 'city'
  | 'region'
  | 'country'
  | 'network'
  | 'userName'
  | 'profile'
  | 'employer'
  | 'position'
  | 'place'
  | 'period'
  | 'begin'
  | 'end'
  | 'date'
  | 'aboutEmployer'
  | 'summary'
  | 'highlight'
  | 'institution'
  | 'degree'
  | 'field'
  | 'grade'
  | 'course'
  | 'skill'
  | 'level'
  | 'keyword'
  | 'keywords'
  | 'language'
  | 'certificate'
  | 'issuer'
  | 'project'
  | 'role'
  | 'client'
  | 'kind'
  | 'work'
  | 'publisher'
  | 'award'
  | 'organisation'
  | 'interest'
  | 'referee'
  | 'reference';

type Labels = Readonly<Record<LabelledThing, readonly string[]>>;

const labels = (rows: string): Labels =>
  Object.fromEntries(
    rows
      .trim()
      .split(';')
      .map((line) => {
        const [thing, words] = line.split('=') as [string, string];
        return [thing.trim(), words.split('|').map((word) => word.trim())];
      }),
  ) as unknown as Labels;

export const fieldLabels: Readonly<Record<ResumeLanguage, Labels>> = {
  en: labels(`
    person = Name | Full name; title = Professional title; email = E-mail | Email | E-mail address;
    phone = Phone | Telephone | Mobile; web = Web | Website | Homepage | URL; street = Street | Street address;
    postalCode = Postal code | Postcode | ZIP code; city = City | Town; region = Region | State | Province;
    country = Country; network = Network; userName = User name | Username; profile = Profile address;
    employer = Employer | Company | Company name; position = Position | Job title | Designation;
    place = Place | Location; period = Period | Duration; begin = From | Start date; end = To | Until | End date;
    date = Date; aboutEmployer = About the employer | About the company | Company description;
    summary = Description | Summary; highlight = Highlight; institution = Institution | University | School;
    degree = Degree | Qualification; field = Field of study | Major; grade = Grade | GPA; course = Course; skill = Skill;
    level = Level; keyword = Keyword; keywords = Keywords | Technologies; language = Language; certificate = Certificate; issuer = Issuer | Issued by;
    project = Project | Project name; role = Role; client = Client; kind = Kind; work = Title;
    publisher = Publisher | Journal; award = Award; organisation = Organisation | Organization; interest = Interest;
    referee = Referee; reference = Reference`),
  de: labels(`
    person = Name; title = Berufsbezeichnung; email = E-Mail | E-Mail-Adresse; phone = Telefon | Mobil;
    web = Web | Webseite | Homepage; street = Straße; postalCode = PLZ | Postleitzahl; city = Stadt | Wohnort;
    region = Region | Bundesland; country = Land; network = Netzwerk; userName = Benutzername; profile = Profiladresse;
    employer = Arbeitgeber | Unternehmen | Firma; position = Position | Stelle | Funktion; place = Ort | Standort;
    period = Zeitraum; begin = Von | Beginn; end = Bis | Ende; date = Datum;
    aboutEmployer = Über das Unternehmen | Zum Unternehmen; summary = Beschreibung; highlight = Schwerpunkt;
    institution = Einrichtung | Hochschule; degree = Abschluss; field = Fachrichtung | Studiengang;
    grade = Note | Abschlussnote; course = Kurs; skill = Kenntnis; level = Niveau; keyword = Stichwort; keywords = Stichwörter | Technologien;
    language = Sprache; certificate = Zertifikat; issuer = Aussteller; project = Projekt; role = Rolle;
    client = Auftraggeber; kind = Art; work = Titel; publisher = Verlag; award = Auszeichnung;
    organisation = Organisation; interest = Interesse; referee = Referenzgeber; reference = Referenz`),
  fr: labels(`
    person = Nom; title = Titre professionnel; email = E-mail | Courriel; phone = Téléphone; web = Site web | Site;
    street = Rue; postalCode = Code postal; city = Ville; region = Région; country = Pays; network = Réseau;
    userName = Identifiant; profile = Adresse du profil; employer = Employeur | Entreprise | Société;
    position = Poste | Fonction; place = Lieu; period = Période; begin = Du | Début; end = Au | Fin; date = Date;
    aboutEmployer = À propos de l'entreprise; summary = Description; highlight = Point fort; institution = Établissement;
    degree = Diplôme; field = Spécialité; grade = Note | Mention; course = Cours; skill = Compétence; level = Niveau;
    keyword = Mot clé; keywords = Mots clés | Technologies; language = Langue; certificate = Certification; issuer = Organisme; project = Projet; role = Rôle;
    client = Client; kind = Type; work = Titre; publisher = Éditeur; award = Prix; organisation = Organisation;
    interest = Intérêt; referee = Référent; reference = Référence`),
  es: labels(`
    person = Nombre; title = Título profesional; email = Correo electrónico; phone = Teléfono; web = Web | Sitio web;
    street = Calle; postalCode = Código postal; city = Ciudad; region = Región | Provincia; country = País;
    network = Red; userName = Usuario; profile = Dirección del perfil; employer = Empresa; position = Puesto | Cargo;
    place = Lugar; period = Periodo | Período; begin = Desde; end = Hasta; date = Fecha;
    aboutEmployer = Sobre la empresa; summary = Descripción; highlight = Logro; institution = Institución;
    degree = Título; field = Especialidad; grade = Nota; course = Curso; skill = Competencia; level = Nivel;
    keyword = Palabra clave; keywords = Palabras clave | Tecnologías; language = Idioma; certificate = Certificado; issuer = Entidad emisora; project = Proyecto;
    role = Función; client = Cliente; kind = Tipo; work = Obra; publisher = Editorial; award = Premio;
    organisation = Organización; interest = Interés; referee = Persona de referencia; reference = Referencia`),
  it: labels(`
    person = Nome; title = Titolo professionale; email = E-mail; phone = Telefono; web = Sito web; street = Via;
    postalCode = CAP; city = Città; region = Regione; country = Paese; network = Rete; userName = Nome utente;
    profile = Indirizzo del profilo; employer = Datore di lavoro | Azienda; position = Posizione | Mansione;
    place = Luogo | Sede; period = Periodo; begin = Dal; end = Al; date = Data; aboutEmployer = L'azienda;
    summary = Descrizione; highlight = Risultato; institution = Istituto; degree = Titolo di studio | Diploma;
    field = Indirizzo di studi; grade = Voto | Votazione; course = Corso; skill = Competenza; level = Livello;
    keyword = Parola chiave; keywords = Parole chiave | Tecnologie; language = Lingua; certificate = Certificazione; issuer = Ente; project = Progetto;
    role = Ruolo; client = Committente; kind = Tipo; work = Titolo; publisher = Editore; award = Premio;
    organisation = Organizzazione; interest = Interesse; referee = Referente; reference = Referenza`),
  pt: labels(`
    person = Nome; title = Título profissional; email = E-mail; phone = Telefone | Telemóvel; web = Sítio web;
    street = Rua; postalCode = Código postal; city = Cidade; region = Região | Estado; country = País; network = Rede;
    userName = Utilizador; profile = Endereço do perfil; employer = Empresa | Empregador; position = Cargo;
    place = Local; period = Período; begin = De; end = Até; date = Data; aboutEmployer = Sobre a empresa;
    summary = Descrição; highlight = Destaque; institution = Instituição; degree = Grau; field = Área de estudo;
    grade = Nota; course = Disciplina; skill = Competência; level = Nível; keyword = Palavra-chave; keywords = Palavras-chave | Tecnologias; language = Língua;
    certificate = Certificado; issuer = Entidade emissora; project = Projeto; role = Função; client = Cliente;
    kind = Tipo; work = Título; publisher = Editora; award = Prémio; organisation = Organização; interest = Interesse;
    referee = Referente; reference = Referência`),
  nl: labels(`
    person = Naam; title = Beroepstitel; email = E-mail; phone = Telefoon; web = Website; street = Straat;
    postalCode = Postcode; city = Stad | Woonplaats; region = Regio; country = Land; network = Netwerk;
    userName = Gebruikersnaam; profile = Profieladres; employer = Werkgever | Bedrijf; position = Functie;
    place = Plaats; period = Periode; begin = Van; end = Tot; date = Datum; aboutEmployer = Over het bedrijf;
    summary = Omschrijving; highlight = Resultaat; institution = Instelling; degree = Diploma; field = Studierichting;
    grade = Cijfer; course = Vak; skill = Vaardigheid; level = Niveau; keyword = Trefwoord; keywords = Trefwoorden | Technologieën; language = Taal;
    certificate = Certificaat; issuer = Uitgever; project = Project; role = Rol; client = Opdrachtgever; kind = Soort;
    work = Titel; publisher = Uitgeverij; award = Prijs; organisation = Organisatie; interest = Interesse;
    referee = Referent; reference = Referentie`),
  pl: labels(`
    person = Imię i nazwisko; title = Tytuł zawodowy; email = E-mail; phone = Telefon; web = Strona internetowa;
    street = Ulica; postalCode = Kod pocztowy; city = Miasto; region = Województwo; country = Kraj; network = Sieć;
    userName = Nazwa użytkownika; profile = Adres profilu; employer = Pracodawca | Firma; position = Stanowisko;
    place = Miejsce; period = Okres; begin = Od; end = Do; date = Data; aboutEmployer = O firmie; summary = Opis;
    highlight = Osiągnięcie; institution = Uczelnia; degree = Stopień; field = Kierunek; grade = Ocena;
    course = Przedmiot; skill = Umiejętność; level = Poziom; keyword = Słowo kluczowe; keywords = Słowa kluczowe | Technologie; language = Język;
    certificate = Certyfikat; issuer = Wystawca; project = Projekt; role = Rola; client = Zleceniodawca; kind = Rodzaj;
    work = Tytuł; publisher = Wydawca; award = Nagroda; organisation = Organizacja; interest = Zainteresowanie;
    referee = Osoba polecająca; reference = Referencja`),
};

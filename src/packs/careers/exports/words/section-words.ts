// Titles of sections as they are printed; each is one that `locales/section-titles.ts` knows.

import type { ResumeLanguage } from '../../locales/resume-languages.ts';

export type PrintedSection =
  | 'contact'
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
  | 'references';

const row = (titles: string): Record<PrintedSection, string> => {
  const words = titles.split('|').map((title) => title.trim());
  return {
    contact: words[0]!,
    summary: words[1]!,
    work: words[2]!,
    education: words[3]!,
    skills: words[4]!,
    languages: words[5]!,
    certificates: words[6]!,
    projects: words[7]!,
    publications: words[8]!,
    awards: words[9]!,
    volunteer: words[10]!,
    interests: words[11]!,
    references: words[12]!,
  };
};

export const sectionWords: Readonly<Record<ResumeLanguage, Readonly<Record<PrintedSection, string>>>> = {
  en: row(
    'Contact | Profile | Experience | Education | Skills | Languages | Certifications | Projects | Publications | Awards | Volunteering | Interests | References',
  ),
  de: row(
    'Kontakt | Profil | Berufserfahrung | Ausbildung | Kenntnisse | Sprachen | Zertifikate | Projekte | Publikationen | Auszeichnungen | Ehrenamt | Interessen | Referenzen',
  ),
  fr: row(
    "Coordonnées | Profil | Expérience professionnelle | Formation | Compétences | Langues | Certifications | Projets | Publications | Prix et distinctions | Bénévolat | Centres d'intérêt | Références",
  ),
  es: row(
    'Contacto | Perfil | Experiencia profesional | Formación académica | Competencias | Idiomas | Certificaciones | Proyectos | Publicaciones | Premios | Voluntariado | Intereses | Referencias',
  ),
  it: row(
    'Contatti | Profilo | Esperienza professionale | Istruzione | Competenze | Lingue | Certificazioni | Progetti | Pubblicazioni | Riconoscimenti | Volontariato | Interessi | Referenze',
  ),
  pt: row(
    'Contactos | Perfil profissional | Experiência profissional | Educação | Competências | Línguas | Certificações | Projetos | Publicações | Prémios | Voluntariado | Interesses | Referências',
  ),
  nl: row(
    'Contactgegevens | Profiel | Werkervaring | Opleiding | Vaardigheden | Talen | Certificaten | Projecten | Publicaties | Prijzen | Vrijwilligerswerk | Interesses | Referenties',
  ),
  pl: row(
    'Dane kontaktowe | Profil zawodowy | Doświadczenie zawodowe | Wykształcenie | Umiejętności | Języki | Certyfikaty | Projekty | Publikacje | Nagrody | Wolontariat | Zainteresowania | Referencje',
  ),
};

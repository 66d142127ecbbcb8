// French résumés.
import { listOf, type ResumeWords, tradeOf } from './resume-words.ts';

export const FR: ResumeWords = {
  months: listOf('janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'),
  shortMonths: listOf('janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.'),
  present: listOf("aujourd'hui|présent|à ce jour"),
  sections: {
    summary: listOf('Profil|À propos|Profil professionnel'),
    work: listOf('Expérience professionnelle|Expériences professionnelles|Parcours professionnel'),
    education: listOf('Formation|Formation académique|Études'),
    skills: listOf('Compétences|Compétences clés'),
    languages: listOf('Langues|Compétences linguistiques'),
    certificates: listOf('Certifications|Certificats'),
    projects: listOf('Projets'),
    publications: listOf('Publications'),
    awards: listOf('Distinctions|Prix et distinctions'),
    volunteer: listOf('Bénévolat'),
    interests: listOf("Centres d'intérêt|Loisirs"),
    references: listOf('Références'),
    contact: listOf('Contact|Coordonnées'),
    profiles: listOf('Liens'),
  },
  labels: {
    phone: 'Téléphone',
    email: 'E-mail',
    address: 'Adresse',
    web: 'Site',
    name: 'Nom',
    curriculum: 'Curriculum vitæ',
    page: 'Page {n} sur {of}',
    to: 'à',
    since: 'depuis',
    in: 'en',
    dates: 'Dates',
    position: 'Fonction',
    employer: 'Employeur',
    place: 'Lieu',
    activities: 'Activités principales',
    qualification: 'Diplôme',
    institution: 'Établissement',
    area: 'Spécialité',
    born: 'Date de naissance',
    nationality: 'Nationalité',
  },
  spoken: {
    en: 'Anglais',
    de: 'Allemand',
    fr: 'Français',
    es: 'Espagnol',
    it: 'Italien',
    pt: 'Portugais',
    nl: 'Néerlandais',
    pl: 'Polonais',
    ru: 'Russe',
    ar: 'Arabe',
    tr: 'Turc',
    zh: 'Chinois',
  },
  fluency: {
    native: listOf('langue maternelle|Langue maternelle'),
    C1: listOf('courant|C1'),
    B2: listOf('B2|avancé'),
    B1: listOf('B1|intermédiaire'),
    A2: listOf('A2|notions'),
  },
  degrees: {
    school: listOf('Baccalauréat'),
    vocational: listOf('BTS|CAP'),
    bachelor: listOf('Licence|Licence professionnelle'),
    master: listOf("Master|Master 2|Diplôme d'ingénieur"),
    doctorate: listOf('Doctorat'),
  },
  schools: {
    school: listOf('Lycée Victor Hugo|Lycée de {city}'),
    vocational: listOf('Lycée professionnel de {city}'),
    bachelor: listOf('Université de {city}|IUT de {city}'),
    master: listOf('Université de {city}|INSA {city}'),
    doctorate: listOf('Université de {city}'),
  },
  employers: {
    firm: listOf('{root} SA|{root} SAS|Groupe {root}|{root} SARL'),
    hospital: listOf('CHU de {city}|Clinique {root}|Hôpital Saint-Luc {city}'),
    school: listOf('Collège {root}|Lycée de {city}'),
    kitchen: listOf('Restaurant {root}|Hôtel {root} {city}|Brasserie {root}'),
    university: listOf('Université de {city}|Institut {root}'),
  },
  about: listOf(
    'Entreprise familiale de {n} salariés|Prestataire de services pour le secteur public|Leader de sa région|Filiale d’un groupe international',
  ),
  summaries: listOf(
    `{title}, {years} ans d'expérience en {skill} et {other}.|Plus de {years} ans de pratique, surtout en {skill}.|
    Rigueur et curiosité, {years} ans de métier, à l'aise en {skill} et {other}.`,
  ),
  closings: listOf(
    `Aime travailler en équipe et garde son calme sous pression.|Recherche un poste avec davantage de responsabilités.|
    Reconnu pour un travail soigné et des délais tenus.|Transmet volontiers son savoir aux nouveaux collègues.`,
  ),
  achievements: listOf(
    `Réduction des coûts de {p} % en un an|Formation de {n} nouveaux collègues|
    Mise en place d'une procédure qui économise {n} heures par semaine|Hausse de la satisfaction des clients de {p} %|
    Remplacement du chef de service pendant ses absences|Gestion d'un budget de {n} millions d'euros`,
  ),
  grade: 'Moyenne : 15,{n}',
  courses: listOf(
    'Gestion de projet|Droit des affaires|Statistiques|Rédaction scientifique|Sécurité au travail|Éthique',
  ),
  skillGroups: ['Méthodes', 'Outils', 'Autres'],
  certificates: listOf('Sauveteur secouriste du travail|Permis B|Habilitation électrique|Formateur occasionnel'),
  awards: [
    ["Prix de l'innovation", 'Chambre de commerce'],
    ["Collaborateur de l'année", 'Groupement régional des entreprises'],
    ["Bourse d'excellence", 'Fondation Hollins'],
  ],
  volunteer: [
    ['Croix-Rouge', 'Secouriste', 'Secours lors de {n} manifestations par an'],
    ['Banque alimentaire', 'Chauffeur', 'Collecte et distribution de denrées chaque samedi'],
    ['Club de jeunes', 'Entraîneur', "Entraînement d'une équipe de {n} enfants"],
  ],
  interests: listOf('Randonnée|Photographie|Échecs|Cuisine|Cyclisme|Chant choral|Jardinage|Course de fond'),
  references: listOf('Sur demande|Une personne fiable que je réembaucherais sans hésiter.'),
  trades: {
    software: tradeOf(
      'Développeur junior|Développeur web|Ingénieur logiciel|Responsable développement',
      'Informatique',
      `Développement et maintenance d'applications web pour {n} clients|Passage d'un monolithe aux services, {p} % de temps de réponse en moins|
      Relecture de code et encadrement de {n} développeurs débutants|Mise en place de tests automatiques et du déploiement continu|
      Conception des interfaces entre la facturation et l'entrepôt`,
      'Architecture logicielle|Tests unitaires|Revue de code|Méthodes agiles|Développement web|Conception de bases de données',
    ),
    data: tradeOf(
      'Analyste de données|Data scientist et analyste|Analyste senior|Responsable données',
      'Statistiques',
      `Tableaux de bord utilisés chaque jour par {n} responsables|Prévision de la demande avec {p} % d'erreur en moins|
      Nettoyage et rapprochement de données de {n} sources|Présentation des résultats à des publics non techniques|
      Analyse d'essais sur les prix`,
      'Analyse de données|Apprentissage automatique|Visualisation de données|Statistiques|Prévision|Qualité des données',
    ),
    mechanical: tradeOf(
      'Technicien bureau d’études|Ingénieur mécanique|Ingénieur développement|Responsable bureau d’études',
      'Génie mécanique',
      `Conception de corps de pompe et réalisation de {n} liasses de plans|Calcul de charges et simulation de l'usure|
      Conduite d'essais avec {n} techniciens|Économie de {p} % de matière grâce à une nouvelle pièce|
      Mise au point des tolérances avec les fournisseurs`,
      'Conception mécanique|Dessin technique|Éléments finis|Science des matériaux|Développement de produits|Gestion de la qualité',
    ),
    electrician: tradeOf(
      'Apprenti électricien|Technicien électricien|Électricien et technicien de chantier|Responsable de travaux électriques',
      'Électrotechnique',
      `Câblage de {n} logements et bureaux, du tableau à la prise|Recherche de pannes et remise en état de machines|
      Contrôle des installations et rédaction des rapports|Planification de {n} monteurs sur les chantiers|
      Raccordement de panneaux photovoltaïques au réseau`,
      'Installation électrique|Recherche de pannes|Maintenance préventive|Appareillage électrique|Photovoltaïque|Sécurité au travail',
    ),
    nurse: tradeOf(
      'Aide-soignante|Infirmière|Infirmière spécialisée|Responsable de soins infirmiers',
      'Soins infirmiers',
      `Soins à {n} patients par service en chirurgie|Administration des traitements et suivi du dossier|
      Pansements et contrôle des signes vitaux|Encadrement de {n} étudiants en stage|
      Conseil aux familles avant la sortie`,
      'Soins aux patients|Soins des plaies|Administration des médicaments|Surveillance des signes vitaux|Plan de soins|Hygiène hospitalière',
    ),
    accountant: tradeOf(
      'Assistante comptable|Comptable|Comptable générale|Responsable comptable',
      'Comptabilité et finance',
      `Clôtures mensuelles et annuelles de {n} sociétés|Saisie des factures et contrôle des paiements|
      Dépôt des déclarations fiscales dans les délais|Clôture mensuelle raccourcie de {n} jours|
      Rapprochement des comptes de {n} filiales`,
      'Comptabilité générale|Comptabilité fournisseurs|Déclarations fiscales|Bilans|Budget|Audit',
    ),
    sales: tradeOf(
      'Vendeur|Commercial|Responsable grands comptes|Directeur commercial',
      'Gestion',
      `Suivi de {n} grands comptes dans le nord du pays|Hausse du chiffre d'affaires de {p} % en deux ans|
      Négociation de contrats-cadres avec des distributeurs|Présentation de la gamme sur {n} salons|
      Reconquête d'anciens clients`,
      'Vente|Négociation|Gestion de grands comptes|Relation client|Prospection|Analyse de marché',
    ),
    marketing: tradeOf(
      'Assistante marketing|Chargée de marketing|Responsable marketing|Directrice marketing',
      'Communication',
      `Campagnes pour {n} gammes de produits|Rédaction de la lettre d'information et du site|
      Hausse de la fréquentation de {p} %|Pilotage de {n} agences et de leurs budgets|
      Organisation de conférences de presse et de portes ouvertes`,
      'Marketing de contenu|Référencement naturel|Réseaux sociaux|Rédaction|Gestion de marque|Organisation d’événements',
    ),
    teacher: tradeOf(
      'Enseignante stagiaire|Professeur de mathématiques|Enseignante titulaire|Responsable de département',
      "Sciences de l'éducation",
      `Cours de mathématiques et de physique à des classes de {n} élèves|Préparation au baccalauréat|
      Conseil aux parents et travail avec les assistants sociaux|Direction de la chorale de {n} voix|
      Élaboration du programme du premier cycle`,
      'Enseignement|Élaboration de programmes|Gestion de classe|Préparation de cours|Éducation spécialisée|Évaluation des élèves',
    ),
    chef: tradeOf(
      'Commis de cuisine employé|Chef de partie|Sous-chef|Chef de cuisine',
      'Hôtellerie-restauration',
      `Préparation de {n} couverts par soir|Tenue du poste des sauces et du plat du jour|
      Commande des produits et {p} % de pertes en moins|Formation de {n} apprentis|
      Menus de mariages et de banquets`,
      'Cuisine|Élaboration de menus|Hygiène alimentaire|Gestion de cuisine|Pâtisserie|Gestion des stocks',
    ),
    logistics: tradeOf(
      'Employé de magasin|Technicien logistique|Chef d’équipe logistique|Responsable logistique',
      'Logistique',
      `Préparation de {n} commandes par service|Conduite de chariots élévateurs|
      Planification des tournées de {n} camions|Baisse des erreurs de livraison de {p} %|Inventaire et recherche des écarts`,
      'Gestion d’entrepôt|Conduite de chariots|Planification des tournées|Gestion des stocks|Préparation de commandes|Chaîne logistique',
    ),
    research: tradeOf(
      'Assistant de recherche|Chercheur postdoctoral|Chercheur|Professeur associé',
      'Biologie',
      `Étude de la réparation des cellules, {n} publications|Obtention de financements pour {n} postes|
      Direction de {n} thèses|Cours et séminaires de première année|Gestion du plateau de microscopie`,
      'Biologie moléculaire|Culture cellulaire|Microscopie|Rédaction scientifique|Enseignement supérieur|Recherche de financements',
    ),
  },
};

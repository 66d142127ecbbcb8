// English résumés.
import { listOf, type ResumeWords, tradeOf } from './resume-words.ts';

export const EN: ResumeWords = {
  months: listOf('January|February|March|April|May|June|July|August|September|October|November|December'),
  shortMonths: listOf('Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'),
  present: listOf('present|Present|today|now|current'),
  sections: {
    summary: listOf('Summary|Profile|About me|Professional summary|Personal profile'),
    work: listOf('Experience|Work experience|Professional experience|Employment history|Employment'),
    education: listOf('Education|Education and training|Academic background'),
    skills: listOf('Skills|Key skills|Core competencies|Technical skills'),
    languages: listOf('Languages|Language skills'),
    certificates: listOf('Certifications|Certificates|Licenses and certifications'),
    projects: listOf('Projects|Selected projects'),
    publications: listOf('Publications|Selected publications'),
    awards: listOf('Awards|Honors and awards'),
    volunteer: listOf('Volunteering|Volunteer experience'),
    interests: listOf('Interests|Hobbies'),
    references: listOf('References'),
    contact: listOf('Contact|Contact details'),
    profiles: listOf('Links|Profiles'),
  },
  labels: {
    phone: 'Phone',
    email: 'E-mail',
    address: 'Address',
    web: 'Website',
    name: 'Name',
    curriculum: 'Curriculum Vitae',
    page: 'Page {n} of {of}',
    to: 'to',
    since: 'since',
    in: 'in',
    dates: 'Dates',
    position: 'Position',
    employer: 'Employer',
    place: 'Place',
    activities: 'Main activities',
    qualification: 'Qualification',
    institution: 'Institution',
    area: 'Field of study',
    born: 'Date of birth',
    nationality: 'Nationality',
  },
  spoken: {
    en: 'English',
    de: 'German',
    fr: 'French',
    es: 'Spanish',
    it: 'Italian',
    pt: 'Portuguese',
    nl: 'Dutch',
    pl: 'Polish',
    ru: 'Russian',
    ar: 'Arabic',
    tr: 'Turkish',
    zh: 'Chinese',
  },
  fluency: {
    native: listOf('Native|Native speaker|Mother tongue'),
    C1: listOf('Fluent|C1|Advanced'),
    B2: listOf('B2|Very good|Upper intermediate'),
    B1: listOf('B1|Intermediate'),
    A2: listOf('A2|Basic'),
  },
  degrees: {
    school: listOf('A-levels|High school diploma'),
    vocational: listOf('Apprenticeship|NVQ Level 3'),
    bachelor: listOf('BSc|Bachelor of Science|B.Sc.|Bachelor of Arts'),
    master: listOf('MSc|Master of Science|M.Sc.|Master of Arts'),
    doctorate: listOf('PhD|Ph.D.'),
  },
  schools: {
    school: listOf('{city} High School|St. Anselm School {city}'),
    vocational: listOf('{city} Technical College|{city} College'),
    bachelor: listOf('University of {city}|{city} State University|{city} Polytechnic'),
    master: listOf('University of {city}|{city} Institute of Technology'),
    doctorate: listOf('University of {city}|{city} Institute of Technology'),
  },
  employers: {
    firm: listOf('{root} Ltd|{root} Inc.|{root} Group|{root} Systems LLC|{root} & Sons Ltd'),
    hospital: listOf('{city} General Hospital|{root} Clinic|St. Luke Hospital {city}'),
    school: listOf('{city} Grammar School|{root} Academy|{city} Primary School'),
    kitchen: listOf('Restaurant {root}|{root} Hotel {city}|The {root} Kitchen'),
    university: listOf('University of {city}|{root} Institute|{city} Institute of Technology'),
  },
  about: listOf(
    'Family business with {n} employees|Service provider for public clients|Market leader in its region|Subsidiary of an international group',
  ),
  summaries: listOf(
    `{title} with {years} years of experience in {skill} and {other}.|Dedicated {title} who has worked with {skill} for {years} years.|
    Reliable {title}, at home in {skill} and {other}, with {years} years in the trade.`,
  ),
  closings: listOf(
    `Works well in teams and keeps a clear head under pressure.|Looking for a role with more responsibility in a growing organisation.|
    Known for careful work, plain words and deadlines that are kept.|Enjoys training new colleagues and improving the way things are done.`,
  ),
  achievements: listOf(
    `Reduced costs by {p} % within one year|Trained {n} new colleagues|Introduced a process that saves {n} hours a week|
    Raised customer satisfaction by {p} %|Deputised for the head of department during absences|Managed a budget of {n} million`,
  ),
  grade: 'GPA: 3.{n}/4.0',
  courses: listOf('Project management|Business law|Statistics|Academic writing|Occupational safety|Ethics'),
  skillGroups: ['Methods', 'Tools', 'Other'],
  certificates: listOf('First aid certificate|Driving licence category B|Health and safety training|Train the trainer'),
  awards: [
    ['Employee of the year', 'Chamber of Commerce'],
    ['Innovation award', 'Regional Business Association'],
    ['Scholarship for outstanding students', 'Hollins Foundation'],
  ],
  volunteer: [
    ['Red Cross', 'First aider', 'Cared for visitors at {n} public events a year'],
    ['Food Bank', 'Driver', 'Collected and handed out food every Saturday'],
    ['City Youth Club', 'Coach', 'Coached a team of {n} children'],
  ],
  interests: listOf('Hiking|Photography|Chess|Cooking|Cycling|Choir singing|Gardening|Long-distance running'),
  references: listOf('Available on request|A dependable colleague whom I would hire again at once.'),
  trades: {
    software: tradeOf(
      'Junior Software Developer|Software Developer|Senior Software Engineer|Lead Software Engineer',
      'Computer Science',
      `Built and maintained web applications for {n} customers|Moved a monolith to services and cut response times by {p} %|
      Reviewed code and mentored {n} junior developers|Set up automated tests and continuous deployment|
      Designed interfaces between the billing system and the warehouse`,
      'Software architecture|Unit testing|Code review|Agile methods|Web development|Database design',
    ),
    data: tradeOf(
      'Data Analyst|Data Scientist|Senior Data Scientist|Head of Data Science',
      'Statistics',
      `Built dashboards that {n} managers use every day|Forecast demand with an error that is {p} % lower|
      Cleaned and joined data from {n} sources|Explained results to people without a technical background|
      Ran experiments on prices and reported on them`,
      'Data analysis|Machine learning|Data visualization|Statistics|Forecasting|Data quality',
    ),
    mechanical: tradeOf(
      'Design Engineer|Mechanical Engineer|Senior Mechanical Engineer|Head of Engineering',
      'Mechanical Engineering',
      `Designed pump housings and drew up {n} sets of drawings|Calculated loads and ran simulations of wear|
      Led tests of prototypes with {n} technicians|Lowered material use by {p} % with a new casting|
      Agreed on tolerances with suppliers`,
      'Mechanical design|Technical drawing|Finite element analysis|Materials science|Product development|Quality management',
    ),
    electrician: tradeOf(
      'Apprentice Electrician|Electrician|Site Electrician|Master Electrician',
      'Electrical Engineering',
      `Wired {n} flats and offices from the distribution board to the socket|Found and repaired faults in machines|
      Tested installations and wrote the reports|Planned the work of {n} fitters on building sites|
      Connected photovoltaic systems to the grid`,
      'Electrical installation|Fault finding|Preventive maintenance|Switchgear|Photovoltaics|Occupational safety',
    ),
    nurse: tradeOf(
      'Nursing Assistant|Registered Nurse|Senior Nurse|Ward Manager',
      'Nursing',
      `Cared for up to {n} patients a shift on a surgical ward|Gave medication and documented the course of treatment|
      Dressed wounds and checked vital signs|Instructed {n} students during their placements|
      Talked relatives through the weeks after discharge`,
      'Patient care|Wound care|Medication administration|Vital signs monitoring|Care planning|Infection control',
    ),
    accountant: tradeOf(
      'Accounting Clerk|Accountant|Senior Accountant|Head of Accounting',
      'Accounting and Finance',
      `Prepared monthly and annual accounts for {n} companies|Posted incoming invoices and checked payments|
      Filed tax returns on time and answered auditors|Shortened the monthly close by {n} days|
      Reconciled accounts with {n} subsidiaries`,
      'Financial accounting|Accounts payable|Tax returns|Financial statements|Budgeting|Auditing',
    ),
    sales: tradeOf(
      'Sales Assistant|Sales Representative|Account Manager|Head of Sales',
      'Business Administration',
      `Looked after {n} key accounts in the north of the country|Raised turnover by {p} % in two years|
      Negotiated framework contracts with retailers|Presented the range at {n} trade fairs|
      Won back customers who had left`,
      'Sales|Negotiation|Key account management|Customer relationship management|Lead generation|Market analysis',
    ),
    marketing: tradeOf(
      'Marketing Assistant|Marketing Specialist|Marketing Manager|Head of Marketing',
      'Communication Science',
      `Planned campaigns for {n} product lines|Wrote texts for the newsletter and the web site|
      Raised the number of visitors by {p} %|Steered {n} agencies and their budgets|
      Organised press events and open days`,
      'Content marketing|Search engine optimization|Social media marketing|Copywriting|Brand management|Event management',
    ),
    teacher: tradeOf(
      'Student Teacher|Mathematics Teacher|Senior Teacher|Head of Department',
      'Education',
      `Taught mathematics and physics to classes of {n} pupils|Prepared pupils for final examinations|
      Advised parents and worked with social workers|Ran the school choir with {n} singers|
      Drew up the curriculum for the lower years`,
      'Teaching|Curriculum development|Classroom management|Lesson planning|Special education|Student assessment',
    ),
    chef: tradeOf(
      'Commis Chef|Chef de Partie|Sous Chef|Head Chef',
      'Hospitality Management',
      `Cooked for up to {n} guests an evening|Ran the sauce station and the menu of the day|
      Ordered goods and cut waste by {p} %|Trained {n} apprentices|Drew up menus for weddings and banquets`,
      'Cooking|Menu planning|Food safety|Kitchen management|Pastry making|Inventory management',
    ),
    logistics: tradeOf(
      'Warehouse Worker|Warehouse Clerk|Shift Leader Logistics|Logistics Manager',
      'Logistics',
      `Picked and packed {n} orders a shift|Drove forklift trucks and reach trucks|
      Planned routes for {n} lorries|Cut wrong deliveries by {p} %|Took stock twice a year and cleared up differences`,
      'Warehouse management|Forklift operation|Route planning|Inventory management|Order picking|Supply chain management',
    ),
    research: tradeOf(
      'Research Assistant|Postdoctoral Researcher|Senior Researcher|Associate Professor',
      'Biology',
      `Studied how cells repair damage and published {n} papers|Raised grants for {n} positions|
      Supervised {n} doctoral students|Gave lectures and seminars for first-year students|
      Ran the microscopy facility of the department`,
      'Molecular biology|Cell culture|Microscopy|Scientific writing|Academic teaching|Grant writing',
    ),
  },
};

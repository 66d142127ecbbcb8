// What does not change with the language: tools of a trade, who employs it, how far its people studied, exams of the field.
import type { EmployerKind, ResumeDegree, TradeId } from './words/resume-words.ts';

export interface Trade {
  tools: readonly string[];
  employers: EmployerKind;
  /** From the usual to the rare. */
  degrees: readonly ResumeDegree[];
  certificates: readonly (readonly [name: string, issuer: string])[];
}

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

export const TRADE_FACTS: Readonly<Record<TradeId, Trade>> = {
  software: {
    tools: list(
      'TypeScript, React, Node.js, PostgreSQL, Docker, Kubernetes, Java, Python, Git, AWS, Terraform, GraphQL',
    ),
    employers: 'firm',
    degrees: ['bachelor', 'master', 'vocational'],
    certificates: [
      ['AWS Certified Solutions Architect', 'Amazon Web Services'],
      ['Certified Kubernetes Administrator', 'Linux Foundation'],
      ['Professional Scrum Master I', 'Scrum.org'],
    ],
  },
  data: {
    tools: list('Python, R, SQL, Power BI, Tableau, TensorFlow, pandas, Apache Spark, Airflow, Excel'),
    employers: 'firm',
    degrees: ['master', 'bachelor', 'doctorate'],
    certificates: [
      ['Microsoft Certified: Azure Data Scientist Associate', 'Microsoft'],
      ['Tableau Desktop Specialist', 'Tableau'],
    ],
  },
  mechanical: {
    tools: list('SolidWorks, AutoCAD, CATIA, ANSYS, Siemens NX, MATLAB, SAP, PTC Creo'),
    employers: 'firm',
    degrees: ['bachelor', 'master'],
    certificates: [
      ['Certified SolidWorks Professional', 'Dassault Systèmes'],
      ['Six Sigma Green Belt', 'ASQ'],
    ],
  },
  electrician: {
    tools: list('Siemens S7, TIA Portal, EPLAN, KNX, AutoCAD, SPS, Excel'),
    employers: 'firm',
    degrees: ['vocational', 'vocational', 'bachelor'],
    certificates: [['KNX Partner', 'KNX Association']],
  },
  nurse: {
    tools: list('SAP, Orbis, Microsoft Office, Excel, Epic'),
    employers: 'hospital',
    degrees: ['vocational', 'bachelor'],
    certificates: [
      ['Advanced Life Support', 'European Resuscitation Council'],
      ['Basic Life Support', 'American Heart Association'],
    ],
  },
  accountant: {
    tools: list('SAP FI, DATEV, Excel, QuickBooks, Oracle NetSuite, Sage, Power BI'),
    employers: 'firm',
    degrees: ['bachelor', 'vocational', 'master'],
    certificates: [
      ['ACCA', 'Association of Chartered Certified Accountants'],
      ['Certified Management Accountant', 'IMA'],
    ],
  },
  sales: {
    tools: list('Salesforce, HubSpot, SAP CRM, Excel, PowerPoint, Microsoft Dynamics'),
    employers: 'firm',
    degrees: ['vocational', 'bachelor', 'school'],
    certificates: [['Salesforce Certified Administrator', 'Salesforce']],
  },
  marketing: {
    tools: list('Google Analytics, Adobe Photoshop, InDesign, WordPress, Mailchimp, HubSpot, Canva, Google Ads'),
    employers: 'firm',
    degrees: ['bachelor', 'master'],
    certificates: [
      ['Google Ads Search Certification', 'Google'],
      ['Digital Marketing Certificate', 'HubSpot Academy'],
    ],
  },
  teacher: {
    tools: list('Moodle, GeoGebra, Microsoft Teams, PowerPoint, Excel'),
    employers: 'school',
    degrees: ['master', 'bachelor'],
    certificates: [['Cambridge CELTA', 'Cambridge Assessment English']],
  },
  chef: {
    tools: list('HACCP, Excel, Gastronovi, Microsoft Office'),
    employers: 'kitchen',
    degrees: ['vocational', 'school'],
    certificates: [['HACCP Level 3', 'Food Standards Institute']],
  },
  logistics: {
    tools: list('SAP WM, SAP, Excel, Microsoft Office, LogiPlus'),
    employers: 'firm',
    degrees: ['vocational', 'school', 'bachelor'],
    certificates: [['APICS CSCP', 'ASCM']],
  },
  research: {
    tools: list('R, Python, ImageJ, GraphPad Prism, MATLAB, LaTeX, FlowJo'),
    employers: 'university',
    degrees: ['doctorate', 'doctorate', 'master'],
    certificates: [['Good Clinical Practice', 'ICH']],
  },
};

export const ROOTS =
  list(`Norvika, Talbrück, Velmora, Kestrel, Ardenna, Brontis, Calvero, Dunmark, Elvanta, Fjordan, Galtera, Hexalon, Ilvero,
  Jorvan, Lumarix, Mirador, Nexhall, Orbisca, Pontara, Quandor, Rivesta, Solmark, Tervanto, Valtora, Wexholm, Altamar, Corvino`);

/** Papers are mostly written in English, whatever the résumé is written in. */
export const PAPERS: readonly string[] = [
  'Repair of double strand breaks in cultured hepatocytes',
  'A survey of staffing and outcomes in surgical wards',
  'Forecasting retail demand with sparse histories',
  'Wear of impeller vanes under abrasive load',
  'How pupils reason about fractions: a classroom study',
  'Light sheet imaging of zebrafish regeneration',
  'Liquidity of small suppliers in long payment chains',
  'Cold chain failures and their detection',
];
export const JOURNALS: readonly string[] = [
  'Journal of Cell Biology',
  'BMC Nursing',
  'International Journal of Forecasting',
  'Wear',
  'Development',
  'Proceedings of the 14th European Conference on Applied Systems',
];

// Human languages, certificates and licences. Form: ../parse-taxonomy.ts.

export const credentials = `
@ knowledge
Foreign languages | Fremdsprachen; langues étrangères; idiomas; language skills; Sprachkenntnisse; foreign language skills; languages^; multilingual; bilingual; mehrsprachig
@ human-language < Foreign languages
English | Englisch; anglais; inglés; business English; Wirtschaftsenglisch; Englischkenntnisse; English language; technical English; fluent English; anglais courant; verhandlungssicheres Englisch
German | Deutsch; allemand; alemán; Deutschkenntnisse; German language; business German; fluent German
French | Französisch; français; francés; Französischkenntnisse; French language
Spanish | Spanisch; espagnol; español; Spanischkenntnisse; Spanish language; castellano
Italian | Italienisch; italien; italiano; Italian language
Portuguese | Portugiesisch; portugais; portugués; português; Brazilian Portuguese
Dutch | Niederländisch; néerlandais; neerlandés; Nederlands; Holländisch; Flemish
Polish^ | Polnisch; polonais; polaco; Polish language; polski
Russian | Russisch; russe; ruso; Russian language; Russischkenntnisse
Ukrainian | Ukrainisch; ukrainien; ucraniano
Czech | Tschechisch; tchèque; checo
Slovak | Slowakisch; slovaque; eslovaco
Hungarian | Ungarisch; hongrois; húngaro
Romanian | Rumänisch; roumain; rumano
Bulgarian | Bulgarisch; bulgare; búlgaro
Greek | Griechisch; grec; griego; modern Greek
Turkish | Türkisch; turc; turco; Türkçe
Arabic | Arabisch; arabe; árabe
Hebrew | Hebräisch; hébreu; hebreo
Persian | Farsi; Persisch; persan; Dari
Kurdish | Kurdisch; kurde; Kurmanji
Hindi | Hindi language
Urdu | Urdu language
Bengali | Bangla; Bengalisch
Punjabi | Panjabi
Gujarati | Gujarati language
Marathi | Marathi language
Tamil | Tamilisch; tamoul
Telugu | Telugu language
Kannada | Kannada language
Malayalam | Malayalam language
Sinhala | Sinhalese
Nepali | Nepali language
Pashto | Paschtu
Chinese | Chinesisch; chinois; chino; Mandarin; Mandarin Chinese; Hochchinesisch
Cantonese | Kantonesisch; cantonais
Japanese | Japanisch; japonais; japonés
Korean | Koreanisch; coréen; coreano
Vietnamese | Vietnamesisch; vietnamien
Thai | Thailändisch; Thai language
Indonesian | Bahasa Indonesia; Indonesisch
Malay | Bahasa Melayu; Malaiisch
Tagalog | Filipino
Swedish | Schwedisch; suédois; sueco
Norwegian | Norwegisch; norvégien; noruego
Danish | Dänisch; danois; danés
Finnish | Finnisch; finnois; finlandés
Icelandic | Isländisch; islandais
Estonian | Estnisch; estonien
Latvian | Lettisch; letton
Lithuanian | Litauisch; lituanien
Croatian | Kroatisch; croate; croata
Serbian | Serbisch; serbe; serbio; Serbo-Croatian
Bosnian | Bosnisch; bosniaque
Slovenian | Slowenisch; slovène; Slovene
Macedonian | Mazedonisch; macédonien
Albanian | Albanisch; albanais; albanés
Georgian | Georgisch; géorgien
Armenian | Armenisch; arménien
Azerbaijani | Aserbaidschanisch; azéri
Kazakh | Kasachisch; kazakh language
Uzbek | Usbekisch; ouzbek
Mongolian | Mongolisch; mongol
Belarusian | Belarussisch; biélorusse
Irish^ | Gaelic; Irisch; Irish language
Welsh | Walisisch; gallois
Catalan | Katalanisch; catalan language; catalán
Basque | Baskisch; euskera
Galician | Galicisch; gallego
Maltese | Maltesisch; maltais
Luxembourgish | Luxemburgisch; luxembourgeois
Afrikaans | Afrikaans language
Swahili | Kiswahili; Suaheli
Zulu | isiZulu
Xhosa | isiXhosa
Yoruba | Yoruba language
Igbo | Igbo language
Hausa | Hausa language
Amharic | Amharisch; amharique
Somali | Somali language
Tigrinya | Tigrinisch
Haitian Creole | Kreolisch; créole haïtien
Latin^ | Latein; Latin language; Latinum
Ancient Greek | Altgriechisch; Graecum
Esperanto | Espéranto
Sign language | Gebärdensprache; langue des signes; American Sign Language; lengua de señas; ASL*; BSL; DGS*
Swiss German | Schweizerdeutsch; suisse allemand
@ activity < Foreign languages
Translation | Übersetzung; traduction; traducción; translating; Übersetzen; legal translation; technical translation; translations; document translation
Interpreting | Dolmetschen; interprétation; interpretación; simultaneous interpreting; consecutive interpreting; language interpretation; Simultandolmetschen
Localization | localisation of content; Lokalisierung; subtitling; Untertitelung; website localization; sous-titrage
Computer-assisted translation tools | SDL Trados; Trados; memoQ; CAT tools; Trados Studio; translation memory
@ certificate
ITIL Foundation | ITIL 4 Foundation; ITIL v3 Foundation; ITIL certification; ITIL certified | ~ ITIL .9
PMP* | PMP certification; Project Management Professional; PMP certified | ~ Project management .9
PRINCE2 | PRINCE2 Foundation; PRINCE2 Practitioner; PRINCE2 certification | ~ Project management .8, ~ PRINCE2 methodology .9
CAPM* | Certified Associate in Project Management | ~ Project management .8
IPMA certification | IPMA Level D; GPM-Zertifikat; IPMA Level C; IPMA | ~ Project management .8
Certified ScrumMaster | CSM*; Scrum Master; Professional Scrum Master; PSM I; Scrum Master certification; PSM* | ~ Scrum .9
Certified Scrum Product Owner | CSPO*; PSPO; Product Owner; Professional Scrum Product Owner | ~ Scrum .8
SAFe Agilist | SAFe certification; Leading SAFe; Certified SAFe Agilist; SAFe Program Consultant | ~ SAFe .9
Six Sigma Green Belt | Green Belt; Lean Six Sigma Green Belt; Yellow Belt; Six Sigma Yellow Belt | ~ Six Sigma .9
Six Sigma Black Belt | Black Belt; Lean Six Sigma Black Belt; Master Black Belt | ~ Six Sigma .9
AWS Certified Solutions Architect | AWS certification; AWS Solutions Architect; AWS Certified Cloud Practitioner; AWS certified; AWS Certified Developer; AWS certifications | ~ AWS .9
Azure certification | Microsoft Certified Azure Administrator; AZ-900; AZ-104; AZ-204; Azure Fundamentals; AZ-305; Azure certified | ~ Microsoft Azure .9
Google Cloud certification | Google Cloud certified; Professional Cloud Architect; GCP certification; Associate Cloud Engineer | ~ Google Cloud Platform .9
Certified Kubernetes Administrator | CKA*; CKAD | ~ Kubernetes .9
CISSP | Certified Information Systems Security Professional | ~ Information security .9
CISM | CISA; Certified Information Security Manager; Certified Information Systems Auditor | ~ Information security .8
CEH* | Certified Ethical Hacker; OSCP; Offensive Security Certified Professional; CEH certification | ~ Penetration testing .9
CompTIA Security+ | Security+; Security Plus; CompTIA CySA+ | ~ Information security .8
CompTIA A+ | CompTIA; A+ certification; A+ certified | ~ IT support .8
CompTIA Network+ | Network+; Network Plus | ~ Computer networks .8
CCNA | Cisco Certified Network Associate; CCENT | ~ Cisco .9
CCNP | CCIE; Cisco Certified Network Professional | ~ Cisco .9
MCSE | MCSA; MCP*; Microsoft Certified Systems Engineer; MCITP; Microsoft Certified Professional; MCTS; Microsoft Certified | ~ Windows Server .8
RHCSA | RHCE; Red Hat Certified Engineer; LPIC-1; LPIC; LPI certification; Red Hat Certified System Administrator | ~ Linux .9
Oracle certification | OCP*; Oracle Certified Professional; OCA*; Oracle Certified Associate; OCJP; SCJP; Oracle Certified Java Programmer; Sun Certified Java Programmer | ~ Oracle Database .7
ISTQB | ISTQB Foundation; ISTQB Certified Tester; CTFL; ISTQB certification; ISTQB Foundation Level; ISTQB certified | ~ Software testing .9
TOGAF | TOGAF certification; TOGAF 9; TOGAF certified; ArchiMate | ~ Enterprise Architect .5
CBAP | Certified Business Analysis Professional; CCBA; PMI-PBA; IREB; CPRE; IREB certification | ~ Business analysis .9
Salesforce certification | Salesforce Certified Administrator; Salesforce Administrator; Salesforce certified; Salesforce Platform Developer | ~ Salesforce .9
SAP certification | SAP certified; SAP Certified Associate; SAP-Zertifizierung | ~ SAP .9
Microsoft Office Specialist | MOS* ; Microsoft Office certification; MOS certification | ~ Microsoft Office .9
ECDL | ICDL; European Computer Driving Licence; Europäischer Computerführerschein | ~ Computer literacy .9
Google Analytics certification | Google Ads certification; Google Analytics Individual Qualification; Google certification; Google Ads certified; Google Analytics certified; HubSpot certification | ~ Digital marketing .7
CPA* | Certified Public Accountant; CPA license; Chartered Accountant; ACCA; ACA*; Wirtschaftsprüfer; expert-comptable | ~ Accounting .8
CMA* | Certified Management Accountant; CIMA | ~ Cost accounting .8
CFA* | Chartered Financial Analyst; CFA charter; CFA Level I; CFA Level II | ~ Investment management .8
CIA certification | Certified Internal Auditor | ~ Auditing .9
CFP* | Certified Financial Planner; CFP certification | ~ Financial planning .8
FRM* | Financial Risk Manager; PRM certification | ~ Financial risk management .9
Steuerberater | Steuerberaterexamen; Enrolled Agent; tax advisor qualification; Steuerfachwirt | ~ Taxation .9
Bilanzbuchhalter IHK | geprüfter Bilanzbuchhalter; Bilanzbuchhalter | ~ Financial statements .8
FINRA Series 7 | Series 7; Series 63; Series 66; Series 65; Series 7 license | ~ Trading .7
SHRM-CP | SHRM certification; SHRM-SCP; PHR certification; SPHR; CIPD; PHR*; Professional in Human Resources | ~ Human resources .8
CIPS certification | CPSM; CPIM; APICS; CSCP; APICS certification; CPIM certification | ~ Supply chain management .8
First aid certificate | first aid; Erste Hilfe; Ersthelfer; premiers secours; primeros auxilios; First Aid certified; Erste-Hilfe-Kurs; secourisme; Ersthelferschein; Sauveteur Secouriste du Travail; first-aid; Erste-Hilfe-Schein; CPR and first aid; first aid/CPR
CPR certification | CPR*; cardiopulmonary resuscitation; CPR certified; CPR/AED; Reanimation; CPR/First Aid; AED | ~ First aid certificate .8
BLS certification | BLS*; basic life support; BLS certified | ~ CPR certification .8
ACLS certification | ACLS; advanced cardiac life support; ACLS certified; ATLS | ~ BLS certification .7
PALS certification | PALS*; pediatric advanced life support; NRP certification | ~ Pediatrics .6
Certified Nursing Assistant | CNA*; nursing assistant; CNA certification; Pflegehelfer; auxiliaire de vie; aide-soignante | ~ Patient care .8
Certified Medical Assistant | CMA certification; RMA certification; medical assistant certification; Registered Medical Assistant | ~ Healthcare .6
EMT certification | EMT*; EMT-B; emergency medical technician; Rettungssanitäter; Notfallsanitäter; paramedic | ~ Emergency medicine .8
Pharmacy technician certification | CPhT; Certified Pharmacy Technician; PTCB | ~ Pharmacy .7
OSHA 10 | OSHA 30; OSHA 10-hour; OSHA certification; OSHA certified; OSHA 30-hour; OSHA 10 certification | ~ Occupational safety .8
NEBOSH | NEBOSH certificate; IOSH; Sicherheitsfachkraft; Fachkraft für Arbeitssicherheit; NEBOSH General Certificate; IOSH Managing Safely; Sicherheitsbeauftragter | ~ Occupational safety .8
ServSafe certification | food handler certificate; food handler card; Infektionsschutzbelehrung; Gesundheitszeugnis; ServSafe Food Handler; ServSafe certified; food hygiene certificate; Belehrung nach Infektionsschutzgesetz | ~ Food safety .9
LEED | LEED AP; LEED Green Associate; BREEAM; DGNB; LEED certification; green building; LEED accredited professional | ~ Sustainability .6
Welding certificate | Schweißschein; AWS welding certification; ISO 9606; certified welder; Schweißerprüfung; Schweißfachmann; 6G welding | ~ Welding .9
AdA-Schein | Ausbildereignung; Ausbilderschein; AEVO; Ausbildereignungsprüfung; Ausbildung der Ausbilder; Trainer certification | ~ Apprentice training .8
Meister certificate | Meisterbrief; Meisterprüfung; Industriemeister; Handwerksmeister; Kfz-Meister; Elektromeister; master craftsman | ~ Skilled trades .7
Staatsexamen | zweites Staatsexamen; bar admission; admitted to the bar; bar exam; Rechtsanwaltszulassung; Volljurist
Approbation* | medical licence; board certified; Facharzt; Facharztanerkennung; medical license; board certification | ~ Medicine .7
Teaching certificate | teacher certification; Lehramtsprüfung; teaching licence; CELTA; PGCE; QTS*; CELTA certification; teaching credential; teaching license; TESOL; DELTA certificate | ~ Teaching .8
TOEFL | IELTS; TOEIC; Cambridge Certificate; CAE*; Cambridge Advanced; Cambridge First Certificate; IELTS Academic; TOEFL iBT | ~ English .8
TestDaF | Goethe-Zertifikat; telc Deutsch; DSH*; DSD II; telc B2; Goethe-Zertifikat B2; telc | ~ German .8
DELF | DALF; DELF B2; TCF*; DALF C1 | ~ French .8
DELE | SIELE; DELE B2 | ~ Spanish .8
JLPT | HSK; HSK 4; JLPT N2; JLPT N1; TOPIK
ISO 9001 lead auditor | lead auditor; ISO 27001 Lead Auditor; ISO 27001 Lead Implementer; Qualitätsauditor; lead auditor certification | ~ Auditing of quality .8
Certified Data Protection Officer | Datenschutzbeauftragter; CIPP/E; data protection officer; CIPP; CIPM; délégué à la protection des données | ~ Data protection .8
Microsoft Power BI certification | PL-300; DA-100; Power BI Data Analyst Associate | ~ Power BI .9
Tableau certification | Tableau Desktop Specialist; Tableau certified | ~ Tableau .9
SAS certification | SAS Certified; SAS Base Programmer; SAS Certified Base Programmer | ~ SAS .9
Certified Fraud Examiner | CFE*; CAMS; ACAMS; CAMS certification | ~ Anti-money laundering .7
Personal trainer certification | Trainer-B-Lizenz; NASM; ACE certification; Fitnesstrainer-Lizenz; Trainer B-Lizenz; Übungsleiterschein; NASM certified; Fitnesstrainer B-Lizenz; C-Trainer-Lizenz | ~ Fitness instruction .8
Lifeguard certification | Rettungsschwimmer; lifeguard; BNSSA; DLRG; Rettungsschwimmabzeichen; DLRG Silber; lifeguard certified | ~ Rescue operations .6
Notary commission | commissioned notary; notary certification | ~ Notarial services .9
Typing certificate | typing certification | ~ Typing .9
@ licence
Driving licence class B | driver's license; driving licence; driver's licence; Führerschein; permis de conduire; Führerschein Klasse B; permis B; licencia de conducir; Klasse B; driving license; drivers license; Führerschein der Klasse B; carnet de conducir; PKW-Führerschein; valid driver's license; driver license; full driving licence; clean driving licence; Führerschein Klasse 3; carné de conducir; Führerscheinklasse B
Driving licence class C | CDL; commercial driver's license; Lkw-Führerschein; permis poids lourd; CE-Führerschein; HGV licence; Führerschein Klasse C; Führerschein Klasse CE; Klasse CE; CDL Class A; Class A CDL; permis C; C1E; Class B CDL; LGV licence; commercial driving license | ~ Truck driving .9
Driving licence class D | bus licence; Busführerschein; permis D; Führerschein Klasse D; PCV licence; Personenbeförderungsschein; P-Schein; taxi licence; passenger endorsement | ~ Bus driving .9
Motorcycle licence | Motorradführerschein; permis moto; motorcycle license; Führerschein Klasse A; permis A; Klasse A | ~ Driving licence class B .5
Tractor licence | Führerschein Klasse T; Klasse T; Führerschein Klasse L; tractor license | ~ Tractor driving .9
Forklift licence | Staplerschein; Gabelstaplerschein; CACES; forklift license; forklift certification; Flurförderzeugschein; forklift certified; Flurfördermittelschein; forklift operator certification; Gabelstaplerführerschein; carnet de carretillero; CACES 1; CACES 3; CACES 5 | ~ Forklift operation .9
Crane licence | Kranschein; crane operator certification; Kranführerschein; NCCCO; CACES grue; crane operator license | ~ Crane operation .9
ADR certificate | ADR-Schein; ADR licence; hazmat endorsement; Gefahrgutschein; ADR-Bescheinigung; Gefahrgutbeauftragter; hazmat certification | ~ Dangerous goods handling .9
Pilot licence | ATPL; PPL*; CPL*; commercial pilot license; private pilot license; pilot's license; Pilotenschein; licence de pilote; commercial pilot licence; private pilot licence | ~ Piloting aircraft .9
Drone licence | Drohnenführerschein; Part 107; remote pilot certificate; FAA Part 107; EU drone licence | ~ Drone operation .9
EASA Part-66 | A&P license; airframe and powerplant; EASA B1; EASA B2; EASA Part 66; aircraft maintenance licence; FAA A&P | ~ Aircraft maintenance .9
Boat licence | Sportbootführerschein; permis bateau; STCW; seaman's book; boating license; SBF See; SBF Binnen; captain's license; mariner's licence | ~ Ship operation .8
Nursing licence | registered nurse; RN license; examinierte Pflegefachkraft; NCLEX; RN*; LPN; examinierte Krankenschwester; diplôme d'État d'infirmier; NMC registration; licensed practical nurse; LVN; RN licensure; NCLEX-RN; Pflegefachkraft | ~ Nursing .9
Electrician licence | licensed electrician; journeyman electrician; habilitation électrique; master electrician; 18th Edition; electrician license; Elektrofachkraft für festgelegte Tätigkeiten | ~ Electrical work .9
Plumbing licence | licensed plumber; Gas Safe; journeyman plumber; Gas Safe registered; master plumber | ~ Plumbing .9
Real estate licence | real estate license; licensed realtor; carte professionnelle immobilière; 34c GewO; real estate broker license; realtor license | ~ Real estate .9
Insurance licence | insurance license; life and health license; property and casualty license; licensed insurance agent; P&C license; 34d GewO | ~ Insurance .9
Security guard licence | SIA licence; guard card; Sachkunde § 34a; carte professionnelle CNAPS; 34a GewO; SIA*; Sachkundeprüfung § 34a; Unterrichtung § 34a; SIA Door Supervisor | ~ Security guarding .9
Firearms licence | Waffenschein; concealed carry permit; Waffensachkunde; firearms license; gun license; Waffenbesitzkarte | ~ Self-defense .5
Hunting licence | Jagdschein; permis de chasse; hunting license | ~ Hunting .9
Fishing licence | Angelschein; fishing license; Fischereischein | ~ Fishing .8
CSCS card | CSCS*; CPCS card; construction skills card; SSSTS; SMSTS; CPCS; White Card | ~ Construction safety .8
Professional engineer licence | PE license; Chartered Engineer; licensed Professional Engineer; FE exam; Engineer in Training; EIT*; CEng; Fundamentals of Engineering | ~ Engineering .8
Architect licence | registered architect; licensed architect; Architektenkammer; RIBA; chartered architect; Eintragung in die Architektenliste | ~ Architecture of buildings .8
Cosmetology licence | cosmetology license; esthetician license; licensed cosmetologist; barber license; licensed esthetician | ~ Cosmetology .9
Security clearance | Sicherheitsüberprüfung; Top Secret clearance; habilitation défense; TS/SCI; Secret clearance; SC clearance; Ü2; DV clearance; TS/SCI clearance; active security clearance; Top Secret
Police clearance | polizeiliches Führungszeugnis; DBS check; background check; casier judiciaire vierge; enhanced DBS; criminal record check
Work permit | Arbeitserlaubnis; permis de travail; work visa; H-1B; US work authorization; permiso de trabajo; green card; right to work; work authorization; EU work permit; EAD*
Blaster licence | Sprengschein; explosives handling licence; pyrotechnics license; Feuerwerkerschein; Pyrotechniker
Aerial work platform licence | IPAF; cherry picker licence; scissor lift certification; Hubarbeitsbühnenschein; MEWP; aerial lift certification; PAL card; Bedienerausweis Hubarbeitsbühne | ~ Crane operation .5
Chainsaw licence | Motorsägenschein; Kettensägenschein; chainsaw certification; Motorsägenführerschein | ~ Forestry .7
Liquor licence | responsible service of alcohol; RSA certificate; TIPS certification; personal licence alcohol; TABC certification; RBS certification | ~ Bartending .7
`;

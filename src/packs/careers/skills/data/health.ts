// Healthcare, laboratory, pharmacy, veterinary and personal care. Form: ../parse-taxonomy.ts.

export const health = `
@ knowledge
Healthcare | health care; Gesundheitswesen; santé; atención sanitaria; medical care; health services; clinical practice
Nursing | Krankenpflege; soins infirmiers; enfermería; nursing care; Pflege; nursing practice; Gesundheits- und Krankenpflege; soins
Medicine | Medizin; médecine; medicina; Humanmedizin; general medicine; clinical medicine; medical knowledge
Laboratory work | laboratory techniques; Laborarbeit; lab techniques; travail de laboratoire; laboratory skills; lab work; laboratory experience; Labortechnik; wet lab
Pharmacy | Pharmazie; pharmacie; farmacia; pharmaceutical sciences; pharmaceuticals
Public health | öffentliche Gesundheit; santé publique; health promotion; Gesundheitsförderung; health education; salud pública
@ activity < Nursing
Patient care | Patientenversorgung; soins aux patients; atención al paciente; Patientenbetreuung; patient support; direct patient care; bedside care
Geriatric care | elderly care; Altenpflege; soins gériatriques; geriatrics; eldercare; Seniorenbetreuung; senior care; care of the elderly
Intensive care | critical care; Intensivpflege; soins intensifs; ICU; intensive care nursing
Pediatric nursing | Kinderkrankenpflege; paediatric nursing; neonatal care; NICU; Neonatologie
Surgical nursing | operating room nursing; OP-Pflege; perioperative nursing; scrub nursing; operating theatre
Psychiatric nursing | psychiatrische Pflege; mental health nursing
Palliative care | hospice care; Palliativpflege; soins palliatifs; end-of-life care
Home care | home health care; ambulante Pflege; soins à domicile; domiciliary care; häusliche Pflege; home nursing; community nursing
Wound care | Wundversorgung; wound management; soins des plaies; Wundmanagement; wound dressing
Medication administration | Medikamentengabe; administering medication; medication management; IV therapy; administration des médicaments; injections; intravenous therapy
Vital signs monitoring | vital signs; Vitalzeichenkontrolle; patient monitoring; measuring vital signs; blood pressure measurement
Care planning | Pflegeplanung; nursing care plans; plan de soins; Pflegedokumentation; care plans
Personal hygiene care | Grundpflege; basic care; aide à la toilette; bathing assistance; activities of daily living; personal care assistance
Phlebotomy | venipuncture; Blutentnahme; prélèvement sanguin; blood collection; drawing blood
Triage | patient triage; Ersteinschätzung
Infection control | Infektionsprävention; infection prevention; Hygienemanagement; Krankenhaushygiene; sterile technique; aseptic technique
Midwifery | obstetrics nursing; Geburtshilfe; Hebammenkunde; sage-femme; prenatal care; childbirth support; labor and delivery
Dementia care | Demenzbetreuung; Alzheimer's care
Catheterization | catheter care; ostomy care; tracheostomy care; ventilator management; Beatmung
Wheelchair transfers | patient transfer; patient lifting; Lagerung von Patienten; patient mobility; Mobilisation von Patienten
Disability care | disability support; Heilerziehungspflege; care of disabled people; Behindertenbetreuung
@ knowledge < Medicine
Anatomy | Anatomie; human anatomy; anatomie humaine; anatomy and physiology
Physiology | Physiologie; human physiology; pathophysiology; Pathophysiologie
Pathology | Pathologie; histopathology; histology; Histologie
Internal medicine | innere Medizin; médecine interne
Surgery | Chirurgie; surgical procedures; cirugía; general surgery; surgical skills; surgical assistance
Cardiology | Kardiologie; cardiologie; electrocardiography; ECG; EKG; cardiac care
Oncology | Onkologie; oncologie; cancer care; chemotherapy; radiation therapy; Strahlentherapie; radiotherapy
Pediatrics | paediatrics; Pädiatrie; pédiatrie; Kinderheilkunde
Gynecology | gynaecology; Gynäkologie; obstetrics; obstetrics and gynecology; OB/GYN
Neurology | Neurologie; neurologie clinique; stroke care
Psychiatry | Psychiatrie; psychiatrie clinique; mental health; psychische Gesundheit; santé mentale; behavioral health
Orthopedics | orthopaedics; Orthopädie; orthopédie; sports medicine; Sportmedizin
Dermatology | Dermatologie; skin care treatment; wound dermatology
Ophthalmology | Augenheilkunde; ophtalmologie; optometry; Optometrie
Anesthesiology | anaesthesia; Anästhesie; anesthésie; anesthesia; anaesthetics
Emergency medicine | Notfallmedizin; médecine d'urgence; emergency care; Rettungsdienst; paramedic skills; emergency medical services; EMT skills; Notfallversorgung; urgences
Radiology | Radiologie; medical imaging; radiography; Röntgen; MRI; X-ray; CT scanning; imagerie médicale; diagnostic imaging; computed tomography
Ultrasound diagnostics | sonography; Sonographie; échographie; ultrasound imaging; echocardiography
Dentistry | Zahnmedizin; dentisterie; odontología; dental care; dental hygiene; dental assisting; Zahnpflege; orthodontics; prophylaxis; Zahnmedizinische Assistenz; Kieferorthopädie
Dental technology | Zahntechnik; prothèse dentaire; dental prosthetics
Urology | nephrology; Urologie; Nephrologie; dialysis; Dialyse; hemodialysis
Gastroenterology | endoscopy; Gastroenterologie; Endoskopie
Endocrinology | diabetes care; Endokrinologie; diabetology; diabetes management
Pulmonology | respiratory therapy; Pneumologie; respiratory care; Atemtherapie
Epidemiology | Epidemiologie; épidémiologie; infectious diseases; disease surveillance
Family medicine | general practice; Allgemeinmedizin; primary care; médecine générale; family practice
Occupational medicine | occupational health; Arbeitsmedizin; médecine du travail
Medical diagnosis | clinical diagnosis; Diagnostik; diagnostic skills; physical examination; clinical assessment; patient assessment; taking medical history; Anamnese; patient evaluation
Medical terminology | medizinische Fachsprache; terminologie médicale
Alternative medicine | naturopathy; Naturheilkunde; homeopathy; acupuncture; traditional Chinese medicine; Heilpraktik; herbal medicine
Nutrition | Ernährungsberatung; dietetics; nutritional counseling; diététique; nutrición; nutrition science; Ernährungswissenschaft; diet planning; nutrition counselling; nutritionist skills; Diätetik
Prosthetics and orthotics | Orthopädietechnik; orthotics; hearing aid acoustics; Hörgeräteakustik; audiology
@ activity < Healthcare
Physiotherapy | physical therapy; Physiotherapie; kinésithérapie; fisioterapia; manual therapy; Krankengymnastik; manuelle Therapie
Occupational therapy | Ergotherapie; ergothérapie; terapia ocupacional
Speech therapy | speech-language pathology; Logopädie; orthophonie; logopedia; speech pathology
Rehabilitation | Reha*; réadaptation; medical rehabilitation; rehabilitación; patient rehabilitation
Massage therapy | massage; Massagetherapie; massothérapie; Lymphdrainage; lymphatic drainage
Psychotherapy | Psychotherapie; psychothérapie; cognitive behavioral therapy; CBT*; Verhaltenstherapie; behavioral therapy; group therapy
Art therapy | music therapy; Kunsttherapie; Musiktherapie; play therapy
First aid skills | Erste-Hilfe-Kenntnisse; administering first aid
Medical documentation | medizinische Dokumentation; clinical documentation; patient records; Patientenakten; medical records; charting; medical records management; health records
Medical coding | medical billing; ICD-10; ICD-10 coding; CPT coding; Kodierung von Diagnosen; DRG; medical claims
Medical transcription | Arztbriefschreibung; medical typing
Patient education | Patientenschulung; patient counseling; éducation thérapeutique; patient advocacy
Health administration | healthcare management; hospital administration; Gesundheitsmanagement; hospital management; practice management; Praxisorganisation; healthcare administration; Krankenhausmanagement
Patient scheduling | Terminvergabe; patient registration; patient reception; Patientenaufnahme; patient intake; appointment scheduling
Case management in care | care coordination; Fallmanagement; discharge planning; Entlassmanagement; utilization review
Telemedicine | telehealth; Telemedizin; eHealth; digital health
Sterilization of instruments | Sterilisation; Instrumentenaufbereitung; stérilisation; autoclave operation
Medical device operation | medical equipment; Medizinprodukte; medical devices; MPG*; MDR*; ISO 13485; medical device regulation; equipo médico
Patient transport | Krankentransport; ambulance driving; transport sanitaire; Patiententransport
Optical fitting | contact lens fitting; refraction testing
Vaccination | immunization; Impfung; immunizations; administering vaccines
Health and wellness coaching | wellness coaching; Gesundheitscoaching
Hygiene standards | hygiene; Hygienevorschriften; hygiène; hygiene regulations
@ tool < Healthcare
Epic EHR | Epic Systems; EpicCare; Epic software
Cerner | Oracle Health; Cerner Millennium; PowerChart
Electronic health records | EHR; EMR; electronic medical records; elektronische Patientenakte; EHR systems; EMR systems; dossier patient informatisé
Meditech | Allscripts; athenahealth; eClinicalWorks; NextGen Healthcare
Hospital information systems | KIS*; ORBIS; hospital information system; Krankenhausinformationssystem; i.s.h.med
HL7 | FHIR; HL7 FHIR; DICOM; PACS; health informatics; medical informatics; Medizininformatik
Dentrix | Eaglesoft; Dampsoft | ~ Dentistry .8
@ activity < Laboratory work
Chromatography | HPLC; gas chromatography; GC-MS; LC-MS; liquid chromatography; Chromatographie; GC/MS; FPLC
Spectroscopy | NMR; mass spectrometry; FTIR; UV-Vis; Massenspektrometrie; Spektroskopie; infrared spectroscopy; NMR spectroscopy; spectrophotometry
Microscopy | electron microscopy; SEM microscopy; fluorescence microscopy; Mikroskopie; confocal microscopy; TEM; light microscopy; AFM
PCR | qPCR; polymerase chain reaction; RT-PCR; real-time PCR
DNA sequencing | next-generation sequencing; NGS; gene sequencing; RNA-seq; Sanger sequencing
Gel electrophoresis | electrophoresis; SDS-PAGE; Western blot; Western blotting
ELISA* | immunoassays; immunohistochemistry; immunofluorescence
Flow cytometry | FACS; Durchflusszytometrie
Molecular cloning | gene cloning; plasmid preparation; CRISPR; gene editing; transfection
Protein purification | protein expression; protein chemistry
Titration | wet chemistry; sample preparation; Probenvorbereitung; nasschemische Analyse
Hematology | haematology; Hämatologie; blood analysis; clinical chemistry; blood banking; clinical laboratory science; MTLA*
Animal experiments | animal handling in labs; in vivo studies; mouse models; tierexperimentelles Arbeiten
In vitro assays | in vitro; assay development; bioassays; cell-based assays
Laboratory safety | Laborsicherheit; biosafety; chemical safety; GHS*
Good laboratory practice | GLP; gute Laborpraxis | ~ Good manufacturing practice .7
Laboratory information systems | LIMS; laboratory information management system; electronic lab notebook
Laboratory equipment calibration | pipetting; Pipettieren; laboratory equipment maintenance; lab equipment
Thermal analysis | DSC*; thermogravimetric analysis; X-ray diffraction; XRD; rheology
Fermentation | bioprocessing; bioreactors; Bioverfahrenstechnik; upstream processing; downstream processing
Veterinary medicine | Tiermedizin; médecine vétérinaire; veterinary care; veterinaria; veterinary nursing; Veterinärmedizin; animal health
@ knowledge < Pharmacy
Pharmacology | Pharmakologie; pharmacologie; pharmacokinetics; toxicology; Toxikologie; PK/PD
Dispensing medication | Medikamentenausgabe; prescription dispensing; compounding; délivrance de médicaments; prescription processing
Good manufacturing practice | GMP; cGMP; gute Herstellungspraxis; BPF*; GxP; good manufacturing practices
Good clinical practice | GCP guidelines; ICH-GCP; ICH guidelines; GCP/ICH
Clinical trials | clinical research; klinische Studien; essais cliniques; clinical studies; ensayos clínicos; clinical trial management; clinical study design; clinical monitoring
Drug development | drug discovery; Arzneimittelentwicklung; formulation development; medicinal chemistry; pharmaceutical development; Wirkstoffforschung
Regulatory affairs | Zulassung; drug registration; affaires réglementaires; regulatory submissions; FDA regulations; EMA regulations; Arzneimittelzulassung; regulatory compliance in pharma
Pharmacovigilance | drug safety; Pharmakovigilanz; pharmacovigilance reporting; adverse event reporting
Validation of processes | process validation; Prozessvalidierung; equipment qualification; IQ/OQ/PQ; computer system validation; Anlagenqualifizierung; 21 CFR Part 11; GAMP 5
Biotechnology | Biotechnologie; biotech; biopharmaceuticals; biotecnología
Medical writing | scientific writing; clinical study reports; wissenschaftliches Schreiben; publication writing
Medical affairs | medical science liaison; pharma sales; medical information; Pharmareferent
@ activity
Personal care and beauty | beauty services; Körperpflege; soins esthétiques
@ activity < Personal care and beauty
Hairdressing | hair styling; Friseurhandwerk; coiffure; haircutting; peluquería; barbering; hair coloring; hair cutting; Haarschnitt
Cosmetology | beauty treatments; Kosmetik; esthétique; estética; skin care; facials; skincare; Kosmetikbehandlungen
Makeup artistry | make-up; Make-up-Kunst; maquillage; make-up artistry
Manicure | pedicure; nail care; nail design; Nageldesign; Fußpflege; podiatry; Podologie
Waxing | hair removal; depilation; laser hair removal
Tattooing | body piercing; Tätowieren; permanent makeup
Spa treatments | wellness treatments; spa services; sauna; aromatherapy
Fitness instruction | personal training; Fitnesstraining; fitness coaching; group fitness; aerobics; strength training; entraînement sportif; Sportunterricht; Fitness*; exercise instruction
Yoga instruction | yoga; Pilates; meditation; mindfulness; Achtsamkeit
Sports coaching | athletic training; Trainertätigkeit; football coaching; swimming instruction; entraîneur sportif; ski instruction; Schwimmunterricht
`;

// Engineering of machines, electricity, buildings, processes and vehicles, and the tools of engineers. Form: ../parse-taxonomy.ts.

export const engineering = `
@ knowledge
Engineering | Ingenieurwesen; ingénierie; ingeniería; engineering principles
@ knowledge < Engineering
Mechanical engineering | Maschinenbau; génie mécanique; ingeniería mecánica; mechanical design; mechanics
Electrical engineering | Elektrotechnik; génie électrique; ingeniería eléctrica; electrical systems; electrical design
Electronics | Elektronik; electronic engineering; électronique; electrónica
Civil engineering | Bauingenieurwesen; génie civil; ingeniería civil
Chemical engineering | Chemieingenieurwesen; génie chimique; ingeniería química
Process engineering | Verfahrenstechnik; génie des procédés; process technology
Industrial engineering | Wirtschaftsingenieurwesen; génie industriel; ingeniería industrial
Systems engineering | Systems-Engineering; MBSE; model-based systems engineering; ingénierie système; system design
Automotive engineering | Fahrzeugtechnik; automotive technology; Automobiltechnik; vehicle engineering
Aerospace engineering | Luft- und Raumfahrttechnik; aeronautical engineering; aéronautique; aerospace
Biomedical engineering | Medizintechnik; medical engineering; génie biomédical; medical technology
Environmental engineering | Umwelttechnik; Umweltingenieurwesen; génie de l'environnement
Materials science | Werkstofftechnik; materials engineering; Werkstoffkunde; Materialwissenschaft; science des matériaux; metallurgy; Metallurgie
Mechatronics | Mechatronik; mécatronique
Automation engineering | automation technology; Automatisierungstechnik; industrial automation; factory automation; automatisation industrielle; automatización
Control engineering | control systems; Regelungstechnik; Steuerungstechnik; control theory; automatique; PID control; closed-loop control
Robotics | Robotik; robotique; industrial robots; robótica; robot technology
Energy engineering | Energietechnik; power engineering; génie énergétique; energy technology
Marine engineering | naval architecture; Schiffstechnik; Schiffbau; shipbuilding
Mining engineering | Bergbau; mining industry; génie minier
Petroleum engineering | drilling engineering; oil and gas; reservoir engineering; Erdöltechnik
Nuclear technology | Kerntechnik; reactor operation
Railway engineering | Eisenbahntechnik; rail engineering; railway signalling
Safety engineering | functional safety; funktionale Sicherheit; ISO 26262; IEC 61508; machine safety; Maschinensicherheit
Reliability engineering | Zuverlässigkeitstechnik; RAMS*
Manufacturing engineering | Fertigungstechnik; production engineering; Produktionstechnik; process planning; génie de fabrication
Packaging technology | Verpackungstechnik; packaging design; packaging engineering
Textile technology | Textiltechnik; textile engineering; textiles
@ knowledge < Mechanical engineering
Machine design | Konstruktion; mechanical construction; design engineering; Konstruktionstechnik; Maschinenkonstruktion; machine elements
Technical drawing | technical drawings; technisches Zeichnen; engineering drawings; dessin technique; blueprint reading; reading blueprints; blueprints; drafting^
Fluid mechanics | fluid dynamics; Strömungslehre; Strömungsmechanik; mécanique des fluides; aerodynamics; hydrodynamics
Hydraulics | Hydraulik; hydraulic systems; hydraulique
Pneumatics | Pneumatik; pneumatic systems; pneumatique
Structural analysis | stress analysis; Festigkeitslehre; strength of materials; Statik; static analysis of structures; structural mechanics
Finite element analysis | FEA; FEM; finite element method; Finite-Elemente-Methode
Computational fluid dynamics | CFD*; flow simulation
GD&T | geometric dimensioning and tolerancing; tolerance analysis; Form- und Lagetoleranzen
HVAC | heating ventilation and air conditioning; Klimatechnik; ventilation systems; HVAC systems; building services engineering; Gebäudetechnik
Refrigeration | Kältetechnik; refrigeration systems; cooling systems
Combustion engines | internal combustion engines; Verbrennungsmotoren; engine technology; diesel engines; diesel mechanics
Turbines | turbomachinery; gas turbines; steam turbines; Turbinen
Drive technology | powertrain; Antriebstechnik; gear design; transmissions
Injection mould design | mold design; Formenbau; tool design; Werkzeugbau; tool making
Plastics technology | Kunststofftechnik; plasturgie; plastics engineering
Noise and vibration | NVH; vibration testing
Product design engineering | design for manufacturing; DFM*; design for assembly; prototyping^; Prototypenbau
Piping design | piping and instrumentation; P&ID; Rohrleitungsbau; pipeline engineering
@ knowledge < Electrical engineering
Power systems | electrical power systems; power distribution; energy distribution; Energieverteilung; power grids; high voltage; Hochspannungstechnik
Power electronics | Leistungselektronik; inverters; électronique de puissance
Electric motors | electrical machines; electric drives; Elektromotoren; electric drive systems
Electrical wiring | wiring^; Elektroinstallation; electrical installation; Elektroinstallationen; installation électrique; instalaciones eléctricas
Switchgear | Schaltanlagen; Schaltschrankbau; control cabinets; switchboards
Electrical schematics | circuit diagrams; Schaltpläne; wiring diagrams; schémas électriques
Lighting technology | lighting design; Lichttechnik; stage lighting; Beleuchtungstechnik
Battery technology | batteries^; battery systems; Batterietechnik; energy storage
Electromagnetic compatibility | EMC*; EMV*; EMI/EMC
PLC programming | PLC*; programmable logic controllers; SPS*; SPS-Programmierung; programmable logic controller; PLCs | ~ Automation engineering .9
SCADA | HMI*; SCADA systems; process control systems; DCS*; Prozessleittechnik; distributed control systems
Instrumentation | measurement and control; Mess- und Regeltechnik; sensors; sensor technology; Sensorik; instrumentation engineering; MSR-Technik
Building automation | KNX; smart home; BMS*; Gebäudeautomation; building management systems
Fieldbus systems | Profibus; Profinet; Modbus; EtherCAT; CAN bus; fieldbus; OPC UA; CANopen
Electrical safety | VDE regulations; VDE 0100; Elektrofachkraft; electrical codes; National Electrical Code
@ knowledge < Electronics
Circuit design | electronic circuit design; Schaltungsentwicklung; analog design; analog electronics; digital electronics; Schaltungstechnik; hardware design
PCB design | printed circuit boards; PCB layout; Leiterplattenentwicklung; PCB*
Microcontrollers | microcontroller programming; Mikrocontroller; STM32; AVR; PIC microcontrollers; ARM Cortex
Microprocessors | computer architecture; Rechnerarchitektur; processor design; x86 architecture
FPGA | FPGA design; FPGA development; FPGAs
ASIC design | VLSI; chip design; IC design; semiconductor design; ASIC
Semiconductor technology | Halbleitertechnik; semiconductors; semiconductor manufacturing; photolithography; cleanroom; clean room
Signal processing | digital signal processing; DSP*; Signalverarbeitung; traitement du signal
RF engineering | radio frequency engineering; Hochfrequenztechnik; antenna design; RF design; microwave engineering; radar technology
Soldering | Löten; SMD soldering; brasage; soudure électronique; SMT*; brazing
Electronics troubleshooting | circuit testing; electronic repair; oscilloscopes; multimeters; oscilloscope; test and measurement equipment
Internet of things | IoT; IIoT; Internet der Dinge; internet des objets; smart devices; Industry 4.0; Industrie 4.0
Hardware-in-the-loop | HIL; HIL testing
Raspberry Pi | Arduino | ~ Embedded software .8
Consumer electronics repair | phone repair; appliance repair
Avionics | aircraft electronics; Avionik
Automotive software | automotive embedded systems; ADAS; automotive electronics; autonomous driving; autonomes Fahren
Electric vehicles | e-mobility; Elektromobilität; electromobility; mobilité électrique; charging infrastructure; hybrid vehicles; Hochvolttechnik
@ tool < Engineering
CAD | computer-aided design; CAD software; CAD/CAM; CAO*; 3D CAD; 2D CAD; CAD design; CAD-Konstruktion; computer aided design
AutoCAD | Autodesk AutoCAD; AutoCAD LT | < CAD
SolidWorks | Dassault SolidWorks; Solid Works | < CAD
CATIA | CATIA V5; 3DEXPERIENCE | < CAD
Siemens NX | Unigraphics; NX CAD | < CAD
Autodesk Inventor | Inventor^ | < CAD
Creo^ | PTC Creo; Pro/ENGINEER; ProEngineer; Creo Parametric | < CAD
Fusion 360 | Autodesk Fusion | < CAD
Solid Edge | | < CAD
MicroStation | Bentley MicroStation | < CAD
Rhino^ | Rhinoceros 3D; Rhino 3D; Grasshopper 3D | < CAD
EPLAN | EPLAN Electric P8; E3.series | ~ Electrical schematics .9
Altium Designer | Altium; KiCad; Eagle PCB; OrCAD; Cadence Allegro | ~ PCB design .9
Cadence Virtuoso | Synopsys; Mentor Graphics; Cadence tools | ~ ASIC design .8
SPICE simulation | LTspice; PSpice | ~ Circuit design .8
Xilinx Vivado | Vivado; Quartus; Xilinx; Altera | ~ FPGA .9
ANSYS | ANSYS Fluent; ANSYS Workbench | ~ Finite element analysis .9
Abaqus | Nastran; LS-DYNA; HyperMesh | ~ Finite element analysis .9
COMSOL | COMSOL Multiphysics | ~ Simulation .8
OpenFOAM | STAR-CCM+ | ~ Computational fluid dynamics .9
Simulink | | ~ MATLAB .9
Aspen Plus | Aspen HYSYS; HYSYS; AspenTech | ~ Process engineering .8
TIA Portal | Siemens TIA Portal; Step 7; SIMATIC; Siemens S7; S7 programming; Simatic S7 | ~ PLC programming .9
Allen-Bradley | RSLogix; Rockwell Automation; Studio 5000; ControlLogix | ~ PLC programming .9
CODESYS | TwinCAT; Beckhoff | ~ PLC programming .9
WinCC | Wonderware; Ignition SCADA; FactoryTalk | ~ SCADA .9
KUKA | ABB robots; FANUC robots; robot programming; Roboterprogrammierung | ~ Robotics .9
CANoe | CANalyzer; Vector CANoe; CAPL | ~ Automotive software .8
Teamcenter | Windchill; SAP PLM; Enovia | ~ Product lifecycle management .9
DOORS* | IBM DOORS; Polarion; Jama | ~ Requirements analysis .8
Enterprise Architect | Sparx Enterprise Architect; SysML; TOGAF framework; enterprise architecture | ~ Systems engineering .7
3D printing | additive manufacturing; 3D-Druck; impression 3D; additive Fertigung; rapid prototyping
Mathcad | Engineering Equation Solver
PVsyst | HOMER Pro | ~ Solar energy .9
ETAP | PowerFactory; DIgSILENT; PSS/E | ~ Power systems .9
@ knowledge < Energy engineering
Renewable energy | erneuerbare Energien; renewable energies; énergies renouvelables; energías renovables
Solar energy | photovoltaics; solar power; Photovoltaik; solar panels; photovoltaic systems; PV systems; photovoltaïque | < Renewable energy
Wind energy | wind power; Windenergie; wind turbines; énergie éolienne | < Renewable energy
Hydropower | hydroelectric power; Wasserkraft | < Renewable energy
Biogas | bioenergy; biomass; biofuels | < Renewable energy
Heat pumps | Wärmepumpen; heat pump; pompes à chaleur | ~ HVAC .8
Energy efficiency | Energieeffizienz; energy management; energy audits; Energieberatung; efficacité énergétique; ISO 50001
Hydrogen technology | fuel cells; Wasserstofftechnik; hydrogen
Power plant operation | Kraftwerksbetrieb; power plants; power generation; boiler operation
Smart grid | smart grids; smart metering
@ knowledge < Chemical engineering
Distillation | Destillation; separation processes; extraction processes
Process control | Prozesssteuerung; process monitoring
Process safety | HAZOP; process safety management; ATEX; plant safety; Anlagensicherheit
Mass and energy balances | mass transfer; unit operations
Catalysis | reaction engineering; Katalyse
Water treatment | wastewater treatment; Wasseraufbereitung; water purification; traitement des eaux; Abwassertechnik
Paint and coating technology | coatings^; Lacktechnik; corrosion protection; Korrosionsschutz
Scale-up | pilot plants; process scale-up
@ knowledge < Civil engineering
Structural engineering | Tragwerksplanung; structural design; Statik im Bauwesen; reinforced concrete design; steel structures; Stahlbau
Geotechnical engineering | soil mechanics; Geotechnik; Bodenmechanik; foundation engineering
Transportation engineering | traffic engineering; Verkehrsplanung; road design; highway engineering; transport planning
Hydrology | water resources; hydraulic engineering; Wasserbau; hydrologie
Surveying | land surveying; Vermessung; topographie; Vermessungstechnik; topography; geodesy
Bridge construction | bridge engineering; bridge design; Brückenbau
Road construction | Straßenbau; asphalt paving; roadworks; travaux routiers
Tunnel construction | tunnelling; Tunnelbau; underground construction
Building information modeling | BIM; building information modelling; BIM modeling
Building physics | Bauphysik; thermal insulation; building energy performance
Urban planning | city planning; Stadtplanung; urbanisme; town planning; spatial planning; urban design
Architecture of buildings | architectural design; Gebäudeplanung; building design; Hochbau; conception architecturale; architectural drawings
Landscape architecture | landscape design; Landschaftsarchitektur
@ tool < Civil engineering
Revit | Autodesk Revit; Revit Architecture; Revit MEP | ~ Building information modeling .9
ArchiCAD | Allplan; Vectorworks | ~ Building information modeling .8
Civil 3D | AutoCAD Civil 3D | ~ CAD .8
Navisworks | Solibri; Tekla; Tekla Structures | ~ Building information modeling .8
SketchUp | Google SketchUp
STAAD.Pro | ETABS; SAP2000; Robot Structural Analysis; RFEM | ~ Structural engineering .9
Lumion | V-Ray; Enscape; architectural visualization; 3ds Max rendering
Plaxis | GeoStudio | ~ Geotechnical engineering .9
iTWO | RIB iTWO; AVA software; ORCA AVA; Bluebeam
`;

// Data, statistics, machine learning, analytics, and the mathematics and natural sciences beneath. Form: ../parse-taxonomy.ts.

export const dataScience = `
@ knowledge
Data science | Datenwissenschaft; science des données; ciencia de datos; advanced analytics
Data analysis | data analytics; Datenanalyse; analyse de données; análisis de datos; analyzing data; analysing data; analytics
Artificial intelligence | AI*; KI*; künstliche Intelligenz; intelligence artificielle; inteligencia artificial; AI/ML
Data engineering | data pipelines; data pipeline development; Data-Engineering
Business intelligence | BI*; Business-Intelligence; BI reporting; BI tools; informatique décisionnelle
Mathematics | maths; math; Mathematik; mathématiques; matemáticas; applied mathematics
Statistics | Statistik; statistical analysis; statistiques; estadística; statistical methods; applied statistics
@ knowledge < Artificial intelligence
Machine learning | ML*; maschinelles Lernen; apprentissage automatique; aprendizaje automático; machine learning algorithms; machine learning models | ~ Data science .8
Deep learning | neural networks; deep neural networks; tiefes Lernen; neuronale Netze | < Machine learning
Supervised learning | classification algorithms; regression models | < Machine learning
Unsupervised learning | clustering^; cluster analysis | < Machine learning
Reinforcement learning | bestärkendes Lernen | < Machine learning
Natural language processing | NLP*; text mining; computational linguistics; text analytics; Computerlinguistik; Sprachverarbeitung | ~ Machine learning .7
Computer vision | image recognition; object detection; image processing; Bildverarbeitung; vision par ordinateur; machine vision | ~ Deep learning .7
Speech recognition | speech processing; Spracherkennung; ASR*
Large language models | LLM; LLMs; generative AI; GenAI; GPT; generative KI | ~ Natural language processing .8
Prompt engineering | prompting | ~ Large language models .9
Retrieval-augmented generation | RAG*; vector databases; semantic search | ~ Large language models .8
Recommender systems | recommendation systems; recommendation engines | < Machine learning
Feature engineering | feature selection | < Machine learning
MLOps | model deployment; ML engineering | ~ DevOps .6, ~ Machine learning .7
Convolutional neural networks | CNN*; RNN*; LSTM; GANs; transformers architecture | < Deep learning
Anomaly detection | outlier detection | < Machine learning
Expert systems | knowledge-based systems; knowledge representation
Semantic web | ontologies; ontology engineering; RDF; linked data; knowledge graphs; knowledge graph
Optimization algorithms | mathematical optimization; linear programming; operations research; Operations-Research; genetic algorithms
Data annotation | data labeling; data labelling; image annotation
AI ethics | responsible AI; AI governance; explainable AI
Chatbots | conversational AI; chatbot development; Dialogflow; Rasa
GPU computing | high performance computing; high-performance computing; HPC; GPGPU
@ framework < Machine learning
TensorFlow | TensorFlow 2 | < Deep learning
PyTorch | Torch^ | < Deep learning
Keras | | < Deep learning
scikit-learn | sklearn; scikit | ! Python
XGBoost | LightGBM; CatBoost; gradient boosting
Hugging Face | Hugging Face Transformers | ~ Natural language processing .8
LangChain | LlamaIndex | ~ Large language models .8
spaCy | NLTK; Gensim | ~ Natural language processing .8
OpenCV | | ~ Computer vision .9
YOLO* | YOLOv5; YOLOv8 | ~ Computer vision .8
JAX* | 
Caffe^ | Caffe2; MXNet | < Deep learning
Theano | | < Deep learning
MLflow | Kubeflow | ~ MLOps .9
Databricks | Azure Databricks | ~ Apache Spark .9
H2O.ai | DataRobot; AutoML
Weka^ | RapidMiner; KNIME; Orange data mining
Azure Machine Learning | Vertex AI; Azure ML; Azure AI
Amazon Bedrock | OpenAI API; Azure OpenAI | ~ Large language models .8
@ framework < Data analysis
pandas^ | pandas library; Polars | ! Python
NumPy | SciPy; numerical Python | ! Python
Jupyter | Jupyter Notebook; JupyterLab; IPython; Google Colab | ! Python
Matplotlib | Seaborn; Plotly; Bokeh | ! Python
tidyverse | dplyr; ggplot2; R Shiny; RStudio | ! R
Streamlit | Dash by Plotly | ! Python
@ tool < Data analysis
SPSS | IBM SPSS; SPSS Statistics | ~ Statistics .9
Stata | | ~ Statistics .9
Minitab | JMP | ~ Statistics .9
GNU Octave | Scilab | ~ MATLAB .9
Mathematica | Wolfram Mathematica; Maple^
EViews | Gretl | ~ Econometrics .9
Alteryx | 
Google Data Studio | Looker Studio
NVivo | MAXQDA; ATLAS.ti | ~ Qualitative research .9
Amplitude^ | Mixpanel; product analytics
GIS | geographic information systems; Geoinformationssysteme; geospatial analysis; geoinformatics; SIG*; spatial analysis
ArcGIS | ArcMap; Esri | < GIS
QGIS | | < GIS
Remote sensing | Fernerkundung; satellite imagery; télédétection; LiDAR | ~ GIS .8
@ tool < Business intelligence
Tableau | Tableau Desktop; Tableau Server
Power BI | Microsoft Power BI; PowerBI; DAX*; Power Query
Qlik Sense | QlikView; Qlik
Looker^ | LookML
SAP BusinessObjects | BusinessObjects; Crystal Reports; SAP BO; SAP Business Objects
IBM Cognos | Cognos; Cognos Analytics
MicroStrategy | 
SAP BW | SAP BW/4HANA; SAP Business Warehouse; SAP Analytics Cloud
SSRS | SQL Server Reporting Services; SSAS | ~ Microsoft SQL Server .8
SSIS | SQL Server Integration Services | ~ ETL .9
Metabase | Apache Superset; Redash
Oracle BI | OBIEE; Oracle Business Intelligence
@ knowledge < Business intelligence
Data visualization | data visualisation; Datenvisualisierung; dashboards; dashboard development; visualisation de données
Reporting | report writing for management; Berichtswesen; management reporting; ad hoc reporting; reporting tools
KPI development | KPIs; key performance indicators; performance metrics; KPI reporting; Kennzahlen
OLAP | OLAP cubes; multidimensional modeling; dimensional modeling
Data quality | data quality management; data cleansing; data cleaning; Datenqualität; data validation
Data governance | data stewardship; data management; Datenmanagement; data catalog; gestion des données
Data mining | Data-Mining; pattern recognition
Big data | Big-Data; big data technologies; big data analytics
Self-service analytics | 
@ tool < Data engineering
Apache Spark | Spark^; PySpark; Spark SQL; Spark Streaming | ~ Big data .9
Apache Hadoop | Hadoop; HDFS; MapReduce; Hadoop ecosystem | ~ Big data .9
Apache Hive | Hive^; HiveQL; Impala | ~ Apache Hadoop .9
Apache Airflow | Airflow | 
Apache Flink | Flink; stream processing; Apache Beam
Apache NiFi | NiFi
dbt* | data build tool
Snowflake^ | Snowflake data warehouse; SnowSQL | ~ Data warehousing .9
Informatica | Informatica PowerCenter; PowerCenter | ~ ETL .9
Talend | | ~ ETL .9
Pentaho | Kettle ETL | ~ ETL .9
IBM DataStage | DataStage; Ab Initio | ~ ETL .9
Fivetran | Airbyte; Stitch data
Delta Lake | data lake; data lakes; data lakehouse; Apache Iceberg
Parquet^ | Avro; Protobuf; Protocol Buffers
@ method < Data engineering
ETL | ELT*; extract transform load; ETL development; ETL processes; ETL pipelines
Web scraping | data scraping; web crawling; Scrapy; Beautiful Soup
Data integration | Datenintegration; system integration; systems integration; Systemintegration
@ knowledge < Statistics
Probability theory | probability; Wahrscheinlichkeitstheorie; stochastics; Stochastik; stochastic processes
Regression analysis | linear regression; logistic regression; Regressionsanalyse
Time series analysis | time series forecasting; time series; Zeitreihenanalyse
Bayesian statistics | Bayesian methods; Bayesian inference; Monte Carlo simulation
Hypothesis testing | statistical testing; ANOVA
Statistical modeling | statistical modelling; predictive modeling; predictive modelling; predictive analytics
Design of experiments | DOE*; experimental design; Versuchsplanung; statistische Versuchsplanung
Survey design | questionnaire design; survey research; surveys^; Umfragen
Biostatistics | Biostatistik; medical statistics
Econometrics | Ökonometrie; économétrie
Statistical process control | SPC*; statistische Prozesskontrolle | ~ Quality control .8
Sampling methods | statistical sampling
@ knowledge < Mathematics
Linear algebra | lineare Algebra; algebra
Calculus | differential equations; Analysis II
Numerical analysis | numerical methods; Numerik
Discrete mathematics | combinatorics; graph theory; Graphentheorie
Geometry | Geometrie
Simulation | modelling and simulation; modeling and simulation; Simulationstechnik; computer simulation
Actuarial science | actuarial mathematics; Versicherungsmathematik; actuarial analysis
Game theory | Spieltheorie
@ knowledge
Natural sciences | Naturwissenschaften
Computer science | Informatik; informatique; informática; computing science; theoretical computer science
@ knowledge < Natural sciences
Physics | Physik; physique; física; applied physics
Chemistry | Chemie; chimie; química
Biology | Biologie; biología; life sciences
Geology | Geologie; geosciences; Geowissenschaften; géologie
Astronomy | astrophysics; Astronomie
Meteorology | Meteorologie; weather forecasting; climatology
Ecology | Ökologie; écologie
Oceanography | marine science; marine biology; Meeresbiologie
Thermodynamics | Thermodynamik; heat transfer | < Physics
Optics | Optik; photonics; laser optics | < Physics
Quantum mechanics | quantum physics; Quantenphysik; quantum computing | < Physics
Nuclear physics | nuclear engineering; Kernphysik; particle physics | < Physics
Acoustics | Akustik; vibration analysis | < Physics
Organic chemistry | organische Chemie; organic synthesis | < Chemistry
Inorganic chemistry | anorganische Chemie | < Chemistry
Physical chemistry | physikalische Chemie | < Chemistry
Analytical chemistry | analytische Chemie; chemical analysis; Analytik | < Chemistry
Polymer chemistry | polymers; Polymerchemie; polymer science | < Chemistry
Biochemistry | Biochemie; biochimie | < Chemistry, ~ Biology .7
Molecular biology | Molekularbiologie; biologie moléculaire | < Biology
Microbiology | Mikrobiologie; microbiologie | < Biology
Genetics | Genetik; genomics; génétique | < Biology
Cell biology | Zellbiologie; cell culture; Zellkultur | < Biology
Immunology | Immunologie | < Biology
Bioinformatics | Bioinformatik; computational biology | < Biology
Botany | plant science; Botanik; plant biology | < Biology
Zoology | Zoologie; animal science | < Biology
Neuroscience | neurobiology; Neurowissenschaften | < Biology
`;

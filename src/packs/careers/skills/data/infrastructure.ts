// Databases, cloud, operations, networks, security and testing of software. Form: ../parse-taxonomy.ts.

export const infrastructure = `
@ knowledge
Databases | database management; Datenbanken; bases de données; bases de datos; database administration; DBMS; database systems
Cloud computing | cloud technologies; cloud services; cloud infrastructure; Cloud-Computing; informatique en nuage; cloud platforms; public cloud
DevOps | DevOps practices; dev ops
IT infrastructure | IT-Infrastruktur; infrastructure management; IT systems; information technology infrastructure
Computer networks | networking^; computer networking; Netzwerktechnik; network technology; Rechnernetze; réseaux informatiques; network protocols
Information security | cybersecurity; cyber security; IT security; Informationssicherheit; IT-Sicherheit; sécurité informatique; ciberseguridad; security engineering; InfoSec
Software testing | software quality assurance; QA testing; Softwaretest; test engineering; tests logiciels; software test
Operating systems | Betriebssysteme; systèmes d'exploitation
@ knowledge < Databases
Relational databases | RDBMS; relational database; SQL databases; relationale Datenbanken
NoSQL | NoSQL databases; non-relational databases; document databases
Database design | data modelling; data modeling; Datenmodellierung; database modeling; ER modeling; entity relationship modeling
Query optimization | SQL tuning; query tuning; database performance tuning
Data warehousing | data warehouse; DWH*; Data-Warehouse; entrepôt de données | ~ ETL .8
Data migration | Datenmigration; database migration
Database replication | database clustering; high-availability databases
Master data management | MDM*; master data; Stammdatenpflege; Stammdaten
@ language < Databases
SQL | structured query language; SQL queries; ANSI SQL
PL/SQL | Oracle PL/SQL; PLSQL | < SQL, ~ Oracle Database .9
T-SQL | Transact-SQL; TSQL | < SQL, ~ Microsoft SQL Server .9
@ tool < Relational databases
PostgreSQL | Postgres; pgsql; PostGIS | ! SQL
MySQL | | ! SQL
MariaDB | | ! SQL, ~ MySQL .9
Microsoft SQL Server | SQL Server; MS SQL; MSSQL; MS SQL Server | ! SQL
Oracle Database | Oracle^; Oracle DB; Oracle RDBMS; Oracle 12c; Oracle 19c | ! SQL
SQLite | | ! SQL
IBM Db2 | DB2 | ! SQL
Sybase | SAP ASE | ! SQL
Informix | 
Teradata | | ~ Data warehousing .8
SAP HANA | S/4HANA database; HANA^ | ~ SAP .8
Microsoft Access | MS Access; Access^; Access database | ~ Microsoft Office .7
FileMaker | FileMaker Pro
CockroachDB | 
Vertica | | ~ Data warehousing .7
Greenplum | | ~ PostgreSQL .7
@ tool < NoSQL
MongoDB | Mongo^; Mongoose ODM
Redis | 
Apache Cassandra | Cassandra | 
Elasticsearch | Elastic Stack; ELK stack; ELK*; OpenSearch | ~ Kibana .8
Couchbase | CouchDB
DynamoDB | Amazon DynamoDB | ~ AWS .8
Neo4j | graph databases; graph database; Cypher query language
HBase | Apache HBase | ~ Apache Hadoop .8
InfluxDB | time series databases; TimescaleDB
Memcached | | ~ Redis .7
Apache Solr | Solr; Lucene; Apache Lucene | ~ Elasticsearch .8
Firebase | Firestore; Google Firebase
Azure Cosmos DB | Cosmos DB; CosmosDB | ~ Microsoft Azure .8
@ tool < Cloud computing
AWS | Amazon Web Services; AWS Cloud; Amazon AWS
Amazon EC2 | EC2; AWS EC2 | < AWS
Amazon S3 | S3^; AWS S3 | < AWS
AWS Lambda | Lambda functions | < AWS
Amazon RDS | AWS RDS; Amazon Aurora | < AWS
AWS CloudFormation | CloudFormation | < AWS, ~ Terraform .8
Amazon ECS | AWS ECS; AWS Fargate; Fargate | < AWS
Amazon EKS | AWS EKS | < AWS, ~ Kubernetes .9
AWS IAM | Amazon IAM | < AWS
Amazon CloudWatch | CloudWatch; AWS CloudWatch | < AWS
Amazon Redshift | Redshift; AWS Redshift | < AWS, ~ Data warehousing .8
AWS Glue | | < AWS, ~ ETL .8
Amazon SageMaker | SageMaker | < AWS, ~ Machine learning .7
Amazon SQS | AWS SNS; AWS SQS; Amazon SNS | < AWS
AWS CDK | AWS Cloud Development Kit | < AWS
Microsoft Azure | Azure; Azure Cloud; MS Azure
Azure DevOps | Azure Pipelines; VSTS; TFS*; Team Foundation Server | ~ Microsoft Azure .7
Azure Functions | | < Microsoft Azure
Azure Data Factory | ADF* | < Microsoft Azure, ~ ETL .8
Azure Synapse | Azure Synapse Analytics; Synapse Analytics | < Microsoft Azure
Azure Active Directory | Entra ID; Azure AD; Microsoft Entra | < Microsoft Azure, ~ Active Directory .8
Azure Kubernetes Service | AKS* | < Microsoft Azure, ~ Kubernetes .9
Microsoft Intune | Intune; Microsoft Endpoint Manager | ~ Microsoft Azure
Google Cloud Platform | GCP; Google Cloud
BigQuery | Google BigQuery | < Google Cloud Platform, ~ Data warehousing .8
Google Kubernetes Engine | GKE | < Google Cloud Platform, ~ Kubernetes .9
Cloud Run | Google Cloud Functions | < Google Cloud Platform
IBM Cloud | Bluemix
Oracle Cloud Infrastructure | OCI*; Oracle Cloud
Alibaba Cloud | Aliyun
OpenStack | 
DigitalOcean | 
Heroku | 
Netlify | Vercel
Cloudflare | content delivery network; CDN*
OpenShift | Red Hat OpenShift | ~ Kubernetes .9
Cloud Foundry | 
Cloud migration | Cloud-Migration | 
Cloud security | Cloud-Sicherheit | ~ Information security .8
Cloud architecture | cloud solution architecture; Cloud-Architektur; multi-cloud; hybrid cloud
FinOps | cloud cost optimization; cloud cost management
@ method < DevOps
Continuous integration | CI*; CI/CD; CICD; continuous integration and delivery; CI/CD pipelines
Continuous delivery | continuous deployment; CD pipelines | ~ Continuous integration .9
Infrastructure as code | IaC* | ~ Terraform .9
Configuration management | Konfigurationsmanagement
Site reliability engineering | SRE* 
Containerization | containers^; containerisation; container technologies; container orchestration | ~ Docker .9
GitOps | Argo CD; ArgoCD; Flux CD
Monitoring of systems | application monitoring; observability; system monitoring; infrastructure monitoring
Release management | Releasemanagement; release engineering
Version control | source control; versioning systems; Versionsverwaltung; version control systems; source code management
Build automation | build tools; build engineering
Incident management | incident response; Störungsmanagement; on-call
Disaster recovery | business continuity; business continuity planning; Notfallwiederherstellung
Backup and recovery | data backup; backups; Datensicherung
Platform engineering | internal developer platform
@ tool < DevOps
Docker | Docker Compose; Dockerfile; Docker Swarm
Kubernetes | K8s; kubectl | ~ Docker .8
Helm^ | Helm charts | ~ Kubernetes .9
Istio | service mesh; Linkerd | ~ Kubernetes .7
Podman | | ~ Docker .9
Terraform | HashiCorp Terraform; OpenTofu
Pulumi | | ~ Terraform .8
Ansible | Ansible playbooks
Puppet^ | Puppet Enterprise | ~ Ansible .8
Chef^ | Chef Infra; Opscode Chef | ~ Ansible .8
SaltStack | | ~ Ansible .8
Vagrant^ | HashiCorp Vagrant
Packer^ | HashiCorp Packer
HashiCorp Vault | Vault^; secrets management
Consul^ | HashiCorp Consul
Jenkins | Jenkins pipelines | < Continuous integration
GitLab CI | GitLab CI/CD | < Continuous integration
GitHub Actions | | < Continuous integration
CircleCI | Travis CI; TravisCI | < Continuous integration
TeamCity | Bamboo^; Atlassian Bamboo | < Continuous integration
Git^ | git version control | < Version control
GitHub | | < Version control
GitLab | | < Version control
Bitbucket | | < Version control
Subversion^ | SVN; Apache Subversion | < Version control
Mercurial | | < Version control
Perforce | Helix Core | < Version control
ClearCase | IBM ClearCase | < Version control
Maven | Apache Maven | < Build automation
Gradle | | < Build automation
CMake | GNU Make; Makefile; Makefiles | < Build automation
Bazel | | < Build automation
npm^ | yarn package manager; pnpm | < Build automation
Artifactory | JFrog; Sonatype Nexus; Nexus Repository
Prometheus | | < Monitoring of systems
Grafana | | < Monitoring of systems
Kibana | Logstash | < Monitoring of systems
Datadog | | < Monitoring of systems
New Relic | AppDynamics; Dynatrace | < Monitoring of systems
Nagios | Icinga | < Monitoring of systems
Zabbix | PRTG | < Monitoring of systems
Splunk | | < Monitoring of systems
OpenTelemetry | Jaeger | < Monitoring of systems
Apache Kafka | Kafka; Kafka Streams; event streaming
RabbitMQ | message queues; message brokers; ActiveMQ; message queuing
IBM MQ | WebSphere MQ; MQSeries
MQTT | | ~ Internet of things .8
Nginx | 
Apache HTTP Server | Apache web server; httpd
Apache Tomcat | Tomcat^
WebSphere | IBM WebSphere; WebSphere Application Server
WebLogic | Oracle WebLogic
JBoss | WildFly
IIS* | Internet Information Services
HAProxy | load balancing; load balancers; Lastverteilung
MuleSoft | Mule ESB; enterprise service bus | ~ API design
Apigee | API gateway; Kong Gateway; API management
@ tool < Operating systems
Linux | GNU/Linux; Linux administration; Linux system administration
Unix | UNIX systems; AIX; Solaris; HP-UX; Unix/Linux | ~ Linux .9
Red Hat Enterprise Linux | RHEL; Red Hat; CentOS; Rocky Linux | < Linux
Ubuntu | Debian | < Linux
SUSE Linux | SUSE; SLES | < Linux
Microsoft Windows | Windows^; MS Windows; Windows 10; Windows 11
Windows Server | Windows Server administration; Windows Server 2019; Windows Server 2016
macOS | Mac OS; Mac OS X; OS X
IBM i | AS/400; iSeries; OS/400
Mainframe | z/OS; IBM Z; JCL*; CICS
Yocto | Yocto Project; embedded Linux; OpenEmbedded | ~ Embedded software .8
@ tool < IT infrastructure
Active Directory | AD DS; Active Directory Domain Services; group policy; GPO*
LDAP | OpenLDAP
Microsoft Exchange | Exchange Server; Exchange Online; MS Exchange
VMware | VMware vSphere; vSphere; ESXi; VMware ESX | < Virtualization
Hyper-V | Microsoft Hyper-V | < Virtualization
KVM* | Proxmox; QEMU | < Virtualization
Citrix | Citrix XenApp; XenDesktop; Citrix Virtual Apps
Microsoft SCCM | SCCM; System Center; System Center Configuration Manager
ServiceNow | 
Remedy^ | BMC Remedy
Zendesk | Freshdesk; ticketing systems; ticketing system
NetApp | SAN storage; storage area networks; NAS storage; enterprise storage
Veeam | Veeam Backup | ~ Backup and recovery .9
Jamf | Jamf Pro; Apple device management
@ knowledge < IT infrastructure
System administration | systems administration; sysadmin; Systemadministration; server administration; administration système
Virtualization | virtualisation; Virtualisierung; virtual machines
IT support | technical support; help desk; helpdesk; service desk; desktop support; IT-Support; user support; 1st level support; 2nd level support
Hardware installation | PC hardware; computer hardware; hardware troubleshooting; Computerhardware
IT asset management | software licensing; license management; Lizenzmanagement; ITAM
Data center operations | data centre; data center; Rechenzentrum; data centers
Identity and access management | identity management; access management; IAM*; single sign-on; SSO* | ~ Information security .7
OAuth | OAuth2; OAuth 2.0; OpenID Connect; OIDC; SAML | < Identity and access management
Keycloak | Okta; Ping Identity | < Identity and access management
@ knowledge < Computer networks
TCP/IP | TCP IP; TCP/UDP; internet protocols
LAN* | local area network; LAN/WAN; WAN*; local area networks; wide area networks
DNS | domain name system; DHCP; DNS/DHCP
VPN | virtual private network; IPsec; VPNs
Routing and switching | routing protocols; network switches; BGP; OSPF; VLAN; VLANs; MPLS
Wireless networks | Wi-Fi; WLAN; WiFi; wireless networking
Firewalls | firewall administration; firewall configuration; Firewall | ~ Network security .9
Network security | Netzwerksicherheit; network protection | ~ Information security .8
Network administration | Netzwerkadministration; network management; network engineering; network operations
Software-defined networking | SDN*; SD-WAN
VoIP | voice over IP; SIP telephony; IP telephony; Asterisk PBX
Telecommunications | telecom; Telekommunikation; telecommunication networks; télécommunications
Mobile networks | 5G; LTE; 4G; GSM; UMTS; cellular networks; Mobilfunk
Structured cabling | network cabling; Netzwerkverkabelung; fibre optic cabling; fiber optics; fibre optics; Glasfaser
HTTP | HTTPS; HTTP protocol
@ tool < Computer networks
Cisco | Cisco IOS; Cisco routers; Cisco switches; Cisco networking
Juniper | Juniper Networks; Junos
Fortinet | FortiGate | ~ Firewalls .9
Palo Alto Networks | Palo Alto firewalls | ~ Firewalls .9
Check Point | Check Point firewall | ~ Firewalls .9
F5 BIG-IP | BIG-IP
Wireshark | packet analysis; tcpdump
Meraki | Cisco Meraki; Ubiquiti
@ knowledge < Information security
Penetration testing | pen testing; pentesting; ethical hacking; Penetrationstests; tests d'intrusion
Vulnerability management | vulnerability assessment; vulnerability scanning; Schwachstellenmanagement
Threat modeling | threat modelling; threat intelligence; threat analysis; threat hunting
Cryptography | encryption; Kryptographie; Verschlüsselung; PKI*; public key infrastructure; SSL/TLS; TLS
Application security | AppSec; secure coding; secure software development; OWASP; OWASP Top 10
Security operations | SOC operations; security operations center; security monitoring; SIEM
Digital forensics | computer forensics; IT-Forensik
Malware analysis | reverse engineering; malware; virus removal
Risk assessment in IT | IT risk management; cyber risk
ISO 27001 | ISO/IEC 27001; ISMS; information security management system
NIST Cybersecurity Framework | NIST CSF; NIST 800-53; NIST
SOC 2 | SOC 2 compliance; SSAE 18
PCI DSS | PCI compliance; PCI-DSS
Zero trust | zero trust architecture; zero-trust security
Endpoint security | antivirus; endpoint protection; EDR*; CrowdStrike
DevSecOps | security automation | ~ DevOps .8
BSI IT-Grundschutz | IT-Grundschutz; KRITIS
@ tool < Information security
Metasploit | Kali Linux | ~ Penetration testing .9
Burp Suite | OWASP ZAP | ~ Penetration testing .8
Nessus | Qualys; OpenVAS | ~ Vulnerability management .9
Snort^ | intrusion detection systems; IDS/IPS; Suricata
QRadar | ArcSight; Microsoft Sentinel; Azure Sentinel | ~ Security operations .9
Nmap | | ~ Penetration testing .7
CyberArk | privileged access management | ~ Identity and access management .8
@ method < Software testing
Test automation | automated testing; automated tests; Testautomatisierung; automation testing; test automation frameworks
Manual testing | manuelle Tests; exploratory testing
Unit testing | unit tests; Unit-Tests
Integration testing | integration tests; Integrationstests; system integration testing
Regression testing | regression tests; Regressionstests
Performance testing | load testing; stress testing; Lasttests
User acceptance testing | UAT*; acceptance testing; acceptance tests; Abnahmetests
System testing | end-to-end testing; functional testing; system tests; E2E testing
Test-driven development | TDD*; test driven development
Behavior-driven development | BDD*; behaviour-driven development; Gherkin; behavior driven development
Usability testing | user testing; usability tests; Usability-Tests
Security testing | SAST; DAST
Test management | test planning; test plans; test cases; test case design; Testmanagement; test strategy
Bug tracking | defect management; defect tracking; bug reporting
Static code analysis | static analysis; SonarQube; linting
A/B testing | split testing; A/B tests
@ tool < Software testing
Selenium | Selenium WebDriver | < Test automation
Cypress^ | Cypress.io | < Test automation
Playwright^ | Microsoft Playwright | < Test automation
Appium | | < Test automation
Robot Framework | | < Test automation
Cucumber^ | Cucumber BDD; SpecFlow | ~ Behavior-driven development .9
JUnit | TestNG; Mockito | < Unit testing, ~ Java .7
pytest | unittest | < Unit testing, ~ Python .7
Jest^ | JestJS; Vitest | < Unit testing, ~ JavaScript .7
Mocha^ | MochaJS; Chai; Jasmine | < Unit testing, ~ JavaScript .7
NUnit | xUnit; MSTest | < Unit testing, ~ C# .7
RSpec | | < Unit testing, ~ Ruby .8
PHPUnit | | < Unit testing, ~ PHP .8
JMeter | Apache JMeter; Gatling; LoadRunner; k6 | < Performance testing
Postman^ | Postman API; SoapUI | ~ API design .7
TestRail | HP ALM; HP Quality Center; qTest | < Test management
Ranorex | Tricentis Tosca; Tosca^; UFT*; QTP* | < Test automation
Google Test | gtest; GoogleTest; Catch2 | < Unit testing, ~ C++ .7
`;

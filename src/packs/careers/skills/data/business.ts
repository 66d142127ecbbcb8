// Finance, accounting, insurance, real estate, marketing, sales, customers, office work and its software. Form: ../parse-taxonomy.ts.

export const business = `
@ knowledge
Finance | Finanzen; finanzas; financial management; Finanzwesen; Finanzwirtschaft; corporate finance; gestion financière; Finanzmanagement; finances; gestión financiera
Accounting | Rechnungswesen; comptabilité; contabilidad; financial accounting; Finanzbuchhaltung; accountancy; accounting principles; comptabilité générale; Buchführung; general accounting
Banking | Bankwesen; banque; banca; Bankgeschäft; retail banking; Bankbetriebslehre; banking operations; corporate banking
Insurance^ | Versicherungswesen; assurance; seguros; Versicherungen; insurance sales; insurance products; underwriting; Versicherungswirtschaft; assurances
Real estate | Immobilien; immobilier; bienes raíces; Immobilienwirtschaft; real estate sales; Immobilienvermittlung; real estate development; estate agency; real estate management
Marketing | marketing strategy; Marketingstrategie; mercadotecnia; marketing management; marketing campaigns; Marketingkonzepte; marketing planning; Vermarktung; marketing communications; stratégie marketing
Sales | Verkauf; ventes; ventas; Vertrieb; vente; sales experience; sales skills; selling; Verkaufserfahrung; Vertriebserfahrung; sales techniques
Customer service | Kundenservice; service client; atención al cliente; customer support; Kundenbetreuung; Kundendienst; customer care; client service; relation client; customer experience; client relations; servicio al cliente; customer relations; Kundenberatung; client support; Kundenkontakt; customer satisfaction; accueil client
Administration^ | office work; Verwaltung; Sachbearbeitung; administrative tasks; travail administratif; administración; clerical work; administrative support; Büroarbeit; administrative skills; Bürotätigkeiten; administratif; clerical skills; kaufmännische Tätigkeiten; administrative work; general office duties
@ activity < Accounting
Bookkeeping | Buchhaltung; tenue des comptes; teneduría de libros; book-keeping; Buchen von Belegen; ledger management; journal entries; tenue de livres
Accounts payable | Kreditorenbuchhaltung; comptabilité fournisseurs; invoice processing; Rechnungsprüfung; Kreditoren; cuentas por pagar; invoice verification; AP processing; vendor invoices; invoicing^
Accounts receivable | Debitorenbuchhaltung; comptabilité clients; Debitoren; cuentas por cobrar; collections of receivables; Mahnwesen; dunning; debt collection; Inkasso; credit control; recouvrement; Forderungsmanagement; billing; Fakturierung; facturation; Rechnungsstellung; facturación; invoice creation
General ledger | Hauptbuch; grand livre; general ledger accounting; Hauptbuchhaltung; chart of accounts; Kontenrahmen; libro mayor
Financial statements | Jahresabschluss; états financiers; annual accounts; estados financieros; preparation of financial statements; Jahresabschlüsse; balance sheets; Bilanzierung; bilan comptable; Bilanzbuchhaltung; profit and loss statements; income statements; annual financial statements
Month-end closing | month-end close; Monatsabschluss; clôture mensuelle; year-end closing; Monatsabschlüsse; period-end closing; closing of accounts; month end closing; Quartalsabschluss
Account reconciliation | bank reconciliation; Kontenabstimmung; rapprochement bancaire; reconciliations; conciliación bancaria; reconciliation of accounts; balance sheet reconciliation; account reconciliations
Cost accounting | Kostenrechnung; comptabilité analytique; Kosten- und Leistungsrechnung; costing; Kalkulation; cost analysis; management accounting; contabilidad de costos; Kostenstellenrechnung; cost center accounting; product costing
Fixed asset accounting | Anlagenbuchhaltung; immobilisations; fixed assets; asset accounting
Tax preparation | Steuererklärungen; déclarations fiscales; tax returns; tax compliance; tax reporting; declaración de impuestos; Steuererklärung; income tax; corporate tax
Taxation | Steuern; fiscalité; tax planning; tax advisory; Steuerwesen; tax accounting; Steuerberatung; fiscalidad; impuestos; tax
VAT | value added tax; Umsatzsteuer; TVA; IVA*; Umsatzsteuervoranmeldung; VAT returns; sales tax; Mehrwertsteuer
Auditing | audit; financial audit; Wirtschaftsprüfung; auditoría; external audit; statutory audit; internal audit; interne Revision; audit interne; Abschlussprüfung; Revision*; audits; audit planning; Innenrevision
Consolidation | Konzernabschluss; consolidated financial statements; group accounting; Konsolidierung; Konzernrechnungslegung; intercompany accounting
Travel expense accounting | Reisekostenabrechnung; notes de frais; expense reports; expense reporting; expense management
Cash handling | Kassenführung; caisse; Bargeldabwicklung; cashier; Kassieren; cashiering; petty cash; Kassenbuch; cash register; manejo de caja; encaissement; Kassiertätigkeit; cash management of tills
Internal controls | interne Kontrollen; contrôle interne; SOX; Sarbanes-Oxley; SOX compliance; internal control systems; IKS*; internal control
@ knowledge < Accounting
IFRS | IAS*; international financial reporting standards; IAS/IFRS
US GAAP | GAAP; generally accepted accounting principles; UK GAAP
HGB* | HGB accounting; Handelsgesetzbuch; Swiss GAAP FER; Bilanzierung nach HGB
Public sector accounting | kameralistik; Doppik; fund accounting; governmental accounting
@ activity < Finance
Financial analysis | Finanzanalyse; analyse financière; análisis financiero; financial analytics; ratio analysis; financial statement analysis; Bilanzanalyse
Financial modeling | financial modelling; Finanzmodellierung; modélisation financière; DCF*; discounted cash flow; company valuation; Unternehmensbewertung; valuation^; business valuation; LBO*
Financial planning | Finanzplanung; planification financière; FP&A; financial planning and analysis; financial forecasting; forecasting^; Liquiditätsplanung; cash flow forecasting; cash flow management; personal financial planning; revenue forecasting; planificación financiera; cash flow analysis
Controlling* | Finanzcontrolling; contrôle de gestion; financial controlling; Kostencontrolling; Projektcontrolling; management control; control de gestión; Vertriebscontrolling; variance analysis; Abweichungsanalyse
Financial reporting | Finanzberichterstattung; reporting financier; financial reports; informes financieros; XBRL; SEC reporting; statutory reporting; regulatory reporting
Treasury management | treasury; trésorerie; Treasury-Management; liquidity management; Liquiditätsmanagement; cash management; tesorería; Zahlungsverkehr; payment transactions; SEPA; payments processing; foreign exchange
Investment management | asset management; Vermögensverwaltung; gestion d'actifs; portfolio management; Portfoliomanagement; wealth management; investment strategies; gestión de inversiones; fund management; Fondsmanagement; investment analysis; Kapitalanlage; investments
Investment banking | capital markets; Kapitalmarkt; IPO*; equity research; underwriting of securities; corporate finance advisory; private equity; venture capital; marchés financiers; financial markets
Trading | securities trading; Wertpapierhandel; stock trading; derivatives; equity trading; fixed income; options trading; bonds; futures^; commodities trading; Börsenhandel; stock market; forex
Financial risk management | credit risk; market risk; Kreditrisiko; value at risk; operational risk; Risikocontrolling; risk modeling; risque de crédit; riesgo crediticio; enterprise risk management
Credit analysis | Kreditanalyse; analyse de crédit; lending; loan processing; mortgage lending; Kreditprüfung; Baufinanzierung; credit assessment; loans; mortgages; loan origination; Kreditsachbearbeitung; mortgage; Kreditvergabe
Quantitative finance | financial mathematics; Finanzmathematik; algorithmic trading; derivatives pricing; quantitative trading; financial engineering
Anti-money laundering | AML*; KYC; know your customer; Geldwäscheprävention; lutte contre le blanchiment; fraud detection; fraud prevention; Betrugsprävention; AML/KYC; financial crime
Project finance | Finanzierung; structured finance; Leasing; factoring; subsidies management; Fördermittelberatung; trade finance
Blockchain | cryptocurrencies; distributed ledger technology; Ethereum; cryptocurrency; Bitcoin; Hyperledger; DeFi; chaîne de blocs; Web3
FinTech | payment systems; digital payments; mobile payments; electronic payments
Actuarial valuation | insurance pricing; reserving; Solvency II; reinsurance; Rückversicherung
Property management | Immobilienverwaltung; gestion immobilière; Hausverwaltung; WEG-Verwaltung; tenant relations; Mietverwaltung; lease administration; property valuation; Immobilienbewertung; gestion locative; Nebenkostenabrechnung; residential property management
Pension administration | retirement planning; betriebliche Altersvorsorge; social insurance; Sozialversicherung
@ tool < Accounting
SAP | SAP ERP; SAP R/3; SAP ECC; SAP S/4HANA; S/4HANA; SAP modules
SAP FI | SAP FI/CO; SAP FICO; SAP CO; SAP Finance | < SAP
SAP MM | SAP Materials Management; SAP SRM | < SAP
SAP SD | SAP Sales and Distribution | < SAP
SAP PP | SAP PP/DS; SAP QM; SAP Production Planning | < SAP
SAP Fiori | SAP UI5; SAPUI5; SAP BTP; SAP NetWeaver; SAP Basis; SAP PI; SAP HANA Cloud | < SAP
SAP Business One | SAP Business ByDesign | < SAP
DATEV | DATEV Pro; DATEV Unternehmen online; DATEV Kanzlei-Rechnungswesen
QuickBooks | QuickBooks Online; Intuit QuickBooks; Quicken
Xero | FreshBooks; Wave Accounting
Sage^ | Sage 50; Sage 100; Sage 200; Sage Intacct; Peachtree; Sage X3
Lexware | lexoffice; sevDesk; BMD*; RZL
Oracle Financials | Oracle EBS; Oracle E-Business Suite; Oracle Fusion; Oracle ERP; Oracle ERP Cloud; JD Edwards; Oracle Applications; Hyperion; Oracle Hyperion
NetSuite | Oracle NetSuite
Microsoft Dynamics 365 | Microsoft Dynamics; Dynamics AX; Dynamics NAV; Navision; Dynamics 365; Business Central; MS Dynamics; Microsoft Dynamics AX
ERP systems | ERP; ERP software; ERP-Systeme; enterprise resource planning; logiciel ERP; ERP system; proALPHA; Infor; Infor LN; abas ERP; Odoo; ERP-System
CCH Axcess | TurboTax; Lacerte; ProSeries; UltraTax; Drake Tax; tax software; ELSTER; Thomson Reuters ONESOURCE
BlackLine | Concur; SAP Concur; Tagetik; LucaNet; Anaplan; Adaptive Insights; OneStream; Jedox
Bloomberg Terminal | Bloomberg; Refinitiv; Reuters Eikon; Capital IQ; FactSet; Murex; Calypso trading system; Morningstar Direct; PitchBook
Yardi | MRI Software; AppFolio; RealPage; Domus | ~ Property management .9
Avaloq | Temenos; Finacle; core banking; core banking systems | ~ Banking .8
Guidewire | Duck Creek; policy administration systems | ~ Insurance .8
@ activity < Marketing
Digital marketing | online marketing; Online-Marketing; marketing digital; Internetmarketing; web marketing; performance marketing; digital advertising; marketing numérique; Performance-Marketing; online advertising
Search engine optimization | SEO; search engine optimisation; Suchmaschinenoptimierung; référencement naturel; posicionamiento web; on-page SEO; keyword research; link building; référencement
Search engine marketing | SEM; SEA*; paid search; PPC; pay-per-click; Suchmaschinenmarketing; paid advertising; PPC advertising; SEO/SEM; pay per click
Social media marketing | social media; Social-Media-Marketing; réseaux sociaux; redes sociales; social media management; community management; Social-Media-Management; paid social; Social-Media-Kanäle; social media strategy; Facebook; Instagram; TikTok; social networks
Content marketing | content creation; Content-Marketing; création de contenu; content strategy; Content-Erstellung; content management; blogging; creación de contenido; blog writing; content development; content writing; Content-Management
Email marketing | e-mail marketing; Newsletter-Marketing; newsletter; newsletters; e-mailing; email campaigns; E-Mail-Marketing; newsletter creation
Marketing automation | lead nurturing; Marketing-Automatisierung; marketing automation tools; HubSpot; Marketo; Pardot; ActiveCampaign; Eloqua
Affiliate marketing | influencer marketing; Influencer-Marketing; Affiliate-Marketing; referral programs
Brand management | branding; Markenführung; gestion de marque; brand strategy; brand development; Markenstrategie; brand marketing; brand awareness; corporate identity; corporate branding; image de marque; brand positioning
Market research | Marktforschung; études de marché; investigación de mercados; consumer research; consumer behavior; market intelligence; Konsumentenforschung; customer insights; consumer insights
Public relations | PR*; Öffentlichkeitsarbeit; relations publiques; relaciones públicas; press relations; Pressearbeit; media relations; relations presse; corporate communications; Unternehmenskommunikation; external communications; press releases; internal communications; communication d'entreprise; Medienarbeit; communications strategy
Advertising | Werbung; publicité; publicidad; ad campaigns; Werbekampagnen; media planning; Mediaplanung; media buying; advertising campaigns; ad copy; programmatic advertising; display advertising
Event management | event planning; Veranstaltungsmanagement; organisation d'événements; Eventmanagement; Veranstaltungsorganisation; event coordination; organización de eventos; trade shows; Messeorganisation; event organization; Veranstaltungsplanung; conference planning; trade fairs; événementiel; exhibitions; wedding planning; event marketing
Copywriting | Texten; rédaction publicitaire; Werbetexte; redacción publicitaria; Texterstellung; web copy; UX writing; conception-rédaction; SEO-Texte
E-commerce | online retail; Onlinehandel; commerce électronique; online shop; comercio electrónico; ecommerce; e-commerce management; Online-Shop; webshop; online sales; e-commerce platforms
Web analytics | Webanalyse; website analytics; Google Analytics; analyse d'audience; Adobe Analytics; GA4; Matomo; traffic analysis; conversion tracking; Web-Analytics
Conversion optimization | CRO*; conversion rate optimization; growth hacking; growth marketing; landing pages; landing page optimization
Product marketing | Produktmarketing; product positioning; marketing produit; product promotion
Direct marketing | Dialogmarketing; telemarketing; Telefonmarketing; direct mail; cold calling; Kaltakquise; télémarketing; outbound calling; Telefonakquise; prospection téléphonique
B2B marketing | account-based marketing; B2C marketing; trade marketing; channel marketing; field marketing
Customer segmentation | target group analysis; Zielgruppenanalyse; segmentation; customer journey mapping; customer journey; personas; loyalty programs; Kundenbindung; customer loyalty; fidélisation; customer retention
Pricing | pricing strategy; Preisgestaltung; politique de prix; price calculation; Preiskalkulation; revenue management; yield management; dynamic pricing; price negotiation
Promotions | sales promotion; Verkaufsförderung; promotion des ventes; brand ambassador; product demonstrations; Promotion*; sampling promotions; sales promotions
@ tool < Marketing
Google Ads | Google AdWords; AdWords; Bing Ads; Microsoft Advertising; SA360
Meta Ads | Facebook Ads; LinkedIn Ads; Facebook Ads Manager; TikTok Ads; Facebook Business Manager; Instagram Ads; Meta Business Suite
Google Tag Manager | tag management; Google Search Console; Google Marketing Platform; GTM*
SEMrush | Ahrefs; Sistrix; Moz; Screaming Frog
Mailchimp | Constant Contact; Klaviyo; CleverReach; Sendinblue; Brevo; SendGrid
Hootsuite | Buffer^; Sprout Social; social media management tools; Later^
WordPress | Elementor; WordPress themes; WooCommerce; WordPress development
TYPO3 | Contao
Drupal | Joomla
Adobe Experience Manager | AEM*; Sitecore; content management systems; CMS; CMS systems; Contentful; headless CMS; content management system; Umbraco; Content-Management-Systeme
Shopify | Shopware; PrestaShop; BigCommerce; Shopify Plus
Magento | Adobe Commerce; Salesforce Commerce Cloud; SAP Commerce; Hybris; SAP Hybris; OXID eSales; ATG Commerce
Amazon Seller Central | Amazon FBA; eBay; Amazon Vendor Central; marketplace management; online marketplaces
Webflow | Wix; Squarespace; Jimdo; website builders; Dreamweaver; Adobe Dreamweaver
Hotjar | Optimizely; heatmaps; Google Optimize; Crazy Egg
@ activity < Sales
B2B sales | business-to-business sales; B2B-Vertrieb; vente B2B; B2B; enterprise sales; corporate sales; ventas B2B
B2C sales | business-to-consumer; B2C; direct sales; Direktvertrieb; door-to-door sales; Haustürgeschäft; vente directe
Inside sales | telesales; Innendienst; Vertriebsinnendienst; phone sales; Telefonverkauf; vente par téléphone; Verkaufsinnendienst; sales support; internal sales; Verkaufsunterstützung; telephone sales
Field sales | Außendienst; outside sales; Vertriebsaußendienst; vente terrain; territory management; commercial terrain; sales representative; territory sales
Key account management | account management; Key-Account-Management; gestion de grands comptes; Großkundenbetreuung; strategic accounts; client management; client relationship management; account planning; gestión de cuentas; Kundenpflege; key accounts; gestion de comptes clés
Lead generation | prospecting; Neukundengewinnung; prospection; Kundenakquise; Akquise; customer acquisition; Neukundenakquise; lead qualification; prospection commerciale; Leadgenerierung; captación de clientes; client acquisition; Akquisition
Sales management | Vertriebsleitung; Verkaufsleitung; direction commerciale; sales leadership; Vertriebssteuerung; sales team management; gestión de ventas; management commercial; sales operations
Sales negotiations | Verkaufsverhandlungen; closing deals; Vertragsabschluss; négociation commerciale; deal closing; contract closing; Verkaufsgespräche; sales conversations; Preisverhandlungen; sales pitch; sales presentations
Sales strategy | Vertriebsstrategie; sales planning; stratégie commerciale; sales forecasting; Absatzplanung; sales forecasts; Vertriebsplanung; pipeline management; sales pipeline
Technical sales | technischer Vertrieb; solution selling; sales engineering; vente technique; presales; pre-sales; consultative selling; ingénieur commercial; solution sales
Upselling | cross-selling; up-selling; ventes additionnelles; Zusatzverkauf; cross selling; venta cruzada
Customer advisory in stores | Verkaufsberatung; product advice; conseil client; fachkundige Beratung; sales advice; sales consulting
Quotation preparation | Angebotserstellung; quote preparation; établissement de devis; Angebotskalkulation; preparing quotations; quotations; devis; offers preparation; preparing offers
Order processing | Auftragsabwicklung; traitement des commandes; order management; Auftragsbearbeitung; order entry; Bestellabwicklung; procesamiento de pedidos; order fulfillment; Bestellwesen; sales order processing
Export sales | Exportvertrieb; international sales; internationaler Vertrieb; vente export
Channel management | partner management; distribution management; channel sales; Händlerbetreuung; distributor management; dealer management; partner relations; reseller management
Complaint management | Reklamationsbearbeitung; gestion des réclamations; complaint handling; Beschwerdemanagement; Reklamationsmanagement; customer complaints; handling complaints; Reklamationen; gestion des litiges
Call center work | call centre; Callcenter; centre d'appels; inbound calls; telephone customer service; Telefonservice; contact center; call handling; inbound and outbound calls; Call-Center
Customer success management | customer success; customer onboarding; churn management; client success; net promoter score
@ activity < Sales
Retail | Einzelhandel; commerce de détail; venta minorista; retail sales; retail management; Filialleitung; Handel*; store operations; Warenverkauf; store management; retail operations; grande distribution; Marktleitung; Filialführung
Merchandising | visual merchandising; Warenpräsentation; marchandisage; Schaufenstergestaltung; window dressing; product placement; Visual-Merchandising; planogram; Warenplatzierung; product display; mise en rayon; store displays; planograms
Shelf stocking | Regalbefüllung; Regale einräumen; restocking; replenishment; Warenverräumung; stocking shelves; réassort; stocking; Warenauffüllung; reposición
POS systems | point of sale; Kassensysteme; POS*; point-of-sale systems; Kassenbedienung; POS system; Square POS; Toast POS; Lightspeed POS; logiciel de caisse
Loss prevention | Diebstahlprävention; shrinkage control; theft prevention; Warensicherung; store detective
Fashion retail | Modeverkauf; Textilverkauf; fashion consulting; styling; prêt-à-porter; Modeberatung
Wholesale | Großhandel; commerce de gros; venta al por mayor; Groß- und Außenhandel
Car sales | Automobilverkauf; Autoverkauf; vehicle sales; vente automobile
Auctioneering | valuation of antiques; appraisal of goods; antiques trade
@ tool < Sales
CRM systems | CRM; CRM software; customer relationship management; CRM-Systeme; logiciel CRM; SugarCRM; CRM system; CRM tools; Siebel; CAS genesisWorld; CRM-System; Siebel CRM
Salesforce | Salesforce CRM; Salesforce.com; SFDC; Sales Cloud; Salesforce Lightning; Salesforce Marketing Cloud; Service Cloud; Lightning Web Components
HubSpot CRM | Pipedrive; Zoho CRM; Zoho; Copper CRM
Microsoft Dynamics CRM | Dynamics CRM; Dynamics 365 Sales | ~ Microsoft Dynamics 365 .8
SAP CRM | SAP C4C; SAP Sales Cloud | ~ SAP .7
LinkedIn Sales Navigator | Sales Navigator; ZoomInfo; Apollo.io; Outreach.io; Gong.io
Genesys | Five9; Avaya; Talkdesk; contact center software | ~ Call center work .8
@ activity < Administration
Data entry | Datenerfassung; saisie de données; entrada de datos; Dateneingabe; data input; Datenpflege; data processing; data maintenance
Typing | touch typing; dactylographie; Zehnfingersystem; mecanografía; typing skills; 10-Finger-System; keyboard skills; Maschinenschreiben; Schreibmaschine
Correspondence | Korrespondenz; correspondance; business correspondence; Schriftverkehr; letter writing; correspondencia; business writing; Geschäftskorrespondenz; email correspondence; Schriftwechsel; written correspondence; kaufmännische Korrespondenz
Filing | Ablage; classement; document filing; Aktenführung; archivage; Dokumentenablage; record keeping; recordkeeping; archivo
Document management | Dokumentenmanagement; gestion documentaire; document control; Dokumentenverwaltung; DMS*; electronic filing; gestión documental; document preparation; Dokumentation*; Aktenverwaltung
Calendar management | Terminkoordination; gestion d'agenda; scheduling appointments; Terminplanung im Büro; Terminmanagement; diary management; appointment setting; Terminvereinbarung; scheduling^; Terminverwaltung; gestión de agenda; prise de rendez-vous
Travel planning | travel arrangements; Reiseplanung; organisation de voyages; Reiseorganisation; travel management; travel booking; Reisebuchung; travel coordination; tour guiding; Reiseleitung; ticketing; travel agency work; Reisebüro
Reception | front desk; Empfang; accueil; recepción; Rezeption; receptionist; guest reception; front office; Empfangstätigkeit; reception duties; telephone reception; Telefonzentrale; switchboard operation; standard téléphonique; front desk operations; Vorzimmer
Telephone etiquette | telephone skills; Telefonieren; phone etiquette; Telefondienst; answering phones; telephone communication; answering calls; telephone manner
Minutes taking | Protokollführung; prise de notes; note taking; meeting minutes; Protokollierung; taking minutes; shorthand; Stenografie; prise de procès-verbal
Executive assistance | Chefassistenz; assistanat de direction; executive support; Assistenz der Geschäftsleitung; personal assistance; secretarial work; Sekretariat; secrétariat; Vorstandsassistenz; Sekretariatsarbeiten; Assistenz der Geschäftsführung; secretariado; virtual assistance; secretarial skills
Meeting organization | meeting coordination; Besprechungsorganisation; organisation de réunions; board meetings; Sitzungsorganisation; meeting planning; meeting management; Sitzungsvorbereitung
Office supplies management | Büromaterial; ordering supplies; Materialbestellung; fournitures de bureau; office equipment; Bürogeräte; photocopying; fax machines; ordering office supplies; printers and copiers
Proofreading | Korrekturlesen; relecture; corrección de textos; Lektorat; copy editing; editing texts; copyediting; correction d'épreuves; proof-reading
Transcription | Transkription; audio typing; Phonodiktat; transcription audio; Schreiben nach Diktat; dictation
Mail handling | Postbearbeitung; gestion du courrier; incoming mail; Posteingang; Postverteilung; mail management; Postbearbeitung und -verteilung; Post-Ein- und -Ausgang
Report writing | Berichterstellung; rédaction de rapports; writing reports; Erstellung von Berichten; redacción de informes; report preparation; preparing reports; report generation
Technical writing | technische Dokumentation; rédaction technique; technical documentation; technische Redaktion; redacción técnica; user manuals; documentation^; software documentation; API documentation; operating instructions; Bedienungsanleitungen
@ tool < Administration
Microsoft Office | MS Office; Office 365; Microsoft 365; MS-Office; Microsoft Office Suite; Office suite; Office-Paket; suite Office; paquete Office; MS Office Suite; Microsoft Office 365; MS-Office-Kenntnisse; M365; Office-Anwendungen; pack Office; O365; Microsoft applications; gängige Office-Programme; MS Office 365; MS Office products; Office-Programme
Microsoft Excel | Excel^; MS Excel; MS-Excel; advanced Excel; Excel-Kenntnisse; pivot tables; Pivot-Tabellen; VLOOKUP; SVERWEIS; tableaux croisés dynamiques | < Microsoft Office
Microsoft Word | Word^; MS Word; MS-Word; WinWord | < Microsoft Office
Microsoft PowerPoint | PowerPoint; MS PowerPoint; Power Point; MS-PowerPoint | < Microsoft Office
Microsoft Outlook | Outlook^; MS Outlook; MS-Outlook; Microsoft Outlook Calendar | < Microsoft Office
Microsoft Teams | MS Teams; Teams^; Skype for Business; MS-Teams | < Microsoft Office
Microsoft Visio | Visio; MS Visio; draw.io; Lucidchart; flow charts; flowcharts | < Microsoft Office
Microsoft OneNote | OneNote; Evernote | < Microsoft Office
SharePoint | Microsoft SharePoint; MS SharePoint; SharePoint Online; OneDrive
Microsoft Publisher | Publisher^; MS Publisher
Power Automate | Microsoft Power Automate; Power Platform; Power Apps; PowerApps; Microsoft Power Platform; Microsoft Flow
Google Workspace | G Suite; Google Docs; Google Sheets; Google Drive; GSuite; Gmail; Google Apps; Google Slides; Google Calendar
LibreOffice | OpenOffice; LibreOffice Calc; OpenOffice.org
Apple iWork | Keynote^; Apple Numbers; Apple Pages; iWork
Spreadsheets | spreadsheet software; Tabellenkalkulation; tableurs; hojas de cálculo; spreadsheet; tableur
Word processing | Textverarbeitung; traitement de texte; procesador de textos; word processors; word-processing
Slack^ | Slack messenger; instant messaging tools
Zoom^ | Zoom Meetings; video conferencing; Webex; Cisco Webex; videoconferencing; Google Meet; Videokonferenzen; GoToMeeting
Adobe Acrobat | Acrobat; Adobe Reader; PDF editing; Acrobat Pro; DocuSign; Adobe Acrobat Pro
Computer literacy | computer skills; EDV-Kenntnisse; informatique bureautique; basic computer skills; PC-Kenntnisse; EDV*; bureautique; ofimática; digital literacy; internet research; Internetrecherche; IT-Kenntnisse; digital skills; PC skills; outils bureautiques; IT skills; Microsoft Windows skills; computer proficiency; MS Windows Kenntnisse; computer knowledge; basic IT skills
Lotus Notes | IBM Notes; HCL Notes; IBM Lotus Notes; Lotus Domino
Dropbox | Box.com; cloud storage; file sharing
OCR software | document scanning; scanning of documents; Digitalisierung von Dokumenten; Scannen
`;

// Larger cities of the countries that most résumés come from, as printed in English and in their own language.

export const cities: readonly string[] = `
New York|New York City|Brooklyn|Manhattan|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|San Jose|Austin|Jacksonville|Fort Worth|Columbus|Charlotte|San Francisco|Indianapolis|Seattle|Denver|Washington|Washington DC|Boston|El Paso|Nashville|Detroit|Oklahoma City|Portland|Las Vegas|Memphis|Louisville|Baltimore|Milwaukee|Albuquerque|Tucson|Fresno|Sacramento|Kansas City|Mesa|Atlanta|Omaha|Colorado Springs|Raleigh|Miami|Oakland|Minneapolis|Tulsa|Tampa|Arlington|New Orleans|Cleveland|Honolulu|Pittsburgh|Cincinnati|St. Louis|Orlando|Newark|Buffalo|Madison|Boulder|Palo Alto|Mountain View|Sunnyvale|Santa Clara|Cupertino|Menlo Park|Redmond|Bellevue|Cambridge|Stanford|Berkeley|Pasadena|Irvine|Plano|Irving|Jersey City|Stamford|Hartford|Salt Lake City|Richmond|Rochester|Ann Arbor|Princeton|New Haven|Durham|Silicon Valley|Bay Area
Toronto|Montreal|Montréal|Vancouver|Calgary|Edmonton|Ottawa|Winnipeg|Quebec City|Waterloo|Mississauga|Halifax
London|Birmingham|Manchester|Leeds|Glasgow|Edinburgh|Liverpool|Bristol|Sheffield|Cardiff|Belfast|Leicester|Nottingham|Newcastle|Oxford|Southampton|Brighton|Reading|Aberdeen|Dublin|Cork|Galway|Limerick|Bath|York|Coventry|Milton Keynes
Berlin|Hamburg|München|Munich|Köln|Cologne|Frankfurt|Frankfurt am Main|Stuttgart|Düsseldorf|Leipzig|Dortmund|Essen|Bremen|Dresden|Hannover|Nürnberg|Nuremberg|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Münster|Mannheim|Karlsruhe|Augsburg|Wiesbaden|Aachen|Heidelberg|Freiburg|Mainz|Kiel|Darmstadt|Ulm|Regensburg|Ingolstadt|Würzburg|Göttingen|Potsdam|Kassel|Erlangen|Jena|Rostock|Wolfsburg|Tübingen|Konstanz
Wien|Vienna|Graz|Linz|Salzburg|Innsbruck|Zürich|Zurich|Genf|Geneva|Genève|Basel|Bern|Lausanne|Luzern|Winterthur|St. Gallen|Zug|Lugano
Paris|Lyon|Marseille|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes|Reims|Grenoble|Dijon|Angers|Sophia Antipolis|Nancy|Rouen|Brest|Tours|Orléans|Metz|Aix-en-Provence|La Défense
Bruxelles|Brussels|Brussel|Antwerpen|Antwerp|Gent|Ghent|Leuven|Liège|Namur|Luxembourg|Amsterdam|Rotterdam|Den Haag|The Hague|Utrecht|Eindhoven|Groningen|Tilburg|Delft|Leiden|Nijmegen|Maastricht|Enschede|Arnhem|Haarlem|Breda
Madrid|Barcelona|Valencia|Sevilla|Seville|Zaragoza|Málaga|Malaga|Bilbao|Murcia|Palma|Palma de Mallorca|Granada|Alicante|Córdoba|Valladolid|Vigo|Gijón|Salamanca|San Sebastián|Santander|Pamplona
Roma|Rome|Milano|Milan|Napoli|Naples|Torino|Turin|Palermo|Genova|Genoa|Bologna|Firenze|Florence|Bari|Catania|Venezia|Venice|Verona|Padova|Padua|Trieste|Brescia|Parma|Modena|Pisa|Trento|Perugia|Bergamo
Lisboa|Lisbon|Porto|Braga|Coimbra|Aveiro|Faro|Funchal|Setúbal|Leiria
Warszawa|Warsaw|Kraków|Krakow|Cracow|Łódź|Lodz|Wrocław|Wroclaw|Poznań|Poznan|Gdańsk|Gdansk|Szczecin|Lublin|Katowice|Gdynia|Białystok|Gliwice|Rzeszów|Toruń
Praha|Prague|Brno|Ostrava|Bratislava|Budapest|Bucharest|București|Cluj-Napoca|Iași|Timișoara|Sofia|Athens|Thessaloniki|Zagreb|Ljubljana|Belgrade|Beograd|Sarajevo|Skopje|Tirana|Kyiv|Kiev|Lviv|Kharkiv|Odessa|Minsk|Moscow|Saint Petersburg|St. Petersburg|Riga|Vilnius|Kaunas|Tallinn|Tartu
Copenhagen|København|Aarhus|Odense|Stockholm|Göteborg|Gothenburg|Malmö|Uppsala|Lund|Oslo|Bergen|Trondheim|Stavanger|Helsinki|Espoo|Tampere|Turku|Reykjavik
Istanbul|Ankara|Izmir|Bursa|Antalya|Tel Aviv|Jerusalem|Haifa|Dubai|Abu Dhabi|Sharjah|Doha|Riyadh|Jeddah|Kuwait City|Manama|Muscat|Beirut|Amman|Cairo|Alexandria|Casablanca|Rabat|Tunis|Algiers|Lagos|Abuja|Accra|Nairobi|Kampala|Addis Ababa|Johannesburg|Cape Town|Pretoria|Durban|Dakar|Kigali
Mumbai|Bombay|Delhi|New Delhi|Bangalore|Bengaluru|Hyderabad|Ahmedabad|Chennai|Kolkata|Surat|Pune|Jaipur|Lucknow|Kanpur|Nagpur|Indore|Thane|Bhopal|Visakhapatnam|Vizag|Patna|Vadodara|Ghaziabad|Ludhiana|Agra|Nashik|Faridabad|Meerut|Rajkot|Varanasi|Srinagar|Aurangabad|Dhanbad|Amritsar|Navi Mumbai|Allahabad|Ranchi|Howrah|Coimbatore|Jabalpur|Gwalior|Vijayawada|Jodhpur|Madurai|Raipur|Kota|Guwahati|Chandigarh|Mysore|Mysuru|Gurgaon|Gurugram|Noida|Greater Noida|Kochi|Cochin|Trivandrum|Thiruvananthapuram|Mangalore|Bhubaneswar|Dehradun|Kozhikode|Calicut|Secunderabad|Mohali|Panchkula|Trichy|Salem|Warangal|Guntur|Udaipur|Ajmer|Jamshedpur|Cuttack|Siliguri|Goa|Hubli|Belgaum|Solapur|Kolhapur|Amravati|Nellore|Tirupati|Kakinada|Vellore|Pondicherry|Puducherry|Thrissur|Kollam|Kannur|Jammu|Shimla|Ambala|Panipat|Karnal|Rohtak|Hisar|Jalandhar|Patiala|Bareilly|Aligarh|Moradabad|Gorakhpur|Jhansi
Karachi|Lahore|Islamabad|Rawalpindi|Dhaka|Chittagong|Colombo|Kathmandu|Singapore|Kuala Lumpur|Penang|Jakarta|Bandung|Surabaya|Bangkok|Manila|Makati|Quezon City|Cebu|Ho Chi Minh City|Hanoi|Yangon|Phnom Penh|Hong Kong|Shanghai|Beijing|Shenzhen|Guangzhou|Hangzhou|Chengdu|Wuhan|Nanjing|Suzhou|Tianjin|Xi'an|Taipei|Hsinchu|Tokyo|Osaka|Kyoto|Yokohama|Nagoya|Fukuoka|Seoul|Busan|Incheon
Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Gold Coast|Hobart|Auckland|Wellington|Christchurch|Hamilton
Mexico City|Ciudad de México|Guadalajara|Monterrey|Puebla|Tijuana|Bogotá|Bogota|Medellín|Medellin|Cali|Lima|Quito|Guayaquil|Santiago|Santiago de Chile|Valparaíso|Buenos Aires|Rosario|Mendoza|Montevideo|Asunción|La Paz|Caracas|San Juan|Santo Domingo|Panama City|San José|Guatemala City|Havana
São Paulo|Sao Paulo|Rio de Janeiro|Brasília|Brasilia|Salvador|Fortaleza|Belo Horizonte|Curitiba|Recife|Porto Alegre|Campinas|Florianópolis|Goiânia|Manaus`
  .split(/[|\n]/)
  .map((name) => name.trim())
  .filter(Boolean);

/** States and provinces beside those that addresses are read by. */
export const provinces: readonly string[] = `
Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Gujarat|Haryana|Himachal Pradesh|Jammu and Kashmir|Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Orissa|Punjab|Rajasthan|Sikkim|Tamil Nadu|Tamilnadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|Uttaranchal|West Bengal|Bangalore Urban|A.P|AP|TN|UP|MP
Île-de-France|Bretagne|Normandie|Occitanie|Catalonia|Cataluña|Andalucía|Lombardia|Lazio|Toscana|Piemonte|Veneto|Sicilia|Noord-Holland|Zuid-Holland|Noord-Brabant|Mazowieckie|Małopolskie
England|Scotland|Wales|Northern Ireland|Kent|Surrey|Essex|Yorkshire|Lancashire|Hertfordshire|Berkshire|Hampshire|Vlaanderen|Wallonie
B.C.|D.C.|N.Y.|N.J.|Calif.|Mass.|Tex.|Pa.|U.S.|U.K.|U.S.A.|U.A.E.`
  .split(/[|\n]/)
  .map((name) => name.trim())
  .filter(Boolean);

// States, provinces and Länder by country: names as printed → the code used in addresses there (ISO 3166-2 without the country).

export interface Region {
  country: string;
  code: string;
  name: string;
}

const tables: Record<string, string> = {
  US: 'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|QC Québec|SK Saskatchewan|YT Yukon',
  DE: 'BW Baden-Württemberg|BY Bayern|BY Bavaria|BE Berlin|BB Brandenburg|HB Bremen|HH Hamburg|HE Hessen|HE Hesse|MV Mecklenburg-Vorpommern|NI Niedersachsen|NI Lower Saxony|NW Nordrhein-Westfalen|NW North Rhine-Westphalia|RP Rheinland-Pfalz|SL Saarland|SN Sachsen|SN Saxony|ST Sachsen-Anhalt|SH Schleswig-Holstein|TH Thüringen|TH Thuringia',
  IN: 'AP Andhra Pradesh|AR Arunachal Pradesh|AS Assam|BR Bihar|CT Chhattisgarh|DL Delhi|DL New Delhi|GA Goa|GJ Gujarat|HR Haryana|HP Himachal Pradesh|JK Jammu and Kashmir|JH Jharkhand|KA Karnataka|KL Kerala|LA Ladakh|MP Madhya Pradesh|MH Maharashtra|MN Manipur|ML Meghalaya|MZ Mizoram|NL Nagaland|OR Odisha|OR Orissa|PY Puducherry|PB Punjab|RJ Rajasthan|SK Sikkim|TN Tamil Nadu|TN Tamilnadu|TG Telangana|TR Tripura|UP Uttar Pradesh|UT Uttarakhand|WB West Bengal',
  AU: 'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia',
  MY: '01 Johor|01 Johor Darul Takzim|02 Kedah|03 Kelantan|04 Melaka|04 Malacca|05 Negeri Sembilan|05 N. Sembilan|06 Pahang|07 Pulau Pinang|07 Penang|08 Perak|09 Perlis|10 Selangor|10 Selangor Darul Ehsan|10 Selangor D.E.|11 Terengganu|12 Sabah|13 Sarawak|14 Wilayah Persekutuan|14 Kuala Lumpur|15 Labuan|16 Putrajaya',
  GB: 'ENG England|SCT Scotland|WLS Wales|NIR Northern Ireland',
};

export const regions: readonly Region[] = Object.entries(tables).flatMap(([country, table]) =>
  table.split('|').map((row) => {
    const space = row.indexOf(' ');
    return { country, code: row.slice(0, space), name: row.slice(space + 1) };
  }),
);

/** Codes printed between city and postal code ("Austin, TX 78701"). */
export const regionCodes: ReadonlyMap<string, ReadonlyMap<string, Region>> = new Map(
  Object.keys(tables).map((country) => [
    country,
    new Map(
      regions
        .filter((region) => region.country === country)
        .reverse()
        .map((region) => [region.code, region]),
    ),
  ]),
);

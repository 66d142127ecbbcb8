// A sale over the counter: a shop, what was bought, how it was paid. Amounts are whole minor units.
import { addDays, mulDivRound } from '../format.ts';
import type { Random } from '../random.ts';
import type { Language, Region } from '../regions/region.ts';
import { drawParty, type Party } from '../trade/party.ts';
import { RETAIL_GOODS, RETAIL_KINDS, type RetailKind } from '../words/goods.ts';

export interface SaleItem {
  description: string;
  /** Thousandths. */
  quantity: number;
  /** Ten-thousandths of the currency, tax included where prices include it. */
  unitPrice: number;
  amount: number;
  rate: number;
}

export interface Sale {
  kind: RetailKind;
  shop: Party;
  shopName: string;
  items: SaleItem[];
  /** Prices include tax (everywhere but in the United States). */
  inclusive: boolean;
  sum: number;
  taxes: { rate: number; base: number; amount: number }[];
  tax: number;
  tip: number;
  total: number;
  date: string;
  time: string;
  cash: boolean;
  given: number;
}

const SHOPS: Record<RetailKind, Record<Language, readonly string[]>> = {
  grocery: {
    en: ['Market', 'Foodstore', 'Grocers'],
    de: ['Frischemarkt', 'Supermarkt', 'Kaufhalle'],
    fr: ['Marché', 'Supérette', 'Épicerie'],
    es: ['Supermercado', 'Autoservicio'],
    it: ['Supermercato', 'Market'],
    pt: ['Supermercado', 'Minimercado'],
    nl: ['Supermarkt', 'Buurtsuper'],
  },
  restaurant: {
    en: ['Kitchen', 'Bistro', 'Café', 'Grill'],
    de: ['Gasthaus', 'Café', 'Wirtshaus'],
    fr: ['Brasserie', 'Le Bistrot', 'Café'],
    es: ['Restaurante', 'Taberna', 'Cafetería'],
    it: ['Trattoria', 'Ristorante', 'Bar'],
    pt: ['Restaurante', 'Tasca', 'Pastelaria'],
    nl: ['Eetcafé', 'Restaurant', 'Brasserie'],
  },
  hardware: {
    en: ['Hardware', 'DIY Centre', 'Tools'],
    de: ['Baumarkt', 'Eisenwaren'],
    fr: ['Bricolage', 'Quincaillerie'],
    es: ['Ferretería', 'Bricolaje'],
    it: ['Ferramenta', 'Brico'],
    pt: ['Ferragens', 'Drogaria'],
    nl: ['Bouwmarkt', 'IJzerhandel'],
  },
  fuel: {
    en: ['Service Station', 'Fuels'],
    de: ['Tankstelle', 'Tank & Rast'],
    fr: ['Station-service', 'Relais'],
    es: ['Estación de Servicio', 'Gasolinera'],
    it: ['Stazione di servizio', 'Carburanti'],
    pt: ['Posto de Combustível', 'Combustíveis'],
    nl: ['Tankstation', 'Brandstoffen'],
  },
  pharmacy: {
    en: ['Pharmacy', 'Chemist'],
    de: ['Apotheke', 'Drogerie'],
    fr: ['Pharmacie', 'Parapharmacie'],
    es: ['Farmacia'],
    it: ['Farmacia', 'Parafarmacia'],
    pt: ['Farmácia'],
    nl: ['Apotheek', 'Drogisterij'],
  },
};

const NAMES = [
  'Almora',
  'Birkenhain',
  'Castello',
  'Del Rio',
  'Esplanade',
  'Fontaine',
  'Goldener Anker',
  'Harbour',
  'Iris',
  'Jolanda',
  'Kastanie',
  'Lumen',
  'Miramar',
  'Nordstern',
  'Olivo',
  'Parkside',
  'Rosmarin',
  'Saint-Paul',
  'Tulipa',
  'Veldzicht',
];

/** Draws a sale in a shop of the region. */
export function drawSale(random: Random, region: Region, kindWanted?: RetailKind): Sale {
  const kind = kindWanted ?? random.pick(RETAIL_KINDS);
  const word = random.pick(SHOPS[kind][region.language]);
  const name = random.pick(NAMES);
  const shop = drawParty(random.fork('shop'), region, 'food');
  const inclusive = region.country !== 'US';
  const standard = random.pick(region.standardRates);
  const reduced = region.reducedRates.length > 0 ? random.pick(region.reducedRates) : standard;
  const count = kind === 'fuel' ? random.int(1, 3) : random.int(1, kind === 'grocery' ? 12 : 7);
  const scale = region.currency === 'MXN' ? 18 : region.currency === 'BRL' ? 5 : 1;
  const items = random.sample(RETAIL_GOODS[kind], count).map((goods): SaleItem => {
    const quantity =
      goods.unit === 'kg'
        ? random.int(120, 2400)
        : goods.unit === 'l'
          ? random.int(800, 6200) * 10
          : random.pick([1, 1, 1, 2, 3]) * 1000;
    const unitPrice =
      kind === 'fuel' && goods.unit === 'l'
        ? random.int(goods.low, goods.high) * scale * 100 + 90
        : random.int(goods.low, goods.high) * scale * 100;
    return {
      description: goods.names[region.language],
      quantity,
      unitPrice,
      amount: mulDivRound(quantity, unitPrice, 100_000),
      rate: goods.reduced ? reduced : standard,
    };
  });
  const sum = items.reduce((total, item) => total + item.amount, 0);
  const taxes = [...new Set(items.map((item) => item.rate))]
    .sort((a, b) => b - a)
    .map((rate) => {
      const amount = items.filter((item) => item.rate === rate).reduce((total, item) => total + item.amount, 0);
      const tax = inclusive ? amount - mulDivRound(amount, 10_000, 10_000 + rate) : mulDivRound(amount, rate, 10_000);
      return { rate, base: inclusive ? amount - tax : amount, amount: tax };
    });
  const tax = taxes.reduce((total, entry) => total + entry.amount, 0);
  const beforeTip = inclusive ? sum : sum + tax;
  const tip =
    kind === 'restaurant' && random.chance(region.country === 'US' ? 0.6 : 0.2)
      ? mulDivRound(beforeTip, random.pick([10, 12, 15, 18, 20]), 100)
      : 0;
  const total = beforeTip + tip;
  const cash = random.chance(0.4);
  const note = random.pick([500, 1000, 2000, 5000]) * scale;
  return {
    kind,
    shop,
    shopName:
      random.chance(0.5) || region.language === 'en' || region.language === 'nl' || region.language === 'de'
        ? `${name} ${word}`
        : `${word} ${name}`,
    items,
    inclusive,
    sum,
    taxes,
    tax,
    tip,
    total,
    date: addDays('2019-01-07', random.int(0, 2500)),
    time: `${String(random.int(7, 22)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`,
    cash,
    given: Math.ceil(total / note) * note,
  };
}

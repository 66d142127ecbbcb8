// A piece of business with sums that add up: lines, discounts, shipping, taxes, payments. Amounts are whole minor units.
import { drawGtin } from '../check-digits.ts';
import { addDays, mulDivRound } from '../format.ts';
import type { Random } from '../random.ts';
import type { Region } from '../regions/region.ts';
import type { SynthType } from '../truth.ts';
import { WORDS } from '../words/all.ts';
import { TRADE_GOODS } from '../words/goods.ts';
import { SECTORS, type Sector, type UnitCode } from '../words/words.ts';
import { drawParty, type Party } from './party.ts';

export interface DealLine {
  sku: string;
  buyerSku: string;
  gtin: string;
  description: string;
  /** A second line of text below the description. */
  detail?: string;
  brand: string;
  /** Thousandths. */
  quantity: number;
  unit: UnitCode;
  /** Ten-thousandths of the currency. */
  unitPrice: number;
  /** Percent, whole. */
  discount: number;
  net: number;
  /** Hundredths of a percent. */
  rate: number;
  tax: number;
  deliveryDate: string;
  /** Index of the section heading above it (bills of quantities). */
  section: number;
}

export interface DealTax {
  rate: number;
  base: number;
  amount: number;
}

export interface Deal {
  type: SynthType;
  sector: Sector;
  seller: Party;
  buyer: Party;
  shipTo?: Party;
  lines: DealLine[];
  lineTotal: number;
  /** Percent of the line total, when the discount is given as one. */
  discountPercent?: number;
  discount: number;
  shipping: number;
  taxes: DealTax[];
  /** normal; reverse = tax owed by the buyer; exempt = seller charges none. */
  taxMode: 'normal' | 'reverse' | 'exempt';
  net: number;
  tax: number;
  gross: number;
  rounding: number;
  paid: number;
  due: number;
  issueDate: string;
  dueDate: string;
  deliveryDate: string;
  periodStart: string;
  periodEnd: string;
  validUntil: string;
  submissionDeadline: string;
  termDays: number;
}

/** Splits an amount over parts in proportion to their weights; the pieces sum to the amount exactly. */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let restAmount = amount;
  let restWeight = total;
  return weights.map((weight) => {
    const share = restWeight === 0 ? 0 : mulDivRound(restAmount, weight, restWeight);
    restAmount -= share;
    restWeight -= weight;
    return share;
  });
}

function drawQuantity(random: Random, unit: UnitCode): number {
  switch (unit) {
    case 'h':
      return random.int(2, 160) * 250;
    case 'kg':
    case 'l':
    case 'm':
    case 'm2':
    case 'm3':
      return random.chance(0.4) ? random.int(10, 2500) * 100 : random.int(1, 120) * 1000;
    case 'day':
      return random.int(1, 20) * 500;
    case 'mon':
      return random.pick([1, 1, 1, 3, 12]) * 1000;
    case 'flat':
      return 1000;
    default:
      return random.pick([random.int(1, 4), random.int(1, 12), random.int(10, 250)]) * 1000;
  }
}

/** Prices end like prices do: mostly round, sometimes to the cent, for cheap bulk goods to a tenth of a cent. */
function drawPrice(random: Random, low: number, high: number, finePrices: boolean): number {
  const cents = random.int(low, Math.max(low, high));
  if (finePrices && cents < 500) return cents * 100 + random.int(0, 9) * 10;
  const step = random.pick([1, 5, 10, 50, 100]);
  return Math.max(1, cents > step * 4 ? Math.round(cents / step) * step : cents) * 100;
}

interface LinePlan {
  count: number;
  finePrices: boolean;
  lineDiscounts: boolean;
  details: boolean;
  multiRate: boolean;
}

function drawLines(
  random: Random,
  region: Region,
  sector: Sector,
  onSite: boolean,
  plan: LinePlan,
  taxMode: Deal['taxMode'],
  issueDate: string,
): DealLine[] {
  const words = WORDS[region.language];
  const standard = random.pick(region.standardRates);
  const reduced = plan.multiRate && region.reducedRates.length > 0 ? random.pick(region.reducedRates) : standard;
  const other = random.pick(
    onSite ? (['building', 'mechanical', 'service'] as const) : SECTORS.filter((candidate) => candidate !== sector),
  );
  const pool =
    plan.count > TRADE_GOODS[sector].length ? [...TRADE_GOODS[sector], ...TRADE_GOODS[other]] : TRADE_GOODS[sector];
  const chosen =
    plan.count <= pool.length
      ? random.sample(pool, plan.count)
      : Array.from({ length: plan.count }, () => random.pick(pool));
  const skuStyle = random.int(0, 3);
  const scale = region.currency === 'MXN' ? 18 : region.currency === 'BRL' ? 5 : 1;
  return chosen.map((goods, i) => {
    const quantity = drawQuantity(random, goods.unit);
    const unitPrice = drawPrice(random, goods.low * scale, goods.high * scale, plan.finePrices);
    const discount = plan.lineDiscounts && random.chance(0.5) ? random.pick([5, 10, 15, 20, 25]) : 0;
    const full = mulDivRound(quantity, unitPrice, 100_000);
    const net = discount === 0 ? full : mulDivRound(mulDivRound(quantity, unitPrice, 1), 100 - discount, 10_000_000);
    const rate = taxMode === 'normal' ? (goods.reduced ? reduced : standard) : 0;
    const sku = [
      () => random.digits(6),
      () => `${random.letters(2)}-${random.digits(4)}`,
      () => `${random.letters(3)}${random.digits(3)}.${random.digits(2)}`,
      () => `${random.int(10, 99)}-${random.digits(3)}-${random.letters(1)}`,
    ][skuStyle]!();
    return {
      sku,
      buyerSku: `${random.letters(1)}${random.digits(5)}`,
      gtin: drawGtin(random),
      description: goods.names[region.language],
      ...(plan.details && random.chance(0.5)
        ? { detail: random.pick(words.details).replace('{x}', `${random.letters(1)}${random.digits(5)}`) }
        : {}),
      brand: random.pick(['Velmora', 'Hexalon', 'Brontis', 'Tervanto', 'Orbisca']),
      quantity,
      unit: goods.unit,
      unitPrice,
      discount,
      net,
      rate,
      tax: mulDivRound(net, rate, 10_000),
      deliveryDate: addDays(issueDate, random.int(7, 60)),
      section: Math.floor((i * Math.max(1, Math.ceil(plan.count / 4))) / Math.max(1, plan.count)),
    };
  });
}

function sumTaxes(lines: readonly DealLine[], discount: number, shipping: number): DealTax[] {
  const rates = [...new Set(lines.map((line) => line.rate))].sort((a, b) => b - a);
  const bases = rates.map((rate) =>
    lines.filter((line) => line.rate === rate).reduce((sum, line) => sum + line.net, 0),
  );
  const discounts = allocate(discount, bases);
  return rates.map((rate, i) => {
    const base = bases[i]! - discounts[i]! + (i === 0 ? shipping : 0);
    return { rate, base, amount: mulDivRound(base, rate, 10_000) };
  });
}

const UNPRICED = new Set<SynthType>(['rfq', 'delivery_note']);

/** Draws a deal; `region` is the issuer's, who is drawn from `habits`. */
export function drawDeal(
  random: Random,
  type: SynthType,
  region: Region,
  foreign: Region | undefined,
  habits = random,
): Deal {
  const sector = habits.pick(type === 'boq' ? (['building', 'building', 'mechanical'] as const) : SECTORS);
  const isBusiness = type !== 'invoice' && type !== 'credit_note' ? true : random.chance(0.82);
  const otherRegion = foreign && isBusiness ? foreign : region;
  const issuer = drawParty(
    habits.fork('issuer'),
    region,
    type === 'purchase_order' || type === 'rfq' ? habits.pick(SECTORS) : sector,
  );
  const recipient = drawParty(random.fork('recipient'), otherRegion, random.pick(SECTORS), isBusiness);
  const issuerBuys = type === 'purchase_order' || type === 'rfq' || type === 'boq';
  const seller = issuerBuys ? recipient : issuer;
  const buyer = issuerBuys ? issuer : recipient;
  const priced = !UNPRICED.has(type);
  const taxMode = !priced
    ? 'normal'
    : otherRegion !== region
      ? 'reverse'
      : random.chance(region.country === 'US' ? 0.2 : 0.05)
        ? 'exempt'
        : 'normal';
  const issueDate = addDays('2019-01-07', random.int(0, 2500));
  const many = type === 'boq' ? random.int(8, 26) : random.chance(0.1) ? random.int(28, 62) : random.int(1, 9);
  const lines = drawLines(
    random.fork('lines'),
    region,
    sector,
    type === 'boq',
    {
      count: many,
      finePrices: random.chance(0.15),
      lineDiscounts: priced && type !== 'boq' && random.chance(0.18),
      details: random.chance(0.2),
      multiRate: random.chance(0.6),
    },
    taxMode,
    issueDate,
  );
  const lineTotal = lines.reduce((sum, line) => sum + line.net, 0);
  const allowsExtras = priced && type !== 'boq';
  const discountPercent = allowsExtras && random.chance(0.14) ? random.pick([2, 3, 5, 10]) : undefined;
  const discount = discountPercent === undefined ? 0 : mulDivRound(lineTotal, discountPercent, 100);
  const shipping =
    allowsExtras && type !== 'credit_note' && random.chance(0.22)
      ? random.pick([490, 695, 990, 1250, 1800, 4500, 8500])
      : 0;
  const taxes = sumTaxes(lines, discount, shipping);
  const net = lineTotal - discount + shipping;
  const tax = taxes.reduce((sum, entry) => sum + entry.amount, 0);
  const gross = net + tax;
  const isInvoice = type === 'invoice';
  const rounding =
    isInvoice && region.currency === 'CHF' && random.chance(0.6) ? mulDivRound(gross, 1, 5) * 5 - gross : 0;
  const paid =
    isInvoice && random.chance(0.14)
      ? random.chance(0.3)
        ? gross + rounding
        : mulDivRound(gross, random.pick([10, 20, 30, 50]), 100)
      : 0;
  const termDays = random.pick([7, 10, 14, 14, 21, 30, 30, 30, 45, 60]);
  const monthStart = `${issueDate.slice(0, 8)}01`;
  const periodEnd = addDays(monthStart, -1);
  return {
    type,
    sector,
    seller,
    buyer,
    ...(random.chance(0.3) ? { shipTo: drawParty(random.fork('ship'), buyer.region, sector, buyer.isCompany) } : {}),
    lines,
    lineTotal,
    ...(discountPercent === undefined ? {} : { discountPercent }),
    discount,
    shipping,
    taxes,
    taxMode,
    net,
    tax,
    gross,
    rounding,
    paid,
    due: gross + rounding - paid,
    issueDate,
    dueDate: addDays(issueDate, termDays),
    deliveryDate:
      issuerBuys || type === 'quotation'
        ? addDays(issueDate, random.int(10, 70))
        : addDays(issueDate, -random.int(0, 12)),
    periodStart: `${periodEnd.slice(0, 8)}01`,
    periodEnd,
    validUntil: addDays(issueDate, random.pick([14, 30, 30, 60, 90])),
    submissionDeadline: addDays(issueDate, random.int(10, 35)),
    termDays,
  };
}

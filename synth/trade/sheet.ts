// A deal as its issuer writes it down: labels, texts and rows for a layout to place. Whatever is handed out is written into the ledger.
import { groupFours } from '../format.ts';
import type { Random } from '../random.ts';
import type { Ledger } from '../truth.ts';
import type { ColumnKey, MetaKey, PartyKey, TitleKey } from '../words/words.ts';
import { type Column, chooseColumns } from './columns.ts';
import type { Deal, DealLine } from './deal.ts';
import { fill, type Manner } from './manner.ts';
import { makeOdd } from './oddities.ts';
import { drawPairs, type Pair } from './pairs.ts';
import type { Party } from './party.ts';
import type { Sender } from './sender.ts';
import { listTotals, type TaxRow, type TotalRow, tabulateTaxes } from './totals.ts';

export type Role = 'seller' | 'buyer';

export interface Sheet {
  random: Random;
  deal: Deal;
  manner: Manner;
  ledger: Ledger;
  title(): string;
  /** Title and number in one line, e.g. `Rechnung Nr. 17`. */
  titleWithNumber(): string;
  /** Takes what stands bare at the edge of the page. */
  takeLoose(): Pair[];
  /** Takes label and value pairs that no layout part has taken yet. */
  takeMeta(choice?: { only?: readonly MetaKey[]; except?: readonly MetaKey[]; limit?: number }): Pair[];
  issuer: Party;
  recipient: Party;
  /** Heading over the recipient's or the issuer's address. */
  partyLabel(which: 'issuer' | 'recipient' | 'shipTo'): string;
  /** Name and address, one line each. */
  partyLines(
    which: 'issuer' | 'recipient',
    options?: { country?: boolean; attention?: boolean; taxNumber?: boolean; name?: boolean },
  ): string[];
  shipToLines(): string[];
  /** Issuer in one line, as in the window of an envelope. */
  senderLine(separator: string): string;
  /** Phone, e-mail, website; or the first `limit` of them. */
  contactPairs(limit?: number): Pair[];
  registrationPairs(): Pair[];
  bankPairs(): Pair[];
  columns(order?: readonly ColumnKey[]): Column[];
  rows(): readonly DealLine[];
  /** Call once the columns are settled: writes the lines into the ledger. */
  stateLines(columns: readonly Column[], withDetails: boolean): void;
  totals(): TotalRow[];
  taxRows(): TaxRow[];
  /** Whether amounts stand in the table at all. */
  priced: boolean;
  intro(): string | undefined;
  closing(): string[];
  sign: number;
}

const ISSUER_LABELS: Partial<Record<TitleKey, PartyKey>> = { purchase_order: 'buyer', rfq: 'buyer', boq: 'buyer' };

/** Wires a deal, a manner and a ledger together. With a sender, `random` draws what it keeps to, `contents` the rest. */
export function createSheet(
  random: Random,
  deal: Deal,
  manner: Manner,
  ledger: Ledger,
  { sender, contents }: { sender?: Sender | undefined; contents?: Random } = {},
): Sheet {
  const type = deal.type as TitleKey;
  const issuerRole: Role = ISSUER_LABELS[type] ? 'buyer' : 'seller';
  const recipientRole: Role = issuerRole === 'seller' ? 'buyer' : 'seller';
  const issuer = deal[issuerRole];
  const recipient = deal[recipientRole];
  const sign = deal.type === 'credit_note' && random.chance(0.2) ? -1 : 1;
  const priced = deal.type !== 'rfq' && deal.type !== 'delivery_note' && !(deal.type === 'boq' && random.chance(0.25));
  const drawn = drawPairs(random.fork('pairs'), deal, manner, contents?.fork('pairs'));
  const pending = sender
    ? makeOdd(drawn, { ...sender, random: (contents ?? random).fork('odd'), deal, manner })
    : drawn;
  const foreign = deal.seller.region !== deal.buyer.region;
  const { words } = manner;
  const roleOf = (which: 'issuer' | 'recipient'): Role => (which === 'issuer' ? issuerRole : recipientRole);
  const partyOf = (which: 'issuer' | 'recipient'): Party => (which === 'issuer' ? issuer : recipient);

  const take = (pair: (typeof pending)[number]): Pair => {
    pending.splice(pending.indexOf(pair), 1);
    for (const fact of pair.facts) ledger.state(fact.path, fact.value, fact.text ?? pair.text, fact.exact ?? true);
    return { key: pair.key, label: pair.label, text: pair.text };
  };
  const stateTaxNumber = (role: Role, party: Party): void =>
    ledger.state(
      `${role}.${party.region.taxNumberPath}`,
      party.taxNumberText.replace(/ (?!MWST)/g, ''),
      party.taxNumberText,
    );
  const stateCurrency = (place: 'line' | 'total', text: string): void => {
    if (manner.showsCurrency(place)) ledger.state('currency', manner.region.currency, text);
  };
  const title = (): string => manner.word(words.titles[type]);

  return {
    random,
    deal,
    manner,
    ledger,
    issuer,
    recipient,
    priced,
    sign,
    title,
    titleWithNumber() {
      const number = pending.find((pair) => pair.key === 'number' && !pair.loose);
      if (!number) return title();
      const { text } = take(number);
      const mark =
        manner.region.language === 'fr'
          ? 'N°'
          : manner.region.language === 'en'
            ? random.pick(['No.', '#', ''])
            : manner.region.language === 'de'
              ? random.pick(['Nr.', ''])
              : random.pick(['n.', '']);
      return `${title()} ${mark}${mark === '#' || mark === '' ? '' : ' '}${text}`;
    },
    takeLoose: () => pending.filter(({ loose }) => loose).map(take),
    takeMeta(choice = {}) {
      const isOneOf = (keys: readonly string[] | undefined, key: string): boolean => keys?.includes(key) ?? false;
      const wanted = pending.filter(
        ({ key, loose }) => !loose && (!choice.only || isOneOf(choice.only, key)) && !isOneOf(choice.except, key),
      );
      return wanted.slice(0, choice.limit ?? wanted.length).map(take);
    },
    partyLabel(which) {
      if (which === 'shipTo')
        return manner.word(issuerRole === 'buyer' ? words.parties.deliverTo : words.parties.shipTo);
      if (which === 'issuer') return manner.word(issuerRole === 'buyer' ? words.parties.buyer : words.parties.from);
      return manner.word(issuerRole === 'buyer' ? words.parties.supplier : words.parties.billTo);
    },
    partyLines(which, options = {}) {
      const party = partyOf(which);
      const role = roleOf(which);
      const cityLine = party.region.cityLine(party.city);
      const lines: string[] = [];
      if (options.name !== false) {
        lines.push(party.name);
        ledger.state(`${role}.name`, party.name, party.name, false);
      }
      if (options.attention && party.attention) lines.push(party.attention);
      lines.push(party.street, cityLine);
      ledger.state(`${role}.address`, `${party.street}, ${cityLine}`, `${party.street} ${cityLine}`, false);
      if (options.country ?? foreign) {
        lines.push(party.region.countryName);
        ledger.state(`${role}.country`, party.region.country, party.region.countryName, false);
      }
      if ((options.taxNumber ?? foreign) && party.isCompany) {
        lines.push(`${party.taxNumberLabel}: ${party.taxNumberText}`);
        stateTaxNumber(role, party);
      }
      return lines;
    },
    shipToLines() {
      const party = deal.shipTo;
      if (!party) return [];
      const cityLine = party.region.cityLine(party.city);
      ledger.state('deliveryAddress', `${party.street}, ${cityLine}`, `${party.street} ${cityLine}`, false);
      return [party.name, party.street, cityLine];
    },
    senderLine(separator) {
      const cityLine = issuer.region.cityLine(issuer.city);
      ledger.state(`${issuerRole}.name`, issuer.name, issuer.name, false);
      ledger.state(`${issuerRole}.address`, `${issuer.street}, ${cityLine}`, `${issuer.street} ${cityLine}`, false);
      return [issuer.name, issuer.street, cityLine].join(separator);
    },
    contactPairs(limit = 3) {
      const pairs: Pair[] = [];
      for (const key of (['phone', 'email', 'website'] as const).slice(0, limit)) {
        ledger.state(`${issuerRole}.${key}`, issuer[key], issuer[key]);
        pairs.push({ key, label: manner.word(words.ids[key]), text: issuer[key] });
      }
      return pairs;
    },
    registrationPairs() {
      stateTaxNumber(issuerRole, issuer);
      ledger.state(`${issuerRole}.registrationId`, issuer.registration.text, issuer.registration.text, false);
      return [
        { key: 'taxNumber', label: issuer.taxNumberLabel, text: issuer.taxNumberText },
        { key: 'registration', label: issuer.registration.label, text: issuer.registration.text },
      ];
    },
    bankPairs() {
      const pairs: Pair[] = [{ key: 'bank', label: manner.word(words.ids.bank), text: issuer.bankName }];
      if (issuer.iban) {
        const text = random.chance(0.75) ? groupFours(issuer.iban) : issuer.iban;
        pairs.push({ key: 'iban', label: manner.word(words.ids.iban), text });
        ledger.state(`${issuerRole}.iban`, issuer.iban, text);
      }
      pairs.push({ key: 'bic', label: manner.word(words.ids.bic), text: issuer.bic });
      ledger.state(`${issuerRole}.bic`, issuer.bic, issuer.bic);
      return pairs;
    },
    columns(order) {
      const columns = chooseColumns(random.fork('columns'), deal, manner, sign, order);
      return priced
        ? columns
        : columns.filter(
            (column) =>
              !['unitPrice', 'discount', 'netAmount', 'grossAmount', 'taxAmount', 'taxRate'].includes(column.key),
          );
    },
    rows: () => deal.lines,
    stateLines(columns, withDetails) {
      deal.lines.forEach((line, index) => {
        for (const column of columns) column.state(ledger, line, index);
        if (withDetails && line.detail) ledger.stateLine(index, 'specification', line.detail, line.detail, false);
      });
      const amount = columns.find((column) => column.key === 'netAmount' || column.key === 'grossAmount');
      if (amount && deal.lines[0]) {
        stateCurrency('line', amount.text(deal.lines[0], 0));
        if (manner.currencyPlace === 'column-header' && amount.key === 'netAmount') {
          ledger.state('currency', manner.region.currency, manner.region.currency, false);
        }
      }
    },
    totals() {
      const rows = listTotals(random, deal, manner, ledger, sign);
      const first = rows[0];
      if (first) stateCurrency('total', first.text);
      return rows;
    },
    taxRows: () => tabulateTaxes(deal, manner, ledger, sign),
    intro() {
      const variants = words.intro[type];
      return variants && random.chance(0.7) ? manner.word(variants) : undefined;
    },
    closing() {
      const lines: string[] = [];
      const due = pending.find((pair) => pair.key === 'dueDate');
      if (deal.type === 'invoice' && deal.due > 0 && due) {
        take(due);
        lines.push(fill(manner.word(words.payUntil), { date: due.text }));
      }
      const terms = pending.find((pair) => pair.key === 'paymentTerms');
      if (terms) {
        take(terms);
        lines.push(`${terms.label}: ${terms.text}`);
      }
      if (deal.taxMode === 'reverse' && priced) lines.push(manner.word(words.reverseCharge));
      if (deal.taxMode === 'exempt' && priced && deal.seller.region.country !== 'US')
        lines.push(manner.word(words.exempt));
      if (recipientRole === 'buyer' && type !== 'delivery_note' && random.chance(0.7))
        lines.push(manner.word(words.closing));
      return lines;
    },
  };
}

// The page from a receipt book: who paid, how much, what for, signed.
import { createPen } from '../page/pen.ts';
import type { Random } from '../random.ts';
import type { Manner } from '../trade/manner.ts';
import { personName } from '../trade/party.ts';
import type { Ledger } from '../truth.ts';
import type { Sale } from './sale.ts';

const WIDTH = 420;
const HEIGHT = 298;

/** Draws the form on a sheet of A6 landscape. */
export function drawReceiptForm(
  random: Random,
  sale: Sale,
  manner: Manner,
  ledger: Ledger,
  file: { compress: boolean; producer: string },
): Promise<Buffer> {
  const { words, word, region } = manner;
  const pen = createPen({
    width: WIDTH,
    height: HEIGHT,
    family: 'Helvetica',
    size: 9.5,
    ink: '#1a1a1a',
    title: '',
    created: sale.date,
    ...file,
  });
  const right = WIDTH - 24;
  pen.box(14, 14, WIDTH - 28, HEIGHT - 28, { stroke: '#1f4e79', lineWidth: 1.4, radius: 4 });
  const title = word(words.titles.receipt);
  pen.text(title, 26, 26, { size: 20, weight: 'bold', color: '#1f4e79' });
  const number = random.digits(4);
  pen.text(`${word(words.numbers.receipt)} ${number}`, 24, 32, { align: 'right', width: right - 24 });
  ledger.state('number', number, number);

  const rest = sale.inclusive ? sale.total - sale.tax : sale.sum + sale.tip;
  const total = manner.money(sale.total, 'total');
  const boxed: [string, string, string | undefined, number][] = [
    [word(words.totals.netTotal), manner.money(rest, 'plain'), undefined, rest],
    [`+ ${word(region.taxNames)}`, manner.money(sale.tax, 'plain'), 'tax', sale.tax],
    [word(words.receipt.total), total, 'total', sale.total],
  ];
  let y = 62;
  for (const [label, text, path, minor] of boxed) {
    const strong = path === 'total';
    pen.box(230, y, right - 230, 19, { stroke: '#1f4e79', ...(strong ? { fill: '#dce6f1' } : {}) });
    pen.text(label, 235, y + 5, { weight: strong ? 'bold' : 'regular' });
    pen.text(text, 235, y + 5, { weight: strong ? 'bold' : 'regular', align: 'right', width: right - 241 });
    if (path) ledger.state(path, minor / 100, text);
    y += 19;
  }
  if (manner.showsCurrency('total')) ledger.state('currency', region.currency, total);

  const line = (label: string, value: string, top: number): void => {
    pen.text(label, 26, top, { size: 8, color: '#1f4e79' });
    pen.text(value, 110, top - 2);
    pen.rule(108, top + 11, right, top + 11, { lineWidth: 0.4 });
  };
  line(word(words.receipt.received), personName(random, region), 138);
  const goods = sale.items[0]!.description;
  line(word(words.receipt.forWhat), sale.items.length > 1 ? `${goods}, ${sale.items[1]!.description}` : goods, 160);
  const method = sale.cash ? word(words.receipt.cash) : word(words.receipt.card);
  line(word(words.receipt.payment), method, 182);
  ledger.state('paymentMethod', method, method);

  const date = manner.date(sale.date);
  const place = random.chance(0.5) ? `${sale.shop.city.name}, ${date}` : date;
  line(word(words.receipt.date), place, 204);
  ledger.state('date', sale.date, date);
  const cityLine = region.cityLine(sale.shop.city);
  pen.text(sale.shop.name, 26, 228, { weight: 'bold' });
  pen.lines([sale.shop.street, cityLine], 26, 240, { size: 8.5 });
  ledger.state('merchant.name', sale.shop.name, sale.shop.name, false);
  ledger.state('merchant.address', `${sale.shop.street}, ${cityLine}`, `${sale.shop.street} ${cityLine}`, false);
  pen.rule(270, 254, right, 254);
  pen.text(word(words.signature), 270, 257, { size: 7.5 });
  return pen.finish();
}

// Pay as schema.org, boards and tables state it; where it is words, as on a page.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { CURRENCY_CODES } from '../../../../recognize/currencies-table.ts';
import { findSalary } from '../read/salary.ts';
import { childNamed, elementAt, isObject } from './elements.ts';
import type { Get, Give } from './give.ts';
import { amountOf, unitOf, wordsOf } from './stated-values.ts';

export function statedSalary(element: XmlElement, get: Get, give: Give): void {
  const object =
    childNamed(element, 'baseSalary') ?? childNamed(element, 'estimatedSalary') ?? childNamed(element, 'salaryRange');
  const one = object?.namespace === 'json:array' ? object.children[0] : object;
  if (one && isObject(one)) {
    const value = childNamed(one, 'value');
    const inner = value && isObject(value) ? value : one;
    const exact = value && !isObject(value) ? value : childNamed(inner, 'value');
    givePay(give, {
      min: childNamed(inner, 'minValue') ?? childNamed(one, 'min') ?? childNamed(inner, 'min') ?? exact,
      max: childNamed(inner, 'maxValue') ?? childNamed(one, 'max') ?? childNamed(inner, 'max') ?? exact,
      currency: childNamed(one, 'currency') ?? childNamed(inner, 'currency'),
      unit: childNamed(inner, 'unitText') ?? childNamed(one, 'unitText') ?? childNamed(one, 'interval'),
    });
    return;
  }
  const part =
    elementAt(element, 'compensation', 'summaryComponents') ??
    elementAt(element, 'compensation', 'compensationTiers', 'components');
  if (part && /salary/i.test(childNamed(part, 'compensationType')?.text ?? 'salary')) {
    givePay(give, {
      min: childNamed(part, 'minValue'),
      max: childNamed(part, 'maxValue'),
      currency: childNamed(part, 'currencyCode'),
      unit: childNamed(part, 'interval'),
    });
    return;
  }
  const [min, max] = [get('salaryMin'), get('salaryMax')];
  if (min || max) {
    givePay(give, { min, max, currency: get('salaryCurrency'), unit: get('salaryUnit') });
    return;
  }
  const words = get('salary');
  const said = words && wordsOf(words)[0];
  const currency = get('salaryCurrency')?.text ?? '';
  const salary = said
    ? findSalary(currency && !said.includes(currency) ? `${said} ${currency}` : said, { labelled: true })
    : undefined;
  if (!words || !salary) return;
  const how = { raw: said! };
  give('baseSalary.min', salary.min, words, how);
  give('baseSalary.max', salary.max, words, how);
  give('baseSalary.currency', salary.currency, words, how);
  give('baseSalary.unit', salary.unit, words, { ...how, follows: !salary.unitStated });
}

interface Pay {
  min: XmlElement | undefined;
  max: XmlElement | undefined;
  currency: XmlElement | undefined;
  unit: XmlElement | undefined;
}

function givePay(give: Give, { min, max, currency, unit }: Pay): void {
  if (min) give('baseSalary.min', amountOf(min.text), min);
  if (max) give('baseSalary.max', amountOf(max.text), max);
  const code = currency?.text.toUpperCase();
  if (currency && code && CURRENCY_CODES.has(code)) give('baseSalary.currency', code, currency);
  if (unit?.text) give('baseSalary.unit', unitOf(unit.text), unit);
}

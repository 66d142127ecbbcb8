import { describe, expect, it } from 'vitest';
import { semanticRules } from '../../../../../src/packs/procurement/einvoice/rules/en16931/semantic-rules.ts';
import { nationalRules } from '../../../../../src/packs/procurement/einvoice/rules/national/national-rules.ts';
import { catalogueRules } from '../../../../../src/packs/procurement/einvoice/rules/ordering/catalogue-rules.ts';
import { orderAgreementRules } from '../../../../../src/packs/procurement/einvoice/rules/ordering/order-agreement-rules.ts';
import {
  orderChangeRules,
  orderRules,
} from '../../../../../src/packs/procurement/einvoice/rules/ordering/order-rules.ts';
import { billingCodeRules } from '../../../../../src/packs/procurement/einvoice/rules/peppol/billing-code-rules.ts';
import { billingRules } from '../../../../../src/packs/procurement/einvoice/rules/peppol/billing-rules.ts';
import { restrictionRules } from '../../../../../src/packs/procurement/einvoice/rules/ubl/restriction-rules.ts';
import { structureRules } from '../../../../../src/packs/procurement/einvoice/rules/ubl/structure-rules.ts';
import { unusedParts } from '../../../../../src/packs/procurement/einvoice/rules/ubl/unused-parts.ts';
import {
  xrechnungExtensionRules,
  xrechnungRules,
} from '../../../../../src/packs/procurement/einvoice/rules/xrechnung/xrechnung-rules.ts';

interface Described {
  id: string;
  message: string;
  source: string;
}

const sets: Record<string, readonly Described[]> = {
  en16931: semanticRules,
  structure: structureRules,
  restrictions: restrictionRules,
  billing: billingRules,
  codes: billingCodeRules,
  national: nationalRules,
  xrechnung: xrechnungRules,
  extension: xrechnungExtensionRules,
  orders: orderRules,
  changes: orderChangeRules,
  agreements: orderAgreementRules,
  catalogues: catalogueRules,
};

/** The same rule at several places, or in one syntax with another severity. */
const several = /^SE-R-003$|^BR-CL-/;

describe('rules', () => {
  it.each(Object.entries(sets))('%s: each has an id of its own, a source and a sentence', (_, rules) => {
    const ids = rules.map(({ id }) => id).filter((id) => !several.test(id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const { id, message, source } of rules) {
      expect(id).toMatch(/^[A-Z][A-Z0-9]*(?:-[A-Za-z0-9]+)+$/);
      expect(source, id).not.toBe('');
      expect(message, id).toMatch(/[.)]$/);
    }
  });

  it('covers every family of VAT of EN 16931 with ten rules', () => {
    for (const family of ['S', 'Z', 'E', 'AE', 'IC', 'G', 'O', 'AF', 'AG']) {
      const ids = new Set(semanticRules.map(({ id }) => id));
      for (let n = 1; n <= 10; n++) expect(ids, family).toContain(`BR-${family}-${String(n).padStart(2, '0')}`);
    }
  });

  it('numbers the unused parts of UBL upwards, no number twice', () => {
    let last = 0;
    for (const [first, , names] of unusedParts) {
      expect(first).toBeGreaterThan(last);
      last = first + names.split(' ').length - 1;
    }
    expect(last).toBe(682);
  });
});

import { describe, expect, it } from 'vitest';
import { countryCodes } from '../../../../src/packs/procurement/einvoice/code-lists/countries.ts';
import { currencyCodes } from '../../../../src/packs/procurement/einvoice/code-lists/currencies.ts';
import {
  creditNoteTypeCodes,
  invoiceTypeCodes,
} from '../../../../src/packs/procurement/einvoice/code-lists/document-types.ts';
import { expandCodes } from '../../../../src/packs/procurement/einvoice/code-lists/expand-codes.ts';
import { noteSubjectCodes, referenceCodes } from '../../../../src/packs/procurement/einvoice/code-lists/references.ts';
import * as lists from '../../../../src/packs/procurement/einvoice/code-lists/small-lists.ts';
import { unitCodes } from '../../../../src/packs/procurement/einvoice/code-lists/units.ts';

describe('code lists', () => {
  it('are written with classes of characters', () => {
    expect([...expandCodes(' A F0[1-3] X[ac-e]\n9[12][0-1] ')]).toEqual([
      'A',
      'F01',
      'F02',
      'F03',
      'Xa',
      'Xc',
      'Xd',
      'Xe',
      '910',
      '911',
      '920',
      '921',
    ]);
  });

  it.each<[string, ReadonlySet<string>, string[], string[]]>([
    ['ISO 3166', countryCodes, ['DE', 'GB', 'XI', '1A', 'AX', 'ZW'], ['UK', 'EL', 'EU', 'de', 'AA']],
    ['ISO 4217', currencyCodes, ['EUR', 'USD', 'JPY', 'XAU', 'BGN'], ['DEM', 'EURO', 'eur']],
    ['UNTDID 1001, invoices', invoiceTypeCodes, ['380', '384', '389', '326', '751', '875'], ['381', '999']],
    ['UNTDID 1001, credit notes', creditNoteTypeCodes, ['381', '261', '396'], ['380']],
    ['UNTDID 1153', referenceCodes, ['AAA', 'ABZ', 'ZZZ', 'IV', 'VA'], ['QQQ', '']],
    ['UNTDID 4451', noteSubjectCodes, ['AAI', 'REG', 'ADU', 'SUR'], ['QQQ']],
    ['UNTDID 4461', lists.paymentMeansCodes, ['1', '30', '42', '58', '59', '97', 'ZZZ'], ['0', '71', '99']],
    ['UNTDID 5189', lists.allowanceReasonCodes, ['95', '100', '41'], ['1', '99']],
    ['UNTDID 7161', lists.chargeReasonCodes, ['FC', 'AA', 'ZZZ', 'ABL'], ['95']],
    ['UNTDID 5305', lists.vatCategoryCodes, ['S', 'AE', 'K', 'M', 'L'], ['IC', 'X']],
    ['UNTDID 2005', lists.vatPointCodes, ['3', '35', '432'], ['5']],
    ['UNTDID 7143', lists.itemClassificationLists, ['STI', 'TST', 'SRV', 'ZZZ', 'CV'], ['XXX']],
    ['ISO 6523', lists.icdCodes, ['0002', '0088', '0192', '0204'], ['9930', '1']],
    ['EAS', lists.electronicAddressSchemes, ['0088', '0204', '9930', 'EM'], ['9999']],
    [
      'VATEX',
      lists.exemptionCodes,
      ['VATEX-EU-AE', 'VATEX-EU-IC', 'VATEX-EU-132-1A', 'VATEX-FR-FRANCHISE'],
      ['VATEX-XX'],
    ],
    [
      'Recommendation 20 and 21',
      unitCodes,
      ['H87', 'C62', 'KGM', 'HUR', 'XPK', 'XBX', 'MTR', 'EA'],
      ['PCS', 'piece', 'h87', 'XZZZ'],
    ],
  ])('%s', (_, codes, inside, outside) => {
    for (const code of inside) expect(codes, code).toContain(code);
    for (const code of outside) expect(codes, code).not.toContain(code);
  });

  it('are as long as the standards’ are', () => {
    expect(unitCodes.size).toBeGreaterThan(2100);
    expect(countryCodes.size).toBeGreaterThanOrEqual(250);
    expect(currencyCodes.size).toBeGreaterThan(170);
    expect(referenceCodes.size).toBeGreaterThan(780);
  });
});

import { describe, expect, it } from 'vitest';
import { bindingOf } from '../../../../../src/packs/procurement/einvoice/rules/binding.ts';
import { changed, treeOf, validCii, validUbl } from '../../../../support/valid-invoices.ts';
import { firedBy } from './fired-by.ts';

const cut = (name: string) => new RegExp(`<${name}(?: [^>]*)?>[\\s\\S]*?</${name}>`);

describe('which rules bind an invoice', () => {
  it.each([
    ['urn:cen.eu:en16931:2017', 'en16931'],
    ['urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0', 'peppol'],
    ['urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', 'xrechnung'],
    ['urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.3', 'xrechnung'],
    [
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0',
      'xrechnung-extension',
    ],
    ['urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic', 'en16931'],
    ['urn:factur-x.eu:1p0:minimum', 'factur-x-minimum'],
    ['urn:factur-x.eu:1p0:basicwl', 'factur-x-basicwl'],
    ['urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended', 'factur-x-extended'],
    ['urn:example:of:our:own', 'other'],
  ])('%s: %s', (specification, binding) => {
    expect(bindingOf(treeOf(validUbl({ specification })))).toBe(binding);
    expect(bindingOf(treeOf(validCii({ specification })))).toBe(binding);
  });

  it('asks everything where nothing is named', () => {
    const text = changed(changed(validUbl(), cut('cbc:CustomizationID'), ''), cut('cac:Contact'), '');
    expect(bindingOf(treeOf(text))).toBe(null);
    expect(firedBy(text)).toEqual(expect.arrayContaining(['BR-01', 'PEPPOL-EN16931-R004', 'BR-DE-2']));
  });

  it('asks Peppol’s rules of Peppol’s invoices, the German ones of XRechnungen, neither of others', () => {
    const without = (specification: string) =>
      firedBy(
        changed(changed(validUbl({ specification }), /<cbc:EndpointID.*?EndpointID>/, ''), cut('cac:Contact'), ''),
      );
    expect(without('urn:cen.eu:en16931:2017')).toEqual([]);
    expect(without('urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0')).toEqual([
      'PEPPOL-EN16931-R020',
    ]);
    expect(without('urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0')).toEqual(['BR-DE-2']);
  });

  it('does not ask the smaller profiles of Factur-X for what they leave out', () => {
    const small = changed(
      validCii({ specification: 'urn:factur-x.eu:1p0:basicwl' }),
      /<ram:IncludedSupplyChainTradeLineItem>[\s\S]*<\/ram:IncludedSupplyChainTradeLineItem>/,
      '',
    );
    expect(firedBy(small)).toEqual([]);
    expect(firedBy(changed(small, 'urn:factur-x.eu:1p0:basicwl', 'urn:cen.eu:en16931:2017'))).toContain('BR-16');
    const minimum = changed(
      changed(small, 'basicwl', 'minimum'),
      /<ram:LineTotalAmount>.*?<\/ram:LineTotalAmount>/,
      '',
    );
    expect(firedBy(minimum)).not.toContain('BR-12');
    expect(firedBy(changed(small, /<ram:LineTotalAmount>.*?<\/ram:LineTotalAmount>/, ''))).toContain('BR-12');
  });

  it('does not hold the charges of EXTENDED against its sums', () => {
    const extended = 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended';
    const off = (specification: string) => changed(validCii({ specification }), /(<ram:BasisAmount>)[\d.]+/, '$150.00');
    expect(firedBy(off(extended))).not.toContain('BR-S-08');
    expect(firedBy(off('urn:cen.eu:en16931:2017'))).toContain('BR-S-08');
  });
});

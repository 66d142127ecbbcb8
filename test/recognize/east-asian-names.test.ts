import { expect, it } from 'vitest';
import { findCompanyNames } from '../../src/recognize/company-names.ts';
import { findEastAsianCompanies } from '../../src/recognize/east-asian-names.ts';

it.each([
  ['株式会社さくら商事 御中', '株式会社さくら商事', '株式会社'],
  ['青葉システム株式会社', '青葉システム株式会社', '株式会社'],
  ['名称：苏州恒达包装材料有限公司', '苏州恒达包装材料有限公司', '有限公司'],
  ['台光電子股份有限公司', '台光電子股份有限公司', '股份有限公司'],
  ['(주)한빛오피스', '(주)한빛오피스', '주식회사'],
  ['주식회사 동해물산 귀중', '주식회사 동해물산', '주식회사'],
])('%s names %s', (line, name, form) => {
  const [found] = findCompanyNames(line);
  expect([found?.value, found?.legalForm]).toEqual([name, form]);
  expect(line.slice(found!.start, found!.end)).toBe(name);
});

it.each(['株式会社', '請求書', '有限公司', 'お支払期限 2024年5月31日'])('%s names nobody', (line) => {
  expect(findEastAsianCompanies(line)).toEqual([]);
});

// Firms named in Chinese, Japanese and Korean: their legal form touches the name, before or behind it, without a space.

import type { Mention } from './mention.ts';

/** Canonical form, country, the signs that say it. */
const FORMS = (
  [
    ['株式会社', 'JP', '株式会社|㈱|\\(株\\)|（株）'],
    ['有限会社', 'JP', '有限会社|㈲|\\(有\\)|（有）'],
    ['合同会社', 'JP', '合同会社|合資会社|合名会社'],
    ['一般社団法人', 'JP', '(?:一般|公益)?(?:社団|財団)法人|医療法人|学校法人'],
    ['股份有限公司', 'CN', '股份有限公司|集团有限公司'],
    ['有限责任公司', 'CN', '有限责任公司'],
    ['有限公司', 'CN', '有限公司|責任有限公司|公司'],
    ['주식회사', 'KR', '주식회사|\\(주\\)|（주）|㈜'],
    ['유한회사', 'KR', '유한회사|\\(유\\)|합자회사'],
  ] as const
).map(([form, country, variants]) => ({ form, country, variants, printed: new RegExp(variants, 'u') }));
const ANY_FORM = new RegExp(FORMS.map(({ variants }) => variants).join('|'), 'u');
/** A run of signs that a name is made of; a space ends it, but for Korean, where the form may stand apart. */
const RUN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{L}\p{N}㈱㈲㈜()（）・&ー-]+/gu;
const KOREAN_APART = /주식회사 [\p{scx=Hangul}A-Za-z]+|[\p{scx=Hangul}A-Za-z]+ 주식회사/u;
/** What stands before a name in the same run: "名称：" has its colon, "甲方" has none. */
const LABEL = /^(?:名称|買受人|销售方|购买方|客户|供应商|공급자|상호)(?=[\p{L}])/u;
/** Forms of address behind a name, and what else follows it without a space. */
export const EAST_ASIAN_HONORIFIC = /(?:御中|様|殿|先生|女士|귀하|귀중|님)$/u;
const MOST_CHARACTERS = 40;

export interface EastAsianCompany extends Mention<'company', string> {
  legalForm: string;
  countries: readonly string[];
}

/** Firms in a line, by their legal form. Nothing is found in lines without one. */
export function findEastAsianCompanies(text: string): EastAsianCompany[] {
  if (!ANY_FORM.test(text)) return [];
  const found: EastAsianCompany[] = [];
  const apart = KOREAN_APART.exec(text);
  if (apart) return [mention(apart[0], apart.index, '주식회사', 'KR')];
  for (const run of text.matchAll(RUN)) {
    const form = FORMS.find(({ printed }) => printed.test(run[0]));
    if (!form) continue;
    const label = LABEL.exec(run[0])?.[0].length ?? 0;
    const name = run[0].slice(label).replace(EAST_ASIAN_HONORIFIC, '');
    const bare = name.replace(form.printed, '');
    if ([...bare].length < 2 || name.length > MOST_CHARACTERS || !/\p{L}{2}/u.test(bare)) continue;
    found.push(mention(name, run.index + label, form.form, form.country));
  }
  return found;
}

function mention(name: string, start: number, legalForm: string, country: string): EastAsianCompany {
  return {
    kind: 'company',
    start,
    end: start + name.length,
    raw: name,
    value: name,
    certainty: 0.9,
    legalForm,
    countries: [country],
  };
}

// Top-level domains that a bare domain name in a document may end in. Those that are also file extensions are left out.

/** Not words: "firm.de" can only be a domain. */
export const safeTlds: ReadonlySet<string> = new Set(
  `com org net info biz eu edu gov mil int
   de fr es nl pl pt uk us ch be ca cz dk fi hu ie jp kr mx nz ro ru se si sk tr tw ua za ae ar au br cl cn cy ee gr hk hr
   lt lu lv mt ph pk sa sg th vn bg ba by ec eg ge gh il ir jo ke kw kz lb lk li ma mk ng np pe qa tn tz ug uy uz ve cat
   io ai app dev tech online shop store cloud digital agency solutions services consulting systems group gmbh berlin hamburg koeln
   koln wien nrw bayern swiss paris london amsterdam eus gal scot wales ltd llc inc energy engineering software network media design
   studio coop aero museum name jobs mobi travel tel asia xyz site website space club vip capital finance legal law tax email`.split(
    /\s+/,
  ),
);

/** Also words or abbreviations in some language: believed less. */
export const wordTlds: ReadonlySet<string> = new Set(
  'at it in is no my to me am as so be do id la co cc tv fm ag im va ac'.split(' '),
);

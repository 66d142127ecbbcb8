// What attackers put where a name, an id or a number is expected. `marker` stands in everything that must never come back.

/** In every value that a request gives: no error may repeat it. */
export const marker = 'fz-echo';
/** In every password, token and code: neither an answer nor a log line may hold it. */
export const secretMarker = 'fz-secret';

const injections = {
  sql: [
    `' or 1=1 --`,
    `'; drop table documents; --`,
    `1' union select password from auth_accounts --`,
    `\\'; select pg_sleep(10); --`,
    `$$; select version(); $$`,
    `%' escape '`,
  ],
  noSql: [`{"$gt":""}`, `{"$where":"sleep(1000)"}`, `[$ne]=1`, `';return true;var a='`],
  template: [
    `{{7*7}}`,
    `\${7*7}`,
    `<%= 7*7 %>`,
    `#{7*7}`,
    `{% include '/etc/passwd' %}`,
    `{{constructor.constructor('x')()}}`,
  ],
  header: [
    `a\r\nSet-Cookie: stolen=1`,
    `a\nX-Injected: 1`,
    `a%0d%0aLocation:%20http://evil.example`,
    `\u560d\u560aX: 1`,
  ],
  path: [
    `../../../../etc/passwd`,
    `..\\..\\windows\\win.ini`,
    `/etc/passwd\u0000.png`,
    `%2e%2e%2f%2e%2e%2fetc%2fpasswd`,
    `....//....//etc/passwd`,
    `file:///etc/passwd`,
    `CON`,
    `a`.repeat(300),
  ],
  ssrf: [
    `http://127.0.0.1:1/`,
    `http://[::ffff:127.0.0.1]/`,
    `http://169.254.169.254/latest/meta-data/`,
    `gopher://127.0.0.1:25/_x`,
    `http://0x7f000001/`,
    `http://user@127.0.0.1#@evil.example/`,
  ],
  xml: [
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`,
    `<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;&c;&c;&c;</a>`,
  ],
  script: [
    `<script>window.pwned=1</script>`,
    `"><img src=x onerror=window.pwned=1>`,
    `<svg/onload=window.pwned=1>`,
    `javascript:window.pwned=1`,
    `'-window.pwned-'`,
    `</title><iframe srcdoc="<script>parent.pwned=1</script>">`,
    `<math><mtext></p><style><a title="</style><img src onerror=window.pwned=1>">`,
  ],
  command: ['$(touch /tmp/pwned)', '`id`', '; sleep 10', '| cat /etc/passwd', '-oProxyCommand=id'],
  formula: [`=cmd|' /C calc'!A0`, `+1+1`, `@SUM(1)`, `-2+3`, `\t=1`],
  format: [`%s%s%s%n`, `{0}`, `%x`.repeat(20)],
  prototype: [
    `__proto__`,
    `constructor`,
    `prototype`,
    `hasOwnProperty`,
    `toString`,
    `__proto__.polluted`,
    `constructor[prototype][polluted]`,
  ],
  unicode: [
    `\u0000`,
    `a\u0000b`,
    `\ud800`,
    `a\udc00b`,
    `\u202egnp.exe`,
    `\u200b\u200b\u200b`,
    `\ufeffx`,
    `\ufffe\uffff`,
    `\u{1f4a9}`.repeat(20),
    `a${'\u0300'.repeat(200)}`,
    `ﷺ`.repeat(50),
    `İıſK`,
    `\u2028\u2029`,
    `\u001b[31mred\u0007`,
  ],
  numbers: [
    'NaN',
    'Infinity',
    '-0',
    '1e309',
    '0x10',
    '1_000',
    '٣',
    '1,5',
    ' 1',
    '+1',
    '9007199254740993',
    '-1',
    '1e-400',
  ],
  empty: ['', ' ', '\t\n', 'null', 'undefined', 'true', '[]', '{}'],
} as const satisfies Record<string, readonly string[]>;

/** By kind of attack: tests that look at one effect take theirs. */
export const injectionLists: Record<keyof typeof injections, readonly string[]> = injections;

export const hostileTexts: readonly string[] = Object.values(injections).flat();

/** JSON texts that `JSON.stringify` would not write, or that parsers trip over. */
export const hostileJsonTexts: readonly string[] = [
  '1e309',
  '-1e309',
  '-0',
  '9007199254740993',
  '123456789012345678901234567890',
  '1e-400',
  '"\\ud800"',
  '"\\u0000"',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"a":1,"a":2}',
  '[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`,
  `[${'0,'.repeat(20_000)}0]`,
  `"${'x'.repeat(100_000)}"`,
  'null',
  'true',
  '[]',
  '{}',
  '""',
];

/** Bodies that are no JSON. */
export const brokenJsonTexts: readonly string[] = [
  '',
  ' ',
  '{',
  `{"${marker}`,
  `{"a":"${marker}`,
  "{'a':1}",
  '{"a":1,}',
  'NaN',
  '\ufeff{}',
  '{"a":1}{"b":2}',
  '\u0000',
  '<a/>',
  `${'['.repeat(100_000)}`,
];

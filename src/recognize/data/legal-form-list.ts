// Legal forms of companies: canonical form, countries (alpha-2), printed variants. Variants are compared word by word
// without dots, commas, brackets and case ("S.à r.l." = "sarl" or "sà r l").

export interface LegalForm {
  form: string;
  countries: readonly string[];
  variants: readonly string[];
  /** The letters are also a word, unit or abbreviation: counts only as printed (or with dots) and behind a name. */
  weak: boolean;
  /** Also printed in front of the name ("SARL Dupont", "Stichting Foo"). */
  leading: boolean;
}

/** One form a line: form | countries | variants, separated by ";" | flags (w = weak, l = leading). */
const table = `
GmbH|DE AT CH|gmbh;gesellschaft mit beschränkter haftung;ges m b h;gesmbh;ges mbh;g m b h;mbh
gGmbH|DE|ggmbh
GmbH & Co. KG|DE AT|gmbh & co kg;gmbh & cokg;gmbh&co kg;gmbh & co;gmbh&cokg;gmbh u co kg;gmbh und co kg;gmbh + co kg;mbh & co kg;gmbh & co kommanditgesellschaft
GmbH & Co. KGaA|DE|gmbh & co kgaa;se & co kgaa;ag & co kgaa
GmbH & Co. OHG|DE|gmbh & co ohg
AG & Co. KG|DE|ag & co kg;se & co kg;ag & co;ug & co kg;ug haftungsbeschränkt & co kg;ltd & co kg
UG (haftungsbeschränkt)|DE|ug haftungsbeschränkt;ug haftungsbeschraenkt;ug
AG|DE CH AT|ag;aktiengesellschaft|w
KGaA|DE|kgaa
KG|DE AT CH|kg;kommanditgesellschaft;& co kg;und co kg|w
OHG|DE AT|ohg;offene handelsgesellschaft;& co ohg
OG|AT|og|w
GbR|DE|gbr;gdbr
e.K.|DE|e k;ek;e kfm;ekfm;e kfr;ekfr;e kffr;eingetragener kaufmann;e u|w
e.V.|DE|e v;ev|w
VVaG|DE|vvag;a g;versicherungsverein auf gegenseitigkeit|w
eG|DE|eg;e g;eingetragene genossenschaft|w
PartG mbB|DE|partg mbb;partgmbb;partg;partnerschaft mbb
Stiftung|DE CH|stiftung
Einzelunternehmen|DE CH|einzelunternehmen;e u;eu
SE|EU|se;societas europaea|w
Sàrl|CH LU FR|sàrl;s à r l;s a r l;sarl;société à responsabilité limitée;sàrl-s|l
SA|FR BE CH LU ES PT BR PL|sa;s a;société anonyme;sociedad anónima;sociedade anônima;spółka akcyjna|wl
SAS|FR CO|sas;s a s;société par actions simplifiée|l
SASU|FR|sasu;s a s u|l
EURL|FR|eurl;e u r l|l
SNC|FR IT|snc;s n c;société en nom collectif|wl
SCI|FR|sci;s c i|wl
SCS|FR BE|scs;s c s|w
SCA|FR LU|sca;s c a|w
SCOP|FR|scop|l
EI|FR|ei|w
EARL|FR|earl|wl
SRL|IT BE RO AR|srl;s r l;s rl;società a responsabilità limitata;srls;s r l s;srl unipersonale;sociedad de responsabilidad limitada
SpA|IT CL|spa;s p a;società per azioni|w
SAPA|IT|sapa;s a p a|w
S.a.s.|IT|s a s di;sas di
S.n.c.|IT|s n c di;snc di
S.c.a.r.l.|IT|scarl;s c a r l;s c r l;scrl;soc coop;società cooperativa;soc coop a r l
S.L.|ES|sl;s l;sociedad limitada|w
S.L.U.|ES|slu;s l u|w
S.L.L.|ES|sll;s l l|w
S.L.P.|ES|slp;s l p|w
S.A.U.|ES|sau;s a u|w
S.C.|ES PL|s c;sc|w
S.Coop.|ES|s coop;s coop mad
C.B.|ES|c b|w
S.A. de C.V.|MX|sa de cv;s a de c v;s a p i de c v;sapi de cv;s de rl de cv;s de r l de c v;s a b de c v
Lda.|PT|lda;ltda;limitada;unipessoal lda;sociedade unipessoal lda
Ltda.|BR CL CO|ltda;ltda me;ltda epp
EIRELI|BR|eireli
ME|BR|me|w
B.V.|NL BE|bv;b v;besloten vennootschap|w
N.V.|NL BE|nv;n v;naamloze vennootschap|w
BVBA|BE|bvba;b v b a;ebvba
SPRL|BE|sprl;s p r l|l
SRL/BV|BE|srl/bv
V.O.F.|NL BE|vof;v o f
C.V.|NL BE|cv;c v|w
CVBA|BE|cvba;scrl
U.A.|NL|coöperatie ua;u a|w
Stichting|NL BE|stichting|l
VZW|BE|vzw;asbl|l
Ltd|GB IE US CA HK IN MY SG|ltd;limited
PLC|GB IE|plc;p l c;public limited company
LLP|GB US IN SG|llp;l l p;limited liability partnership
CIC|GB|cic|w
CIO|GB|cio|w
DAC|IE|dac|w
CLG|IE|clg
Inc.|US CA|inc;incorporated
Corp.|US CA|corp;corporation
LLC|US AE|llc;l l c;limited liability company;l lc
Co.|US|co;company;& co;and co;& company;and company|w
Co., Ltd.|CN JP KR TH TW|co ltd;company limited;co limited;coltd;company ltd;corporation ltd
LP|US CA GB|lp;l p;limited partnership|w
LLLP|US|lllp;l l l p
GP|US|g p|w
PC|US|p c;professional corporation|w
P.A.|US|p a|w
PLLC|US|pllc;p l l c
N.A.|US|n a;national association|w
Trust|US|trust;business trust|w
ULC|CA|ulc;unlimited liability company
Ltée|CA|ltée;ltee;limitée
Pty Ltd|AU ZA|pty ltd;pty limited;proprietary limited;pty;pte pty
Pte Ltd|SG|pte ltd;pte limited;private ltd;pte
(Pty) Ltd|ZA|pty ltd
CC|ZA|c c|w
Sdn Bhd|MY BN|sdn bhd;sdnbhd;sendirian berhad;sdn;s/b
Bhd|MY|bhd;berhad
PLT|MY|plt|w
Enterprise|MY|enterprise|w
Pvt Ltd|IN PK BD LK|pvt ltd;pvtltd;private limited;pvt limited;p ltd;p limited;private ltd;pvt
OPC|IN|opc pvt ltd;opc private limited
PT|ID|pt|wl
Tbk|ID|tbk
Sp. z o.o.|PL|sp z oo;sp z o o;sp zoo;spółka z ograniczoną odpowiedzialnością;spółka z oo;spzoo;sp z o o sp k;sp z oo sp k;sp z oo spk;sp z oo sp komandytowa
S.A. (PL)|PL|spółka akcyjna
Sp. j.|PL|sp j;spółka jawna
Sp. k.|PL|sp k;spółka komandytowa
P.P.H.U.|PL|pphu;phu;fhu|l
A/S|DK NO|a/s
ApS|DK|aps
IVS|DK|ivs
I/S|DK|i/s
K/S|DK|k/s
P/S|DK|p/s
AS|NO EE CZ TR|as;a s|w
ASA|NO|asa|w
ANS|NO|ans|w
AB|SE FI|ab;aktiebolag|w
HB|SE|hb;handelsbolag|w
KB|SE|kb|w
Oy|FI|oy|w
Oyj|FI|oyj;abp
Oy Ab|FI|oy ab
Ky|FI|ky|w
ehf.|IS|ehf;hf|w
OÜ|EE|oü|l
SIA|LV|sia|wl
UAB|LT|uab|l
s.r.o.|CZ SK|sro;s r o;spol s r o;spol sro;spol s ro
a.s.|CZ SK|akciová společnost;a s|w
v.o.s.|CZ|vos;v o s|w
Kft.|HU|kft;korlátolt felelősségű társaság
Zrt.|HU|zrt
Nyrt.|HU|nyrt
Bt.|HU|bt|w
d.o.o.|SI HR RS BA|doo;d o o
d.d.|SI HR BA|d d|w
EOOD|BG|eood;еоод
OOD|BG|ood;оод
AD|BG RS|ad|w
A.E.|GR|a e;αε|w
E.P.E.|GR|επε|w
A.Ş.|TR|aş;a ş
Ltd. Şti.|TR|ltd şti;limited şirketi;ltd sti
OOO|RU|ooo;ооо|l
ZAO|RU|зао;zao|l
OAO|RU|оао;пао;oao|l
LLC (UA)|UA|тов|l
ФОП|UA|фоп|l
ИП|RU|ип;индивидуальный предприниматель|l
АО|RU|ао;пао|l
شركة|EG SA AE|شركة;مؤسسة|l
I.K.E.|GR|ικε;ι κ ε
K.K.|JP|k k;kk;kabushiki kaisha|w
G.K.|JP|godo kaisha
FZE|AE|fze
FZCO|AE|fzco;fz co
FZ-LLC|AE|fz-llc;fz llc;fzllc
DMCC|AE|dmcc
W.L.L.|QA BH KW|wll;w l l
S.A.L.|LB|s a l|w
S.A.E.|EG|s a e|w
P.S.C.|AE KW|psc;p s c;pjsc
JSC|RU VN|jsc
Corp. Ltd.|HK|corp ltd
M/s|IN|m/s|l
`;

export const legalForms: readonly LegalForm[] = table
  .trim()
  .split('\n')
  .map((row) => {
    const [form = '', countries = '', variants = '', flags = ''] = row.split('|');
    return {
      form,
      countries: countries.split(' '),
      variants: variants.split(';'),
      weak: flags.includes('w'),
      leading: flags.includes('l'),
    };
  });

// What of a printed text is a name, and what is no name at all.

import { addressLineScore, findAddresses } from '../../../../recognize/addresses.ts';
import { companyNameScore, findCompanyNames } from '../../../../recognize/company-names.ts';
import { isContactLine } from '../../../../recognize/contact.ts';
import { labelLikeness } from '../../../../recognize/labels/label-words.ts';
import { legalFormAt, tokenize } from '../../../../recognize/legal-forms.ts';
import { personNameScore } from '../../../../recognize/person-names.ts';
import { remember } from '../../../../recognize/remember.ts';

const NAME_LABEL =
  /^(?:(?:company|vendor|supplier|customer|client|buyer|seller|business|trading|legal|registered|account|beneficiary|organi[sz]ation|firm)? ?names?|name\/firma|firma|firmenname|firmenbezeichnung|company|organi[sz]ation|m\/s\.?|messrs\.?|nom(?: du client)?|raison sociale|soci[ée]t[ée]|nombre(?: o raz[óo]n social)?(?: completo)?|raz[óo]n social|empresa|nome|ragione sociale|denominazione|ditta|spett\.? ?(?:le|li)?(?: ditta)?|denomina[çc][ãa]o(?: social)?|raz[ãa]o social|designa[çc][ãa]o|naam|bedrijf|bedrijfsnaam|nazwa(?: firmy)?|nome ?\/ ?raz[ãa]o social|nombre ?\/ ?raz[óo]n social|名\s*称|名\s*稱|社名|会社名|貴社名|상호|상호명|наименование|найменування|επωνυμ[ίι]α|الاسم|اسم الشركة)(?=\s*[:：]|$)\s*[:：]?\s*/iu;
const ADDRESS_LABEL =
  /^(?:(?:street|postal|billing|business|company|full|mailing|registered|customer|office)? ?address(?: line)?(?: ?\d)?|street|city|town|zip(?: ?code)?|post ?code|postal code|country|state|anschrift|adresse|stra(?:ß|ss)e|str\.|plz(?:[ /]+ort)?|ort|land|rue|ville|code postal|cp|pays|direcci[óo]n|domicilio|calle|ciudad|poblaci[óo]n|pa[íi]s|indirizzo|via|citt[àa]|cap|paese|sede(?: legale)?|endere[çc]o|morada|cidade|c[óo]digo postal|localidade|adres|straat|postcode|plaats|stad|woonplaats|ulica|miasto|kraj)(?=\s*[:：]|$)\s*[:：]?\s*/iu;
const ATTENTION_LABEL =
  /^(?:attn|att|attention|att[ée]ntie|f\.?a\.?o|z\.? ?h(?:d|dn|änden)|zu h[äa]nden|t\.?a\.?v|[àa] l[’']attention d[eu]|a la atenci[óo]n de|c\.a|alla c\.?a|kind attn|c\/o)\b\.?\s*[:：]?\s*/iu;

export const isNameLabel: Test = remember((text) => wholeLabel(NAME_LABEL, text));
export const isAddressLabel: Test = remember((text) => wholeLabel(ADDRESS_LABEL, text));
export const isAttentionLabel: Test = remember((text) => ATTENTION_LABEL.test(text));

/** A question about a text; blocks, headings and letterheads ask it of the same lines. */
type Test = (text: string) => boolean;

function wholeLabel(pattern: RegExp, text: string): boolean {
  const match = pattern.exec(text.trim());
  return match !== null && match[0].length >= text.trim().length;
}

const NO_NAME =
  /^(?:pages?|seite|p[áa]gina|pagina|strona|date|datum|fecha|data|nummer|number|tel|fax|phone|mobile?|e-?mail|www|http|iban|bic|swift|vat|(?:nit|rut|ruc|rfc|cuit|cnpj|cpf|vkn|tckn|trn)(?!\p{L})|ust|uid|gln|gtin|globale|global (?:no|location)|contact|kontakt|account (?:no|number|id)|konto|kunden-?n|customer (?:no|id|number)|siret|siren|rcs|nip|gstin|pan\b|cin\b|p\.? ?o\.? box|postfach|abteilung|department|dept|buchhaltung|accounts payable|service comptabilit|administraci[óo]n$|zum |zur |thank|thanks|dear |sehr geehrte|guten tag|bonjour|madame, monsieur|estimad|gentile|geachte|beste |total|subtotal|please|bitte|we |wir |you |your |ihre? |unser|votre|notre|payment|zahlung|terms|status|currency|w[äa]hrung|due |f[äa]llig|our ref|unser zeichen|ref\.|betreff|subject|objet|powered by|generated|invoice|beispiel-?rechnung|amount|betrag|montant|gesch[äa]ftsf[üu]hrer|handelsregister|amtsgericht|registered|sitz der|member of|mitglied|copyright|©)/iu;
/** "Telenord GmbH", "Data Systems Ltd": a firm's word that only begins like a label, or reads like one. */
const FIRM_LIKE_LABEL =
  /^(?:(?:tel(?!e[fp]|.?[fp])|fax(?!n)|page(?!s)|data|dat(?!um|e)|total(?!e?s?\s)|mobil(?!e?\s?(?:no|nr|phone))|contact(?!s)|pan|cin|nip|vat|ust(?!-?id)|bic|due|uid|gln|siren|objet)(?=\p{L}{2})|(?:data|total|mobile|page|status)(?=\s\p{Lu}))/iu;
/** Business words that stand large on a page without naming anyone. */
const TITLE =
  /^(?:\W{0,3})(?:tax |sales |commercial |pro ?forma |pro-forma |retail |final |interim |service |cash |vat |e-)?(?:invoices?|rechnung(?:skopie)?|schlussrechnung|teilrechnung|abschlagsrechnung|handelsrechnung|\p{L}*rechnung|facture|factura|fattura|fatura|factuur|faktura|receipt|quittung|re[çc]u|recibo|ricevuta|quotation|quote|proposta|cota[çc][ãa]o|cotizaci[óo]n|offer|angebot|devis|presupuesto|preventivo|or[çc]amento|offerte|oferta|proposal|kostenvoranschlag|purchase[ -]order|bestellung|auftragsbest[äa]tigung|bon de commande|commande|pedido|orden de compra|ordine|encomenda|nota de encomenda|inkooporder|bestelbon|zam[óo]wienie|delivery (?:note|slip)|packing (?:list|slip)|lieferschein|bon de livraison|albar[áa]n|pakbon|guia de remessa|documento di trasporto|ddt|credit (?:note|memo)|gutschrift|avoir|nota de cr[ée]dito|nota di credito|creditnota|storno\p{L}*|statement|estimate|order|original|copy|duplicate|kopie|copie|copia|duplicata|draft|entwurf|contract|agreement|paid|bezahlt|request for|rfq|anfrage|bill of|memo|remittance|beitragsrechnung|confirmation)(?!\p{L})/iu;
/** Salutations and forms of address that stand before a name or on a line of their own. */
const SALUTATION =
  /^(?:(?:an )?(?:die |den |das )?firma|herrn?(?: (?:und|u\.) frau)?|frau|familie|eheleute|fa\.|m\/s\.?|messrs\.?|mr\.?(?: ?(?:&|and) ?mrs\.?)?|mrs\.?|ms\.?|miss|mme\.?|mlle\.?|m\.|monsieur|madame|soci[ée]t[ée]|sig\.(?:ra)?|signor[ae]?|egr\.? ?sig\.?|gent\.ma sig\.ra|spett\.? ?(?:le|li|bile)?(?: ditta)?|sr\.|sra\.|sres\.?|se[ñn]or(?:es|a)?|d\.|d[ñn]a\.|exm[oa]s?\.?(?: ?\(s\))?\.? ?(?:sr|sra|senhor|senhora|senhores|srs)?\.?(?: ?\((?:e?s)\))?\.?|dhr\.?|de heer|mevr(?:ouw)?\.?|fam\.|sz\.? ?p\.|to|an(?: die| den)?|aan|[àa]|a|to the|the manager|company|kundenname)(?:\s*[:,]?\s+|\s*[:,]?\s*$)/iu;

/** What follows a name on the same line and is none of it. */
const TAIL =
  /[\s,;|·•–—-]+(?:au capital|soci[ée]t[ée] (?:anonyme|par)|capital(?:e)? (?:social|soc)|cap\. ?soc|with (?:a )?(?:share )?capital|mit sitz|sitz(?: der gesellschaft)?\b|registered (?:in|office|no)|company (?:no|reg|number)|reg(?:istration|\.)? ?(?:no|number)|co\.? ?reg|r\.?c\.?s\b|rsc\b|siret|siren|ape\b|naf\b|hr[ab]\b|handelsregister|amtsgericht|ag\. ?\p{Lu}\p{Ll}+ hr|kvk|k\.v\.k|ust(?!\p{Ll})|umsatzsteuer|steuer-?n|vat\b|tva\b|n[°º] ?tva|btw\b|p\.? ?iva|partita iva|c\.? ?f\.? ?[:e]|cod\.? ?fisc|cif\b|nif\b|nipc\b|rfc\b|gst(?:in)?\b|pan\b|cin\b|abn\b|acn\b|ein\b|tax id|tin\b|tel(?:\.|:|efon|\s+[\d+(])|t[ée]l[ée]?(?:\.|:|phone)|(?:phone|fax)(?!\p{L})|mob(?:\.|ile)[\s.:]*(?:(?:no|nr|phone)\b[\s.:]*)?[\d+(]|e-?mail|www\.|https?:|iban\b|bic\b|attn|gesch[äa]ftsf|vorstand\b|inhaber:|gerente|(?:registered |head |regd\.? )office|si[èe]ge|sede legale|a company (?:registered|incorporated)|i\.?o\.?v\.?(?= )|in opdracht van|t\/a\b|trading (?:as|under)|d\.?b\.?a\.?(?= )|doing business as|h\.?o\.?d\.?n\.?(?= )|handelend onder|(?:for and )?on behalf of|im auftrag|pour le compte d|per conto d|en nombre de|em nome d)/iu;
/** "Acme SARL - SARL au capital de …": the form said again. */
const FORM_AGAIN =
  /[\s]*[,;|·•–—-]\s*(?:s\.?a\.?r\.?l\.?|s\.?a\.?s\.?u?\.?|s\.?a\.?|s\.?l\.?|s\.?r\.?l\.?) au capital.*$/iu;
const SEPARATED = /\s+[–—-]\s+|\s*[·•|∙●▪■◆‧*]+\s*|\s*,\s+|\s{2,}|\s*;\s*/gu;
const REGISTRATION_IN_BRACKETS = /\s*[([](?:\d[\d\s-]{3,}[A-Z]?|(?:co|company|reg|roc|hrb|abn|uen)\b[^)\]]*)[)\]].*$/iu;
const LEADING_JUNK = /^(?:[\s:：.)\]|•·●*✉☎>–—-]|\u{f0e0}|[\ue000-\uf8ff])+/u;
const FORM_TAIL =
  /^(?:inc|ltd|limited|llc|l\.l\.c|plc|s\.?a|gmbh|co|corp|s\.?r\.?l|s\.?p\.?a|b\.?v|lda|lp|llp|n\.?v)\b/i;

/** Japanese and Korean forms of address stand behind the name. */
const HONORIFIC_BEHIND = /(?<=[\p{scx=Han}\p{scx=Kana}\p{scx=Hangul}）)])[ \u3000]*(?:御中|様|殿|귀하|귀중)$/u;

/** Cuts labels, capital, registration, address and contact tails from a printed name; '' when nothing is left. */
export const cutName: (text: string) => string = remember(cut);

function cut(text: string): string {
  let name = text.replace(LEADING_JUNK, '').trim();
  name = name.replace(NAME_LABEL, (all) => (all.length < name.length ? '' : all)).replace(LEADING_JUNK, '');
  const salutation = SALUTATION.exec(name)?.[0] ?? '';
  if (salutation.length >= name.length) return '';
  if (salutation && !/^(?:company|a|to|the manager|d\.|an)\b/i.test(salutation)) name = name.slice(salutation.length);
  name = name.replace(FORM_AGAIN, '');
  name = name.replace(HONORIFIC_BEHIND, '');
  const tail = TAIL.exec(name);
  if (tail && tail.index > 1) name = name.slice(0, tail.index);
  name = name.replace(REGISTRATION_IN_BRACKETS, '');
  name = cutAtSeparator(name);
  return name
    .replace(/[\s,;:|·•–—/-]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Acme Ltd - 12 High Street - London", "Acme, Jane Doe": the name ends where an address, a contact or a person begins. */
function cutAtSeparator(name: string): string {
  if (name.length < 8) return name;
  for (const match of name.matchAll(SEPARATED)) {
    if (match.index < 2) continue;
    const head = name.slice(0, match.index);
    const rest = name.slice(match.index + match[0].length);
    if (rest === '' || FORM_TAIL.test(rest)) continue;
    const next = rest.split(SEPARATED)[0]!;
    const foreign =
      addressLineScore(next) >= 0.4 ||
      isContactLine(next) ||
      /^\d/.test(next) ||
      (match[0].includes(',') && personNameScore(next) >= 0.5 && personNameScore(head) < 0.5) ||
      (findAddresses(name).length > 0 && companyNameScore(head) >= 0.85) ||
      (/[·•|∙●▪■◆‧]/.test(match[0]) && rest.length > 2);
    if (foreign) return head;
  }
  return name;
}

/** Whether a text, cut already, may be the name of a party at all. */
export const mayBeName: Test = remember(couldName);

function couldName(name: string): boolean {
  if (name.length < 2 || name.length > 100 || !/\p{L}{2}/u.test(name)) return false;
  const letters = name.replace(/[^\p{L}]/gu, '').length;
  if (letters < 0.5 * name.replace(/\s/g, '').length) return false;
  if (/[€$£%=<>{}@]|:\s|:$|\d[.,]\d\d(?!\d)|(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)/.test(name)) return false;
  if ((NO_NAME.test(name) && !(FIRM_LIKE_LABEL.test(name) && hasLegalForm(name))) || isTitle(name)) return false;
  if (/(?<!\p{L})(?:no|nr|n[°º]|num|number|nummer|n[uú]mero|num[eé]ro|id|date|code)\.?$/iu.test(name)) return false;
  // "February 2020" is a period.
  if (/^\p{L}{3,10}\.? (?:19|20)\d\d$/u.test(name)) return false;
  if (isOnlyLegalForm(name)) return false;
  // A code of capitals and digits, a sentence, a lone label.
  if (/^[A-Z]{0,8}[-/]?\d[\dA-Z/-]*$/.test(name)) return false;
  if (/^\d{3,}[\s-]/.test(name) && companyNameScore(name) < 0.6) return false;
  const words = name.split(' ');
  if (words.length > 12) return false;
  const small = words.filter((word) => /^\p{Ll}{2,}/u.test(word)).length;
  if (words.length >= 4 && small > words.length * 0.6) return false;
  if (/[.!?]$/.test(name) && words.length > 5 && small > 2 && !hasLegalForm(name)) return false;
  return companyNameScore(name) >= 0.8 || labelLikeness(name) < 0.99;
}

/** "Limited" alone is the end of a name broken over two lines. */
function isOnlyLegalForm(name: string): boolean {
  const tokens = tokenize(name);
  return tokens.length <= 4 && legalFormAt(tokens, 0)?.count === tokens.length;
}

export const isTitle: Test = remember(titles);

function titles(name: string): boolean {
  const match = TITLE.exec(name);
  if (!match) return false;
  // "Order Systems GmbH" is a firm.
  return companyNameScore(name) < 0.8 || /^\s*(?:n[°ºor]|#|\d)/i.test(name.slice(match[0].length));
}

export const isCompany = (name: string): boolean => companyNameScore(name) >= 0.8 || hasLegalForm(name);

export const hasLegalForm: Test = remember((name) =>
  findCompanyNames(name).some((found) => found.end >= name.replace(/[.,]+$/, '').length - 1 || found.start === 0),
);

export const isSalutationOnly: Test = remember((text) => wholeLabel(SALUTATION, text));

export const hasSalutation = (text: string): boolean =>
  /^(?:herrn?|frau|familie|mr\.?|mrs\.?|ms\.?|mme\.?|m\.|monsieur|madame|sig\.|egr|spett|sr\.|sra\.|dhr\.|mevr\.|(?:an )?(?:die )?firma|to the|exmo|fam\.)(?:\s|$)/i.test(
    text.trim(),
  );

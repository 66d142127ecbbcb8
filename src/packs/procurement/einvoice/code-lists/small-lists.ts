import { expandCodes } from './expand-codes.ts';

/** UNTDID 5305, with B of the Italian split payment. */
export const vatCategoryCodes = expandCodes('AE L M E S Z G O K B');

/** UNTDID 2005: when value added tax falls due. */
export const vatPointCodes = expandCodes('3 35 432');

/** UNTDID 4461 */
export const paymentMeansCodes = expandCodes('[1-9] [1-5][0-9] 6[0-9] 70 7[4-8] 9[1-8] ZZZ');

/** UNTDID 5189: reasons of allowances. */
export const allowanceReasonCodes = expandCodes('4[12] 60 6[2-8] 7[01] 88 95 100 10[2-5]');

/** UNTDID 7161: reasons of charges. */
export const chargeReasonCodes = expandCodes(`
  AA AAA AA[CDEFHISTVYZ] AB[ABCDFKLNRSTU] AC[FGHIJKLMS] AD[CEJ-RTWYZ] AE[ABCDEFHIJKLMNOPSTUVWXYZ] AJ AU CA CAB
  CA[DEFIJK-Z] CD CG CS CT DA[A-DF-Q] DL EG EP ER FAA FAB FAC FC FH FI GAA HAA HD HH IAA IAB ID IF IR IS KO L1 LA LAA LAB LF
  MAE MI ML NAA OA PA PAA PC PL PRV RA[BCDF] RE RF RH RV SA SAA SAD SAE SAI SG SH SM SU TAB TAC TT TV V1 V2 WH XAA YY ZZZ`);

/** What may be attached (EN 16931-1, 6.5.12). */
export const mimeCodes: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
]);

/** ISO 6523: registers of identifiers (ICD). */
export const icdCodes = expandCodes(`
  000[2-9] 00[1-8][0-9] 009[013-9] 010[01245-9] 01[1-7][0-9] 0180 018[3-9] 019[0-9] 02[0-3][0-9] 0240`);

/** Electronic address schemes (EAS) of the CEF list. */
export const electronicAddressSchemes = expandCodes(`
  0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 018[348] 019[0-6] 019[89]
  020[0-58] 0209 021[01235-9] 0220 0221 0225 0230 0235 0240 9910 991[3458] 9919 9920 992[2-9] 993[0-9] 994[0-9] 995[0-3]
  9957 9959 AN AQ AS AU EM`);

/** Those of them that participants of Peppol use. */
export const peppolAddressSchemes = expandCodes(`
  0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 018[348] 019[0-6] 019[89]
  020[0-4] 0208 0209 021[0-3] 021[5-9] 022[015] 0230 0235 0240 9901 9906 9907 9910 991[3458] 9919 9920 992[2-9] 993[0-9]
  994[0-9] 995[0-3] 9957 9959`);

/** VATEX: why no value added tax is charged. */
export const exemptionCodes = expandCodes(`
  VATEX-EU-79-C VATEX-EU-132 VATEX-EU-132-1[A-Q] VATEX-EU-143 VATEX-EU-143-1[A-L] VATEX-EU-143-1FA VATEX-EU-144
  VATEX-EU-146-1E VATEX-EU-148 VATEX-EU-148-[A-G] VATEX-EU-151 VATEX-EU-151-1[A-E] VATEX-EU-151-1AA VATEX-EU-153
  VATEX-EU-159 VATEX-EU-309 VATEX-EU-[GODFIJ] VATEX-EU-IC VATEX-EU-AE VATEX-FR-FRANCHISE VATEX-FR-CNWVAT
  VATEX-FR-CGI261-[1-578] VATEX-FR-CGI261[AB] VATEX-FR-CGI261C-[123] VATEX-FR-CGI261D-[1-4] VATEX-FR-CGI261D-1BIS
  VATEX-FR-CGI261E-[12] VATEX-FR-CGI277A VATEX-FR-CGI275 VATEX-FR-298SEXDECIESA VATEX-FR-CGI295 VATEX-FR-AE`);

/** UNTDID 7143: lists that classify items. */
export const itemClassificationLists = expandCodes(`
  A[A-Z] B[A-Z] CC CG CL CR CV DR DW EC EF EMD EN FS GB GN GMN GS HS IB IN IS IT IZ MA MF MN MP NB ON PD PL PO PPI PV QS
  RC RN RU RY SA SG SK SN SR[STUV-Z] SS SS[A-Z] ST ST[A-Z] SU[A-M] TG TS[N-U] UA UP VN VP VS VX ZZZ`);

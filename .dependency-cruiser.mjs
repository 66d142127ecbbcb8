// Who may import whom. Each rule says why; the picture is in docs/architecture.md.

/** Rooms of src/ and what each may import besides itself. main, compose and the reading entries may import everything. */
const rooms = {
  errors: { may: [], why: 'everybody imports the catalogue, so it can import nobody' },
  document: { may: [], why: 'the model is plain data that every room shares; it knows none of them' },
  observe: { may: ['errors'], why: 'logs and metrics are importable by all, so they import nothing of ours' },
  outside: {
    may: ['errors', 'observe'],
    why: 'manners towards other servers are the same for everybody who calls one',
  },
  recognize: {
    may: ['document', 'errors'],
    why: 'recognizers are pure functions on text and layout, usable from any pack',
  },
  parse: {
    may: ['document', 'errors', 'observe'],
    why: 'parsing runs in sandboxed children and must carry nothing else into them',
  },
  pipeline: {
    may: ['parse', 'recognize', 'learn', 'document', 'errors', 'observe', 'match', 'write', 'cases'],
    why: 'the engine works on documents; it never asks which pack or server it serves; what a score means stands in learn, what a pack declares of artifacts in write',
  },
  packs: {
    may: ['pipeline', 'match', 'write', 'learn', 'cases', 'recognize', 'document', 'errors'],
    why: 'a pack declares; it sees contracts, never storage, HTTP or jobs',
  },
  nlp: {
    may: ['recognize', 'document', 'errors', 'observe', 'outside'],
    why: 'models read texts, whoever asks; they know no records and no store',
  },
  vision: {
    may: ['nlp', 'parse', 'document', 'errors', 'observe', 'outside'],
    why: 'models look at pictures, whoever asks; what an answer by a model is called stands in nlp, and how hostile files are opened in parse',
  },
  match: {
    may: ['learn', 'document', 'errors', 'observe'],
    why: 'the frame for links works on records alone; what a score means stands in learn',
  },
  search: {
    may: ['recognize', 'document', 'errors', 'observe'],
    why: 'ranking works on texts alone; sentences, dates and amounts in them are recognized as reading does',
  },
  write: {
    may: ['recognize', 'document', 'errors', 'observe', 'outside'],
    why: 'writers work on records alone; the gate recognizes names, numbers and dates as reading does',
  },
  mcp: { may: ['write', 'errors'], why: 'tools for programs speak the HTTP API like anybody, wherever they run' },
  learn: { may: ['document', 'errors', 'observe'], why: 'lessons work on records alone' },
  cases: { may: [], why: 'states, steps and calendars are plain data; what a case is about, actions know' },
  store: {
    may: ['search', 'document', 'errors', 'observe', 'outside'],
    why: 'storage keeps records; what they mean is decided above it. The search index is rows that ranking alone reads',
  },
  notify: {
    may: ['document', 'errors', 'observe', 'outside', 'store'],
    why: 'notices are sent on behalf of actions, which decide',
  },
  intake: {
    may: ['errors', 'observe', 'outside'],
    why: 'ways in know how to fetch and to acknowledge; what becomes of it, actions decide',
  },
  identity: {
    may: ['document', 'errors', 'observe', 'outside', 'store'],
    why: 'accounts are asked by actions, never the other way round',
  },
  eval: {
    may: ['learn', 'document', 'errors'],
    why: 'scoring compares plain values; it must judge the engine from outside',
  },
  actions: {
    may: [
      'store',
      'pipeline',
      'match',
      'search',
      'write',
      'learn',
      'cases',
      'nlp',
      'vision',
      'identity',
      'intake',
      'notify',
      'document',
      'errors',
      'observe',
    ],
    why: 'actions are the verbs; what calls them (HTTP, CLI, jobs) lies above',
  },
  jobs: {
    may: ['actions', 'store', 'pipeline', 'notify', 'document', 'errors', 'observe'],
    why: 'a job is one more caller of actions',
  },
  api: {
    may: [
      'actions',
      'jobs',
      'store',
      'pipeline',
      'notify',
      'identity',
      'intake',
      'learn',
      'cases',
      'mcp',
      'nlp',
      'vision',
      'write',
      'document',
      'errors',
      'observe',
    ],
    why: 'HTTP only: what happens is an action; the shapes of operations stand in write',
  },
  cli: {
    may: ['actions', 'eval', 'mcp', 'pipeline', 'document', 'errors', 'observe', 'config'],
    why: 'the command line is a caller like HTTP; it is given what it needs by main',
  },
};

const roomPath = (room) => `^src/${room}(/|\\.ts$)`;

const roomRules = Object.entries(rooms).map(([room, { may, why }]) => ({
  name: `room-${room}`,
  comment: why,
  severity: 'error',
  from: { path: roomPath(room) },
  to: { path: '^src/', pathNot: [room, ...may].map(roomPath) },
}));

const OUTSIDE_WORLD = '^(node:)?(fs|fs/promises|net|http|http2|https|tls|dgram|dns|child_process|worker_threads)$';
const SQL = '^node_modules/(pg|pg-boss|kysely|@electric-sql/[^/]+)/';

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'no-cycles',
      comment: 'a cycle means two files are one thing, or one thing stands on the wrong level',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'packs-are-islands',
      comment: 'a pack must be removable by deleting its folder and its line in packs/index.ts',
      severity: 'error',
      from: { path: '^src/packs/([^/]+)/' },
      to: { path: '^src/packs/', pathNot: '^src/packs/$1/' },
    },
    {
      name: 'only-compose-imports-packs',
      comment:
        'the engine serves packs without knowing them; compose and the entry of the reading child bring the list in',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(compose/engine|reading-child|read-pool|main)\\.ts$|^src/packs/' },
      to: { path: '^src/packs/' },
    },
    {
      name: 'only-main-imports-compose',
      comment: 'compose knows everything; whoever imports it does too',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|compose|backup-child)' },
      to: { path: '^src/compose' },
    },
    {
      name: 'config-is-handed-down',
      comment: 'settings are handed down as plain values, so that a room can be tested without an environment',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|compose|config|cli/)' },
      to: { path: '^src/config', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-world-in-pure-rooms',
      comment:
        'files, network and processes belong to parse, store, notify, write, cli, api, main and compose: the rest stays pure and testable',
      severity: 'error',
      from: {
        path: '^src/(errors|document|recognize|pipeline|match|search|learn|packs|eval|actions|jobs|identity)(/|\\.ts$)',
      },
      to: { path: OUTSIDE_WORLD, dependencyTypes: ['core'] },
    },
    {
      name: 'sql-only-in-store',
      comment: 'rows are guarded by one layer; a query elsewhere would go round it',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store/|compose|main)' },
      to: { path: SQL, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'watchers-are-loaded-when-configured',
      comment:
        'the packages behind traces and error reports cost a fifth of a second and 40 MB: who configured neither pays nothing',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/observe/(spans|start-)' },
      to: {
        path: '^src/observe/(spans|start-)|^node_modules/@(opentelemetry|sentry)/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'src-never-imports-tests',
      comment: 'what ships does not depend on what checks it',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'synth-for-cli-and-actions',
      comment: 'the generator makes demo and test documents; reading must not lean on how they are made',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|actions|compose|main)' },
      to: { path: '^synth/' },
    },
    {
      name: 'no-barrels',
      comment: 'an index that re-exports hides who uses what and invites cycles; only packs have an entry',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)index\\.ts$', pathNot: '^src/packs/(index\\.ts$|[^/]+/index\\.ts$)|node_modules' },
    },
    {
      name: 'no-dev-packages-in-src',
      comment: 'a server installed without development packages must start',
      severity: 'error',
      from: { path: '^(src|synth)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    },
    {
      name: 'only-declared-packages',
      comment: 'a package that another package happens to bring may go away with its next version',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-resolve',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Servers for the slow tests have an installation of their own.
    exclude: { path: '^test/servers/node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
    detectProcessBuiltinModuleCalls: true,
  },
};

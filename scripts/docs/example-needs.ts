// What the examples of commands need in the docs test, which runs them in the order of docs/cli.md (test/docs/command-blocks.ts).

export const exampleNeeds: Readonly<Record<string, string>> = {
  'sheaf serve': 'serves',
  'DATA_DIR=/var/lib/sheaf sheaf serve': 'serves',
  'DATABASE_URL=postgres://sheaf:secret@db.example.com/sheaf sheaf serve --mode api': 'postgres serves',
  'sheaf serve --health': 'server',
  'DATABASE_URL=postgres://sheaf:secret@db.example.com/sheaf sheaf worker': 'postgres serves',
  // No worker runs there.
  'sheaf worker --health': 'stopped exit=1',
  'sheaf read invoice.pdf': '',
  'sheaf read inbox/ --json > records.ndjson': '',
  'sheaf read - < order.pdf': '',
  'sheaf validate invoice.xml': '',
  'sheaf validate outbox/ --json > verdicts.ndjson': '',
  'sheaf validate - < invoice.xml': '',
  'sheaf synth --type invoice --count 10 --seed 1 --out set && sheaf eval set --report set.html': '',
  'sheaf synth --type invoice --count 10 --seed 2 --out other-set && sheaf eval other-set': '',
  'sheaf import skills skills_en.csv broaderRelationsSkillPillar_en.csv': '',
  "sheaf import skills 'Technology Skills.txt' --dry-run": '',
  'sheaf import skills --reset': '',
  'sheaf audit verify': 'stopped',
  // The chain there is shorter, and has been cut as far as anybody can tell.
  'sheaf audit verify --chain server --expect 418:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08':
    'stopped exit=1',
  'sheaf keys forget encryption --yes': 'stopped',
  'sheaf backup /var/backups/sheaf --verify': 'stopped',
  'sheaf backup - > sheaf.tar.zst': 'stopped',
  'sheaf backup verify sheaf.tar.zst': '',
  'DATA_DIR=/srv/sheaf-new sheaf restore sheaf.tar.zst': '',
  'DATA_DIR=/srv/sheaf-new DATABASE_URL=postgres://sheaf:secret@db.example.com/new sheaf move': 'postgres',
  'sheaf migrate': 'stopped',
  'sheaf migrate --check': 'stopped',
};

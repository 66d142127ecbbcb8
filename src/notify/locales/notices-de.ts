// German texts of notices.

import { count, type NoticeLanguage, word } from './notice-phrases.ts';

const file = (name: Parameters<typeof word>[0]) => word(name, 'ein Dokument');

export const noticesGerman: NoticeLanguage = {
  'record.needs-review': {
    about: 'Datensätze, die geprüft werden müssen',
    title: ({ name }) => `Zu prüfen: ${file(name)}`,
    text: ({ name, records }) =>
      `Aus ${file(name)} ${count(records, 'wurde ein Datensatz', 'wurden # Datensätze')} gelesen; etwas darin muss ein Mensch ansehen.`,
  },
  'review.second-needed': {
    about: 'Datensätze, denen noch eine zweite Person zustimmen muss',
    title: ({ name }) => `Zweite Zustimmung nötig: ${file(name)}`,
    text: ({ name, by }) =>
      `${word(by, 'Jemand')} hat zugestimmt, was aus ${file(name)} gelesen wurde; dieser Betrag braucht zwei.`,
  },
  'document.failed': {
    about: 'Dokumente, die nicht gelesen werden konnten',
    title: ({ name }) => `Nicht lesbar: ${file(name)}`,
    text: ({ name, reason }) =>
      `${file(name)} konnte nicht gelesen werden: ${word(reason, 'der Grund steht beim Lauf')}.`,
  },
  'document.quarantined': {
    about: 'Dokumente in Quarantäne',
    title: ({ name }) => `In Quarantäne: ${file(name)}`,
    text: ({ name }) =>
      `${file(name)} verbirgt Text oder spricht zu Maschinen. Sehen Sie es an, bevor Sie es freigeben.`,
  },
  'export.ready': {
    about: 'Exporte, die bereit sind',
    title: () => 'Ihr Export ist bereit',
    text: () => 'Das Archiv kann sieben Tage lang heruntergeladen werden.',
  },
  'export.failed': {
    about: 'Exporte, die fehlschlugen',
    title: () => 'Ihr Export ist fehlgeschlagen',
    text: () => 'Es wurde nichts exportiert. Fordern Sie ihn noch einmal an.',
  },
  'member.joined': {
    about: 'Neue Mitglieder',
    title: ({ name }) => `${word(name, 'Jemand')} ist beigetreten`,
    text: ({ name, role }) => `${word(name, 'Jemand')} hat die Einladung angenommen, als ${word(role, 'Mitglied')}.`,
  },
  'match.found': {
    about: 'Treffer zwischen Datensätzen',
    title: ({ name }) => `Treffer gefunden: ${word(name, 'zwei Datensätze')}`,
    text: ({ name, other }) =>
      `${word(name, 'Ein Datensatz')} und ${word(other, 'ein anderer Datensatz')} gehören vielleicht zusammen.`,
  },
  'match.suggested': {
    about: 'Neue Treffer, einmal am Tag',
    title: ({ name, score }) => `${word(name, 'Ein neuer Treffer')}: ${word(score, '?')} von 100`,
    text: ({ reason }) => word(reason, 'Die Gründe stehen beim Treffer.'),
  },
  'record.suspicious': {
    about: 'Auffälliges an Datensätzen',
    title: () => 'Ein Datensatz braucht einen zweiten Blick',
    text: ({ message }) => word(message, 'Etwas daran fällt neben früheren auf.'),
  },
  'search.new-hits': {
    about: 'Neue Treffer gespeicherter Suchen',
    title: ({ name, hits }) =>
      `${count(hits, '1 neuer Treffer', '# neue Treffer')}: ${word(name, 'gespeicherte Suche')}`,
    text: ({ name, hits }) =>
      `Die gespeicherte Suche ${word(name, '')} hat ${count(hits, 'etwas Neues', '# neue Treffer')} gefunden.`.replace(
        '  ',
        ' ',
      ),
  },
  'lesson.suggested': {
    about: 'Vorgeschlagene Lektionen',
    title: ({ name }) => `Lektion vorgeschlagen: ${word(name, 'aus Korrekturen')}`,
    text: () => 'Korrekturen folgen einem Muster. Nehmen Sie die Lektion an, oder verwerfen Sie sie.',
  },
  'case.reminder': {
    about: 'Erinnerungen an Vorgänge',
    title: ({ name }) => `Erinnerung: ${word(name, 'ein Vorgang')}`,
    text: ({ text }) => word(text, 'Sie wollten an diesen Vorgang erinnert werden.'),
  },
  'case.moved': {
    about: 'Vorgänge, die weitergingen',
    title: ({ name, to }) => `${word(name, 'Ein Vorgang')}: ${word(to, 'ging weiter')}`,
    text: ({ from, to }) => `Er ging von ${word(from, 'einem Zustand')} nach ${word(to, 'einem anderen')}.`,
  },
  'budget.warning': {
    about: 'Das Budget für Sprachmodelle ist fast aufgebraucht',
    title: () => 'Das Budget für Sprachmodelle ist fast aufgebraucht',
    text: ({ percent }) =>
      `${word(percent, 'Das meiste')}${percent === undefined || percent === null ? '' : ' %'} davon ist verbraucht.`,
  },
  'budget.exhausted': {
    about: 'Das Budget für Sprachmodelle ist aufgebraucht',
    title: () => 'Das Budget für Sprachmodelle ist aufgebraucht',
    text: () => 'Sheaf arbeitet ohne Sprachmodelle weiter, bis das Budget neu beginnt oder erhöht wird.',
  },
  'job.dead': {
    about: 'Hintergrundarbeit, die aufgegeben wurde',
    title: ({ queue }) => `Hintergrundarbeit wurde aufgegeben: ${word(queue, 'ein Auftrag')}`,
    text: () => 'Alle Versuche schlugen fehl. Sehen Sie sich den Auftrag an, und lassen Sie ihn noch einmal versuchen.',
  },
  'webhook.disabled': {
    about: 'Webhooks, die abgeschaltet wurden',
    title: ({ host }) => `Ein Webhook wurde abgeschaltet: ${word(host, 'ein Empfänger')}`,
    text: ({ reason }) =>
      reason === 'gone'
        ? 'Der Empfänger antwortete, dass es ihn nicht mehr gibt (410). Fällige Ereignisse bleiben als fehlgeschlagen stehen.'
        : 'Der Empfänger nahm tagelang nichts an. Fällige Ereignisse bleiben als fehlgeschlagen stehen und können noch einmal gesendet werden.',
  },
  'budget.total-warning': {
    about: 'Das Budget aller Arbeitsbereiche für Sprachmodelle ist fast aufgebraucht',
    title: () => 'Das Budget aller Arbeitsbereiche für Sprachmodelle ist fast aufgebraucht',
    text: ({ percent }) =>
      `${word(percent, 'Das meiste')}${percent === undefined || percent === null ? '' : ' %'} davon ist verbraucht.`,
  },
  'backup.failed': {
    about: 'Sicherungen, die fehlschlugen',
    title: () => 'Eine Sicherung ist fehlgeschlagen',
    text: ({ code }) =>
      `Die Sicherung der Installation ist fehlgeschlagen (${word(code, 'internal')}). Sehen Sie sofort ins Protokoll.`,
  },
};

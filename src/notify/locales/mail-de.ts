// German mail texts.

import type { MailLanguage } from './mail-phrases.ts';

export const mailGerman: MailLanguage = {
  tag: 'de-DE',
  common: {
    greeting: 'Guten Tag {{ name }},',
    greetingNobody: 'Guten Tag,',
    when: 'Zeitpunkt',
    device: 'Gerät',
    ip: 'Von der Adresse',
    account: 'Konto',
    newEmail: 'Neue Adresse',
    workspace: 'Arbeitsbereich',
    role: 'Ihre Rolle',
    invitedBy: 'Eingeladen von',
    linkHint: 'Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
    unsubscribe: 'Keine solchen Mails mehr',
    settings: 'Was Ihnen wie mitgeteilt wird, bestimmen Sie: unter der Glocke.',
    more: 'und {{ more }} weitere',
    footer: 'Sheaf hat diese Nachricht automatisch an {{ recipient }} geschickt. Antworten werden nicht gelesen.',
  },
  roles: {
    owner: 'Eigentümer',
    admin: 'Administrator',
    editor: 'Bearbeiter',
    reviewer: 'Prüfer',
    viewer: 'Leser',
    guest: 'Gast',
  },
  mails: {
    'verify-email': {
      subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
      intro: 'Diese Adresse wurde für ein Sheaf-Konto angegeben. Bitte bestätigen Sie, dass sie Ihnen gehört.',
      action: 'Adresse bestätigen',
      after:
        'Der Link funktioniert einmal und gilt bis {{ validUntil }}. Danach melden Sie sich an und fordern einen neuen an.',
      notYou: 'Das waren nicht Sie? Dann tun Sie nichts: Ohne Ihre Bestätigung wird die Adresse nicht verwendet.',
    },
    'reset-password': {
      subject: 'Setzen Sie Ihr Passwort zurück',
      intro: 'Jemand, hoffentlich Sie selbst, möchte für Ihr Sheaf-Konto ein neues Passwort setzen.',
      action: 'Neues Passwort setzen',
      after:
        'Der Link funktioniert einmal und gilt bis {{ validUntil }}. Geben Sie ihn nie weiter: Wer ihn hat, kann das Konto übernehmen.',
      notYou: 'Das waren nicht Sie? Dann tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
    },
    'password-changed': {
      subject: 'Ihr Passwort wurde geändert',
      intro: 'Das Passwort Ihres Sheaf-Kontos wurde geändert. Alle anderen Sitzungen wurden abgemeldet.',
      action: 'Passwort zurücksetzen',
      after: 'Wenn Sie es waren, brauchen Sie nichts zu tun.',
      notYou:
        'Das waren nicht Sie? Setzen Sie das Passwort sofort zurück und sagen Sie den Betreibern dieses Servers Bescheid.',
    },
    invitation: {
      subject: '{{ inviter }} lädt Sie zu „{{ workspace }}“ ein',
      intro:
        '{{ inviter }} ({{ inviterEmail }}) lädt Sie ein, im Sheaf-Arbeitsbereich „{{ workspace }}“ mitzuarbeiten.',
      action: 'Einladung ansehen',
      after: 'Die Einladung gilt bis {{ validUntil }} und nur für {{ recipient }}.',
      notYou:
        'Sie kennen {{ inviter }} nicht oder haben das nicht erwartet? Dann tun Sie nichts: Sie treten nur bei, wenn Sie annehmen.',
    },
    'new-sign-in': {
      subject: 'Neue Anmeldung bei Ihrem Konto',
      intro: 'Jemand hat sich von einem Gerät, das wir noch nicht kennen, bei Ihrem Sheaf-Konto angemeldet.',
      action: 'Sitzungen ansehen',
      after: 'Wenn Sie es waren, brauchen Sie nichts zu tun.',
      notYou: 'Das waren nicht Sie? Beenden Sie diese Sitzung und ändern Sie sofort Ihr Passwort.',
    },
    'account-locked': {
      subject: 'Ihr Konto ist vorübergehend gesperrt',
      intro: 'Bei Ihrem Sheaf-Konto sind zu viele Anmeldungen fehlgeschlagen. Es ist bis {{ lockedUntil }} gesperrt.',
      action: 'Passwort zurücksetzen',
      after: 'Wenn Sie es waren, versuchen Sie es nach {{ lockedUntil }} erneut oder setzen Sie das Passwort zurück.',
      notYou:
        'Das waren nicht Sie? Keiner dieser Versuche hatte Erfolg. Falls es wieder vorkommt, sagen Sie den Betreibern dieses Servers Bescheid.',
    },
    'email-changed': {
      subject: 'Ihr Konto hat eine neue Adresse',
      intro: 'Ihr Sheaf-Konto nutzt ab jetzt eine andere E-Mail-Adresse. Mit dieser kann man sich nicht mehr anmelden.',
      action: '',
      after: '',
      notYou:
        'Das waren nicht Sie? Sagen Sie sofort den Betreibern dieses Servers Bescheid: Das Konto könnte in fremden Händen sein.',
    },
    'account-deleted': {
      subject: 'Ihr Konto wurde gelöscht',
      intro: 'Ihr Sheaf-Konto wurde gelöscht. Sein Inhalt wird am {{ erasedAt }} endgültig entfernt.',
      action: 'Konto behalten',
      after:
        '{% if link %}Bis {{ erasedAt }} können Sie die Löschung zurücknehmen.{% else %}Bis dahin können die Betreiber dieses Servers es vielleicht wiederherstellen.{% endif %}',
      notYou:
        'Das waren nicht Sie? {% if link %}Nehmen Sie die Löschung mit dem Link zurück und sagen Sie{% else %}Sagen Sie sofort{% endif %} den Betreibern dieses Servers Bescheid.',
    },
    notice: {
      subject: '{{ title }}',
      intro: '{{ text }}',
      action: 'Ansehen',
      after: '',
      notYou: '',
    },
    'notice-digest': {
      subject: '{{ count }} Mitteilungen aus „{{ workspace }}“',
      intro: 'Das ist in Ihrem Arbeitsbereich „{{ workspace }}“ geschehen.',
      action: 'Ansehen',
      after: '',
      notYou: '',
    },
  },
};

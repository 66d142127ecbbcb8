// Before something that would lock the owner out or let a thief stay, the server wants the password once more.

/** Fields of a form that the API takes as a proof; none for who has no password. */
export const proofFields = (account) =>
  account.hasPassword
    ? [
        {
          name: 'password',
          label: 'Your password',
          type: 'password',
          autocomplete: 'current-password',
          maxlength: 1000,
        },
      ]
    : [];

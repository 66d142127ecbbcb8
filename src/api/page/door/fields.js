// Fields that several panels have, with what password managers go by.

export const emailField = (value) => ({
  name: 'email',
  label: 'E-mail',
  type: 'email',
  autocomplete: 'username',
  autocapitalize: 'none',
  spellcheck: 'false',
  maxlength: 254,
  value,
});

/** As NIST SP 800-63B has it: length counts, not kinds of characters. */
export const newPasswordField = {
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'new-password',
  minlength: 8,
  maxlength: 128,
  passwordrules: 'minlength: 8; maxlength: 128;',
  hint: 'At least 8 characters. A few words are easy to remember.',
};

export const nameField = { name: 'name', label: 'Name', autocomplete: 'name', maxlength: 200, required: false };

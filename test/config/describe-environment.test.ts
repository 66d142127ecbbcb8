import { expect, test } from 'vitest';
import { describeEnvironment } from '../../src/config/describe-environment.ts';
import { settings } from '../../src/config/settings.ts';

test('what is set, by which name and from where, in the order of the documentation', () => {
  const env = {
    JWT_SECRET_KEY: 'file:/run/secrets/x',
    PORT: '9000',
    SERVER_HOST: '::',
    DATABASE_URL: 'env:X',
    HOME: '/root',
  };
  expect(describeEnvironment(env).given).toEqual([
    { name: 'HOST', older: 'SERVER_HOST' },
    { name: 'PORT' },
    { name: 'DATABASE_URL', reference: 'env' },
    { name: 'AUTH_SECRET', older: 'JWT_SECRET_KEY', reference: 'file' },
  ]);
});

test.each([
  ['DATABSE_URL', 'DATABASE_URL'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['AUTH_SECERT', 'AUTH_SECRET'],
  ['Auth_Secret', 'AUTH_SECRET'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['PUBLICURL', 'PUBLIC_URL'],
  ['SHEAF_ADMIN_PASWORD', 'SHEAF_ADMIN_PASSWORD'],
  ['SERVER_PROT', 'SERVER_PORT'],
  ['ALLOWED_ORIGIN', 'ALLOWED_ORIGINS'],
  ['ENVIROMENT', 'ENVIRONMENT'],
])('%s was probably meant to be %s', (name, meant) => {
  expect(describeEnvironment({ [name]: 'x' }).unknown).toEqual([{ name, meant }]);
});

test('variables of other programs are nobody’s mistake', () => {
  const others = `PATH HOME HOSTNAME LANG LANGUAGE LC_ALL TERM SHELL SHLVL USER LOGNAME PWD OLDPWD MAIL EDITOR PAGER DISPLAY TMPDIR TEMP TMP TZ
    NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_VERSION YARN_VERSION NO_COLOR FORCE_COLOR COLORTERM CI XDG_RUNTIME_DIR SSH_AUTH_SOCK
    SSH_CLIENT SSH_TTY DBUS_SESSION_BUS_ADDRESS INVOCATION_ID JOURNAL_STREAM SYSTEMD_EXEC_PID KUBERNETES_SERVICE_HOST KUBERNETES_PORT
    PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE POSTGRES_USER POSTGRES_PASSWORD POSTGRES_DB AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
    AZURE_TENANT_ID AZURE_CLIENT_ID AZURE_CLIENT_SECRET AZURE_FEDERATED_TOKEN_FILE AZURE_AUTHORITY_HOST IDENTITY_ENDPOINT IDENTITY_HEADER
    HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy npm_config_cache npm_lifecycle_event OMP_THREAD_LIMIT MODEL MODELS PORTS
    SHEAF_LAUNCHER SHEAF_NO_INSTALL OTEL_EXPORTER_OTLP_ENDPOINT SystemRoot ProgramData APPDATA COMPUTERNAME USERPROFILE WEBSITE_HOSTNAME`;
  const env = Object.fromEntries(others.split(/\s+/).map((name) => [name, 'x']));
  expect(describeEnvironment(env).unknown).toEqual([]);
});

test('settings and older names themselves are no mistakes, and an empty variable counts as unset', () => {
  const env = Object.fromEntries(Object.keys(settings).map((name) => [name, 'x']));
  expect(describeEnvironment({ ...env, SERVER_PORT: '1', DATABSE_URL: ' ' }).unknown).toEqual([]);
});

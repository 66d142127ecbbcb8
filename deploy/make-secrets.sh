#!/bin/sh
# Makes the secrets that deploy/compose.yaml names, in deploy/secrets (or the folder given). What is there stays as it is:
# a new key would lock you out of what the old one closed. Needs openssl.
set -eu
folder=${1:-$(dirname "$0")/secrets}

# The folder keeps other users of this machine out; the files are read by users of containers, who have other numbers.
umask 077
mkdir -p "$folder"
umask 022

keep() {
  [ -s "$folder/$1" ] && return
  cat >"$folder/$1.new"
  mv "$folder/$1.new" "$folder/$1"
  echo "made $folder/$1"
}
random() { openssl rand -base64 "$1" | tr -d '\n=' | tr '+/' '-_'; }

random 48 | keep auth_secret
openssl rand -base64 32 | tr -d '\n' | keep encryption_key
random 18 | keep admin_password
random 30 | keep database_password
printf 'postgres://sheaf:%s@database:5432/sheaf' "$(cat "$folder/database_password")" | keep database_url
random 15 | keep s3_access_key_id
random 30 | keep s3_secret_access_key
printf '{"identities":[{"name":"sheaf","credentials":[{"accessKey":"%s","secretKey":"%s"}],"actions":["Admin","Read","Write","List","Tagging"]}]}' \
  "$(cat "$folder/s3_access_key_id")" "$(cat "$folder/s3_secret_access_key")" | keep object_store_identities
random 30 | keep metrics_token
random 48 | keep model_service_token
random 18 | keep grafana_password

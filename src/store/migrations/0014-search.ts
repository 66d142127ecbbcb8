// What is searched: collections of items, their passages with the vectors of their texts, and the inverted index.
//
// The index is rows of our own and not a GIN index on tsvector: behind a row policy PostgreSQL uses an index only for
// operators that cannot leak, which `@@`, `%` and `&&` are not, and equality is (docs/adr/0019-search-index-in-rows.md).

import { type Kysely, sql } from 'kysely';
import { guardByWorkspace } from './guard.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table search_collections (
    id uuid not null,
    workspace_id uuid not null,
    number integer not null,
    kind text not null constraint search_collections_kind_check check (kind in ('documents', 'records', 'custom')),
    name text not null,
    languages text[] not null default '{}',
    item_count integer not null default 0,
    hidden_count integer not null default 0,
    passage_count integer not null default 0,
    word_count bigint not null default 0,
    title_word_count bigint not null default 0,
    next_number integer not null default 0,
    model integer,
    model_to integer not null default 0,
    next_model integer,
    next_model_to integer not null default 0,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint search_collections_pkey primary key (workspace_id, id),
    constraint search_collections_number_key unique (workspace_id, number),
    constraint search_collections_name_key unique (workspace_id, name)
  )`.execute(db);

  await sql`create table search_items (
    workspace_id uuid not null,
    collection integer not null,
    number integer not null,
    id text not null,
    source_type text not null constraint search_items_source_check check (source_type in ('document', 'record', 'item')),
    source_id text not null,
    title text not null,
    language text,
    facets jsonb not null default '{}',
    passage_count integer not null,
    hidden boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint search_items_pkey primary key (workspace_id, collection, id),
    constraint search_items_number_key unique (workspace_id, collection, number),
    constraint search_items_collection_fkey foreign key (workspace_id, collection)
      references search_collections (workspace_id, number) on delete cascade
  )`.execute(db);
  await sql`create index search_items_source_idx on search_items (workspace_id, source_type, source_id)`.execute(db);

  await sql`create table search_passages (
    workspace_id uuid not null,
    collection integer not null,
    number integer not null,
    item integer not null,
    hash uuid not null,
    text text not null,
    start_at integer not null,
    end_at integer not null,
    page integer,
    boxes jsonb,
    constraint search_passages_pkey primary key (workspace_id, collection, number),
    constraint search_passages_item_fkey foreign key (workspace_id, collection, item)
      references search_items (workspace_id, collection, number) on delete cascade
  )`.execute(db);
  await sql`create index search_passages_hash_idx on search_passages (workspace_id, hash, collection, number)`.execute(
    db,
  );
  await sql`create index search_passages_item_idx on search_passages (workspace_id, collection, item)`.execute(db);

  await sql`create table search_postings (
    workspace_id uuid not null,
    collection integer not null,
    field text collate "C" not null,
    term text collate "C" not null,
    block integer not null,
    entries bytea not null,
    constraint search_postings_pkey primary key (workspace_id, collection, field, term, block)
  )`.execute(db);
  // Short enough for a row of its own; compressing it would cost more than it saves.
  await sql`alter table search_postings alter column entries set storage plain`.execute(db);

  await sql`create table search_words (
    workspace_id uuid not null,
    collection integer not null,
    word text collate "C" not null,
    backwards text collate "C" not null,
    constraint search_words_pkey primary key (workspace_id, collection, word)
  )`.execute(db);
  // Misspelt words keep their beginning or their end. A column, because behind a policy no index on reverse(word) is used.
  await sql`create index search_words_backwards_idx on search_words (workspace_id, collection, backwards)`.execute(db);

  await sql`create table search_models (
    workspace_id uuid not null,
    number integer not null,
    id text not null,
    dimension integer not null constraint search_models_dimension_check check (dimension between 1 and 4000),
    constraint search_models_pkey primary key (workspace_id, number),
    constraint search_models_id_key unique (workspace_id, id)
  )`.execute(db);

  await sql`create table search_vectors (
    workspace_id uuid not null,
    model integer not null,
    hash uuid not null,
    embedding halfvec not null,
    constraint search_vectors_pkey primary key (workspace_id, model, hash),
    constraint search_vectors_model_fkey foreign key (workspace_id, model)
      references search_models (workspace_id, number) on delete cascade
  )`.execute(db);
  await sql`alter table search_vectors alter column embedding set storage plain`.execute(db);

  for (const table of tables) await guardByWorkspace(db, table);
}

const tables = [
  'search_collections',
  'search_items',
  'search_passages',
  'search_postings',
  'search_words',
  'search_models',
  'search_vectors',
];

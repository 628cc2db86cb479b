-- Only a key's SHA-256 is kept: who reads this table cannot use it.
create table api_keys (
    store_id     text        not null,
    key_hash     bytea       not null,
    name         text        not null,
    scopes       text[]      not null,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (store_id, key_hash)
);
-- A key names its store, so it is looked up before the store is known.
create unique index api_keys_by_hash on api_keys (key_hash);

-- store_id '*' is the installation itself.
create table settings (
    store_id text not null,
    name     text not null,
    value    text not null,
    primary key (store_id, name)
);

create table model_ledger (
    store_id      text    not null,
    month         date    not null,
    model         text    not null,
    input_tokens  bigint  not null,
    output_tokens bigint  not null,
    cost_usd      numeric not null,
    primary key (store_id, month, model)
);

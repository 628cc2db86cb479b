-- Small state: one document a grain and state name, replaced as a whole under its version.
create table grain_documents (
    store_id   text        not null,
    grain_key  text        not null,
    state_name text        not null,
    document   jsonb       not null,
    version    bigint      not null,
    updated_at timestamptz not null default now(),
    primary key (store_id, grain_key, state_name)
);

-- Reminders outlive their process; grain_hash lets several silos share them out by range.
create table reminders (
    store_id      text        not null,
    grain_id      text        not null,
    reminder_name text        not null,
    grain_hash    bigint      not null,
    start_at      timestamptz not null,
    period        interval    not null,
    version       bigint      not null,
    primary key (store_id, grain_id, reminder_name)
);
create index reminders_by_hash on reminders (grain_hash);

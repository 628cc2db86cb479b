-- Mail that waits, went, or was given up; the key says what it is about, so that nothing is said twice.
create table outbox (
    store_id    text        not null,
    mail_key    text        not null,
    message     jsonb       not null,
    status      text        not null,
    attempts    int         not null,
    due_at      timestamptz not null,
    error       text,
    provider_id text,
    created_at  timestamptz not null,
    settled_at  timestamptz,
    primary key (store_id, mail_key)
);
create index outbox_waiting on outbox (store_id, due_at) where status = 'waiting';
create index outbox_by_time on outbox (store_id, created_at desc);

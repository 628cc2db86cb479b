-- An action's row says where it stands; the document holds the exact proposal. Nothing was written to the earlier table.
drop table actions;
create table actions (
    store_id        text        not null,
    conversation_id text        not null,
    action_id       text        not null,
    kind            text        not null,
    status          text        not null,
    order_number    text,
    customer_email  text        not null,
    document        jsonb       not null,
    proposed_at     timestamptz not null,
    expires_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (store_id, conversation_id, action_id)
);
create index actions_by_status on actions (store_id, status, action_id desc);
create index actions_unfinished on actions (updated_at) where status in ('confirmed', 'running');

-- One chain per conversation; the head tells where it ends, so that a cut-off tail is seen.
create table audit (
    store_id        text        not null,
    conversation_id text        not null,
    n               int         not null,
    at              timestamptz not null,
    event           text        not null,
    actor           text        not null,
    actor_name      text,
    action_id       text,
    action_kind     text,
    why             text        not null,
    rule            text,
    before          text,
    after           text,
    previous_hash   text        not null,
    hash            text        not null,
    primary key (store_id, conversation_id, n)
);
create index audit_by_time on audit (store_id, at desc, conversation_id, n);
create index audit_by_action on audit (store_id, action_id) where action_id is not null;

create table audit_heads (
    store_id        text   not null,
    conversation_id text   not null,
    n               int    not null,
    hash            text   not null,
    primary key (store_id, conversation_id)
);

-- What counts towards caps: entered before the platform is called, taken out when nothing came of it.
create table action_ledger (
    store_id       text        not null,
    action_id      text        not null,
    kind           text        not null,
    order_id       text,
    customer_email text        not null,
    to_customer    numeric     not null,
    grant_name     text,
    at             timestamptz not null,
    primary key (store_id, action_id)
);
create index action_ledger_by_order on action_ledger (store_id, order_id) where order_id is not null;
create index action_ledger_by_customer on action_ledger (store_id, customer_email, at desc);
create index action_ledger_by_time on action_ledger (store_id, at desc);

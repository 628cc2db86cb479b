create table conversations (
    store_id             text        not null,
    conversation_id      text        not null,
    visitor_id           text        not null,
    channel              text        not null,
    status               text        not null,
    last_seq             bigint      not null,
    answered_seq         bigint      not null,
    last_shopper_seq     bigint      not null,
    version              bigint      not null,
    -- Tells whether an append whose answer got lost was stored.
    append_id            uuid        not null,
    intent               text        not null,
    sentiment            smallint    not null,
    memory               jsonb       not null,
    page                 jsonb,
    customer_email       text,
    ticket_id            text,
    escalation_reason    text,
    escalation_priority  text,
    escalation_summary   text,
    escalated_at         timestamptz,
    resolution_summary   text,
    score                smallint,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    primary key (store_id, conversation_id)
);
create index conversations_by_status on conversations (store_id, status, conversation_id desc);
create index conversations_by_intent on conversations (store_id, intent, conversation_id desc);
create unique index conversations_by_ticket on conversations (store_id, ticket_id) where ticket_id is not null;
create index conversations_unanswered on conversations (store_id, conversation_id) where last_shopper_seq > answered_seq;

-- data is json, not jsonb: it is passed through word for word and never looked into.
create table events (
    store_id        text        not null,
    conversation_id text        not null,
    seq             bigint      not null,
    type            text        not null,
    at              timestamptz not null,
    data            json        not null,
    primary key (store_id, conversation_id, seq)
);

create table messages (
    store_id          text        not null,
    conversation_id   text        not null,
    seq               bigint      not null,
    message_id        text        not null,
    author            text        not null,
    text              text        not null,
    client_message_id text,
    turn_id           text,
    at                timestamptz not null,
    words             tsvector    generated always as (to_tsvector('simple', left(text, 4000))) stored,
    primary key (store_id, conversation_id, seq)
);
create unique index messages_by_client_id on messages (store_id, conversation_id, client_message_id) where client_message_id is not null;
-- A short pending list: merging a long one would make single writers wait.
create index messages_by_words on messages using gin (words) with (gin_pending_list_limit = 256);

create table turns (
    store_id        text          not null,
    conversation_id text          not null,
    turn_id         text          not null,
    started_at      timestamptz   not null,
    duration_ms     double precision not null,
    intent          text          not null,
    confidence      double precision not null,
    sentiment       smallint      not null,
    model           text          not null,
    input_tokens    bigint        not null,
    output_tokens   bigint        not null,
    cost_usd        numeric       not null,
    trace           json          not null,
    primary key (store_id, conversation_id, turn_id)
);

-- What the agent does to a shop's orders: the intent is stored before the platform is called.
create table actions (
    store_id        text        not null,
    conversation_id text        not null,
    action_id       text        not null,
    turn_id         text,
    kind            text        not null,
    status          text        not null,
    idempotency_key text        not null,
    arguments       jsonb       not null,
    outcome         jsonb,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (store_id, conversation_id, action_id)
);
create unique index actions_by_idempotency_key on actions (store_id, idempotency_key);

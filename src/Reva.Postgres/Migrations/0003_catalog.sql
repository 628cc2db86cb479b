create extension if not exists vector;
create extension if not exists pg_trgm;

-- The vector has no fixed length: each row says by which model it was made.
create table products (
    store_id        text        not null,
    product_id      text        not null,
    handle          text        not null,
    title           text        not null,
    category        text        not null,
    vendor          text        not null,
    available       boolean     not null,
    document        jsonb       not null,
    text_hash       text        not null,
    embedding_model text        not null,
    embedding       vector,
    seen_at         timestamptz not null,
    words           tsvector    generated always as (
        setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', category || ' ' || vendor), 'B')) stored,
    primary key (store_id, product_id)
);
create index products_by_handle on products (store_id, handle);
create index products_by_words on products using gin (words);
create index products_by_title on products using gin (title gin_trgm_ops);

create table passages (
    store_id        text        not null,
    passage_id      text        not null,
    source_id       text        not null,
    kind            text        not null,
    title           text        not null,
    heading         text        not null,
    text            text        not null,
    url             text        not null,
    text_hash       text        not null,
    embedding_model text        not null,
    embedding       vector,
    seen_at         timestamptz not null,
    words           tsvector    generated always as (
        setweight(to_tsvector('simple', title || ' ' || heading), 'A') || to_tsvector('simple', text)) stored,
    primary key (store_id, passage_id)
);
create index passages_by_words on passages using gin (words);
create index passages_by_title on passages using gin (title gin_trgm_ops);

create table catalog_versions (
    store_id text   not null primary key,
    version  bigint not null
);

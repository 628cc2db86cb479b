using Npgsql;
using Reva.Grains.Catalog;

namespace Reva.Postgres.Search;

/// <summary>The statements that store passages.</summary>
internal static class PassageUpsert
{
    private const string ChangesSql = """
        insert into catalog_versions (store_id, version)
        select $1, 1 where exists (
            select from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[]) as i(passage_id, title, text, url, embedded)
            left join passages p on p.store_id = $1 and p.passage_id = i.passage_id
            where i.embedded or (p.title, p.text, p.url) is distinct from (i.title, i.text, i.url))
        on conflict (store_id) do update set version = catalog_versions.version + 1
        """;

    private const string RowSql = """
        insert into passages (store_id, passage_id, source_id, kind, title, heading, text, url, text_hash, embedding_model, embedding, seen_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::real[]::vector, $12)
        on conflict (store_id, passage_id) do update set source_id = excluded.source_id, kind = excluded.kind, title = excluded.title,
            heading = excluded.heading, text = excluded.text, url = excluded.url, seen_at = excluded.seen_at,
            text_hash = case when excluded.embedding is null then passages.text_hash else excluded.text_hash end,
            embedding_model = case when excluded.embedding is null then passages.embedding_model else excluded.embedding_model end,
            embedding = coalesce(excluded.embedding, passages.embedding)
        """;

    /// <summary>Lets the store's catalogue version grow when any of the passages is new or different.</summary>
    public static NpgsqlBatchCommand Changes(string storeId, IReadOnlyList<PassageRow> passages) => Rows.BatchCommand(
        ChangesSql, storeId, passages.Select(p => p.Passage.Id).ToArray(), passages.Select(p => StoredText.Clean(p.Passage.Title)).ToArray(),
        passages.Select(p => StoredText.Clean(p.Passage.Text)).ToArray(), passages.Select(p => p.Passage.Url).ToArray(),
        passages.Select(p => p.Vector is not null).ToArray());

    /// <summary>Stores one.</summary>
    public static NpgsqlBatchCommand Row(string storeId, PassageRow row)
    {
        var passage = row.Passage;
        return Rows.BatchCommand(
            RowSql, storeId, passage.Id, passage.SourceId, passage.Kind, StoredText.Clean(passage.Title), StoredText.Clean(passage.Heading),
            StoredText.Clean(passage.Text), passage.Url, row.TextHash, row.EmbeddingModel, row.Vector, row.SeenAt.ToUniversalTime());
    }
}

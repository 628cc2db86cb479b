using Npgsql;
using Reva.Grains.Catalog;

namespace Reva.Postgres.Search;

/// <summary>The statements that store products.</summary>
internal static class ProductUpsert
{
    private const string ChangesSql = """
        insert into catalog_versions (store_id, version)
        select $1, 1 where exists (
            select from unnest($2::text[], $3::text[], $4::boolean[]) as i(product_id, document, embedded)
            left join products p on p.store_id = $1 and p.product_id = i.product_id
            where i.embedded or p.document is distinct from i.document::jsonb)
        on conflict (store_id) do update set version = catalog_versions.version + 1
        """;

    private const string RowSql = """
        insert into products (store_id, product_id, handle, title, category, vendor, available, document, text_hash, embedding_model, embedding, seen_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11::real[]::vector, $12)
        on conflict (store_id, product_id) do update set handle = excluded.handle, title = excluded.title, category = excluded.category,
            vendor = excluded.vendor, available = excluded.available, document = excluded.document, seen_at = excluded.seen_at,
            text_hash = case when excluded.embedding is null then products.text_hash else excluded.text_hash end,
            embedding_model = case when excluded.embedding is null then products.embedding_model else excluded.embedding_model end,
            embedding = coalesce(excluded.embedding, products.embedding)
        """;

    /// <summary>Lets the store's catalogue version grow when any of the products is new or different.</summary>
    public static NpgsqlBatchCommand Changes(string storeId, IReadOnlyList<ProductRow> products) => Rows.BatchCommand(
        ChangesSql, storeId, products.Select(p => p.Product.Id).ToArray(), products.Select(p => StoredJson.Write(p.Product)).ToArray(),
        products.Select(p => p.Vector is not null).ToArray());

    /// <summary>Stores one.</summary>
    public static NpgsqlBatchCommand Row(string storeId, ProductRow row)
    {
        var product = row.Product;
        return Rows.BatchCommand(
            RowSql, storeId, product.Id, StoredText.Clean(product.Handle), StoredText.Clean(product.Title), StoredText.Clean(product.Category),
            StoredText.Clean(product.Vendor), product.Available, StoredJson.Write(product), row.TextHash, row.EmbeddingModel, row.Vector, row.SeenAt.ToUniversalTime());
    }
}

using System.Globalization;
using System.Text.Json;
using Npgsql;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Reva.Postgres.GrainStorage;

/// <summary>Grain documents as jsonb, one row a grain and state name, each write checked against the version it was read at. Thread safe.</summary>
public sealed class PostgresGrainStorage(NpgsqlDataSource database) : IGrainStorage
{
    /// <summary>The name grains ask for it by.</summary>
    public const string Name = "documents";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = await Rows.QueryAsync(
            database, "select document::text, version from grain_documents where store_id = $1 and grain_key = $2 and state_name = $3",
            row => (Document: row.GetString(0), Version: row.GetInt64(1)), [GrainRows.StoreOf(grainId), grainId.ToString(), stateName], CancellationToken.None);
        grainState.RecordExists = !found.IsEmpty;
        grainState.ETag = found.IsEmpty ? null : Text(found[0].Version);
        grainState.State = found.IsEmpty ? Activator.CreateInstance<T>() : JsonSerializer.Deserialize<T>(found[0].Document, Json)!;
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var document = JsonSerializer.Serialize(grainState.State, Json);
        var written = grainState.ETag is { } etag
            ? await Rows.QueryAsync(
                database, "update grain_documents set document = $4::jsonb, version = version + 1, updated_at = now() where store_id = $1 and grain_key = $2 and state_name = $3 and version = $5 returning version",
                row => row.GetInt64(0), [GrainRows.StoreOf(grainId), grainId.ToString(), stateName, document, Number(etag)], CancellationToken.None)
            : await Rows.QueryAsync(
                database, "insert into grain_documents (store_id, grain_key, state_name, document, version) values ($1, $2, $3, $4::jsonb, 1) on conflict do nothing returning version",
                row => row.GetInt64(0), [GrainRows.StoreOf(grainId), grainId.ToString(), stateName, document], CancellationToken.None);
        if (written.IsEmpty)
            throw Changed(stateName, grainId, grainState.ETag);
        grainState.ETag = Text(written[0]);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is { } etag && await Rows.ExecuteAsync(
            database, "delete from grain_documents where store_id = $1 and grain_key = $2 and state_name = $3 and version = $4",
            [GrainRows.StoreOf(grainId), grainId.ToString(), stateName, Number(etag)], CancellationToken.None) == 0)
            throw Changed(stateName, grainId, etag);
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    // What is stored now is not read for the message: it may have changed again.
    private static InconsistentStateException Changed(string stateName, GrainId grainId, string? etag) =>
        new($"The state '{stateName}' of {grainId} was changed elsewhere.", storedEtag: null, currentEtag: etag);

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static long Number(string etag) => long.Parse(etag, CultureInfo.InvariantCulture);
}

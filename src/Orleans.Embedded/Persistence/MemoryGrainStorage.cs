using System.Collections.Concurrent;
using System.Text.Json;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded.Persistence;

/// <summary>Keeps states in memory, as JSON, so that nothing is shared with grains.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(GrainId, string), (string Json, string ETag)> _rows = new();
    private long _version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _rows.TryGetValue((grainId, stateName), out var row);
        grainState.ETag = grainState.RecordExists ? row.ETag : null;
        grainState.State = grainState.RecordExists ? JsonSerializer.Deserialize<T>(row.Json)! : Activator.CreateInstance<T>();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var next = (JsonSerializer.Serialize(grainState.State), Interlocked.Increment(ref _version).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Replace(grainId, stateName, grainState.ETag, next);
        grainState.ETag = next.Item2;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_rows.TryGetValue((grainId, stateName), out var row))
        {
            if (row.ETag != grainState.ETag)
                throw new InconsistentStateException($"The state '{stateName}' of {grainId} was changed elsewhere.", row.ETag, grainState.ETag);
            _rows.TryRemove((grainId, stateName), out _);
        }
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private void Replace(GrainId grainId, string stateName, string? etag, (string, string) next)
    {
        var key = (grainId, stateName);
        var written = etag is null
            ? _rows.TryAdd(key, next)
            : _rows.TryGetValue(key, out var row) && row.ETag == etag && _rows.TryUpdate(key, next, row);
        if (!written)
            throw new InconsistentStateException($"The state '{stateName}' of {grainId} was changed elsewhere.", _rows.TryGetValue(key, out var stored) ? stored.ETag : null, etag);
    }
}

using System.Collections.Immutable;

namespace Reva.Sandbox.Shopify.Store;

/// <summary>
/// Rows of one kind in memory. Readers see one consistent moment without waiting; changes go one after the other.
/// </summary>
internal abstract class Table<T>(IEnumerable<T> rows, Func<T, long> id)
    where T : class
{
    private readonly Lock _writing = new();
    private volatile ImmutableSortedDictionary<long, T> _rows = rows.ToImmutableSortedDictionary(id, r => r);

    /// <summary>All rows by id.</summary>
    public IEnumerable<T> All => _rows.Values;

    public int Count => _rows.Count;

    public T? Find(long key) => _rows.GetValueOrDefault(key);

    /// <summary>Replaces a row by what <paramref name="change"/> makes of it.</summary>
    /// <returns>The new row; null when there is none with this id.</returns>
    public T? Change(long key, Func<T, T> change)
    {
        lock (_writing)
        {
            if (!_rows.TryGetValue(key, out var row))
                return null;
            var changed = change(row);
            _rows = _rows.SetItem(key, changed);
            Replaced(row, changed);
            return changed;
        }
    }

    /// <summary>Adds a row, or replaces the one with its id.</summary>
    public void Put(T row)
    {
        lock (_writing)
        {
            var before = _rows.GetValueOrDefault(id(row));
            _rows = _rows.SetItem(id(row), row);
            Replaced(before, row);
        }
    }

    public bool Remove(long key)
    {
        lock (_writing)
        {
            if (!_rows.TryGetValue(key, out var row))
                return false;
            _rows = _rows.Remove(key);
            Replaced(row, null);
            return true;
        }
    }

    /// <summary>Lets a table keep further indexes; called under the write lock.</summary>
    protected virtual void Replaced(T? before, T? after)
    {
    }
}

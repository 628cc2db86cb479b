namespace Reva.Core.Audit;

/// <summary>Where an audit chain was first touched.</summary>
/// <param name="N">The number of the entry that should stand there.</param>
/// <param name="Damage">What was done to it.</param>
public sealed record AuditBreak(int N, AuditDamage Damage);

/// <summary>What was done to an audit chain.</summary>
public enum AuditDamage
{
    /// <summary>An entry does not fit its own hash, or the one that follows does not know it.</summary>
    Altered,
    /// <summary>An entry was taken out of the middle.</summary>
    Missing,
    /// <summary>An entry was put in.</summary>
    Inserted,
    /// <summary>An entry stands in another's place.</summary>
    Reordered,
    /// <summary>Entries were cut off at the end.</summary>
    CutOff,
}

/// <summary>Walks a chain once, from the first entry on.</summary>
internal sealed class AuditCheck(IReadOnlyList<AuditEntry> entries, int headN, string headHash)
{
    public AuditBreak? FirstBreak()
    {
        for (var at = 0; at < entries.Count; at++)
        {
            if (BreakAt(at) is { } found)
                return found;
        }
        if (entries.Count < headN)
            return new(entries.Count + 1, AuditDamage.CutOff);
        if (entries.Count > headN)
            return new(headN + 1, AuditDamage.Inserted);
        return (entries.Count == 0 ? AuditChain.Start : entries[^1].Hash) == headHash ? null : new(Math.Max(headN, 1), AuditDamage.Altered);
    }

    private AuditBreak? BreakAt(int at)
    {
        var (entry, n) = (entries[at], at + 1);
        if (AuditChain.HashOf(entry) != entry.Hash)
            return new(n, AuditDamage.Altered);
        if (entry.StoreId != entries[0].StoreId || entry.ConversationId != entries[0].ConversationId)
            return new(n, AuditDamage.Inserted);
        if (entry.N != n)
            return OutOfPlace(entry, at);
        if (entry.PreviousHash == (at == 0 ? AuditChain.Start : entries[at - 1].Hash))
            return null;
        // It is sound in itself, so it is the entry before that is not the one it was chained to.
        return new(Math.Max(at, 1), AuditDamage.Altered);
    }

    private AuditBreak OutOfPlace(AuditEntry entry, int at)
    {
        var n = at + 1;
        if (entry.N < n || Twice(entry.N))
            return new(n, AuditDamage.Inserted);
        return new(n, entries.Skip(at + 1).Any(e => e.N == n) ? AuditDamage.Reordered : AuditDamage.Missing);
    }

    private bool Twice(int n) => entries.Count(e => e.N == n) > 1;
}

using System.Text;
using System.Text.Json;

namespace Reva.Core.Audit;

/// <summary>Chains audit entries by their hashes, so that whatever is touched afterwards shows.</summary>
public static class AuditChain
{
    /// <summary>What stands before the first entry.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>
    /// The entry that follows <paramref name="previous"/>, null before the first. Its moment is cut to the microsecond in UTC, and what a
    /// database cannot store in a text (NUL, half of a surrogate pair) becomes U+FFFD, so that it reads back as it was hashed.
    /// </summary>
    public static AuditEntry Append(AuditEntry? previous, AuditDraft draft)
    {
        if (previous is not null && (previous.StoreId != draft.StoreId || previous.ConversationId != draft.ConversationId))
            throw new ArgumentException("The entry before is of another conversation.", nameof(draft));
        var entry = new AuditEntry
        {
            StoreId = draft.StoreId,
            ConversationId = draft.ConversationId,
            At = new DateTimeOffset(draft.At.UtcTicks - draft.At.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero),
            Actor = draft.Actor,
            ActorName = Storable(draft.ActorName),
            Event = draft.Event,
            ActionId = draft.ActionId,
            ActionKind = draft.ActionKind,
            Why = Storable(draft.Why) ?? "",
            BeforeJson = Storable(draft.BeforeJson),
            AfterJson = Storable(draft.AfterJson),
            Rule = Storable(draft.Rule),
            N = (previous?.N ?? 0) + 1,
            PreviousHash = previous?.Hash ?? Start,
            Hash = "",
        };
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>What the entry's hash must be.</summary>
    public static string HashOf(AuditEntry entry) => new FieldHash()
        .Add("reva.audit.1").Add(entry.PreviousHash).Add(entry.N).Add(entry.StoreId).Add(entry.ConversationId).Add(entry.At)
        .Add(Wire(entry.Actor)).Add(entry.ActorName).Add(Wire(entry.Event)).Add(entry.ActionId)
        .Add(entry.ActionKind is { } kind ? Wire(kind) : null).Add(entry.Why).Add(entry.BeforeJson).Add(entry.AfterJson).Add(entry.Rule)
        .ToHex();

    /// <summary>Where a chain was first touched; null when it is whole.</summary>
    /// <param name="entries">The chain as it was read, in the order in which it is kept.</param>
    /// <param name="headN">The number of the last entry, kept apart from the chain; 0 for none.</param>
    /// <param name="headHash">The last entry's hash, kept apart from the chain; <see cref="Start"/> for none.</param>
    public static AuditBreak? Verify(IReadOnlyList<AuditEntry> entries, int headN, string headHash) => new AuditCheck(entries, headN, headHash).FirstBreak();

    private static string Wire<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string? Storable(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}

using FsCheck;
using FsCheck.Fluent;
using Reva.Core.Actions;
using Reva.Core.Audit;

namespace Reva.Core.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly DateTimeOffset At = new(2026, 10, 3, 9, 0, 0, TimeSpan.FromHours(2));

    private static AuditDraft Draft(int i) => new()
    {
        StoreId = "demo", ConversationId = "01k", At = At.AddSeconds(i).AddTicks(7), Actor = (AuditActor)(i % 4), ActorName = i % 4 == 2 ? "Dana" : null, Event = (AuditEvent)(i % 14),
        ActionId = $"a{i / 4}", ActionKind = (ActionKind)(i % 9), Why = $"because {i}", BeforeJson = $$"""{"n": {{i}}}""", AfterJson = i % 2 == 0 ? null : "{}", Rule = "confirm",
    };

    private static List<AuditEntry> Chain(int length)
    {
        var chain = new List<AuditEntry>();
        for (var i = 0; i < length; i++)
            chain.Add(AuditChain.Append(chain.LastOrDefault(), Draft(i)));
        return chain;
    }

    private static AuditBreak? Check(List<AuditEntry> kept, List<AuditEntry> true_) =>
        AuditChain.Verify(kept, true_.Count, true_.Count == 0 ? AuditChain.Start : true_[^1].Hash);

    private static void Always(Func<int, int, int, bool> holds) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).Three().ToArbitrary(), t => holds(t.Item1, t.Item2, t.Item3)).QuickCheckThrowOnFailure();

    private static string Flip(string text, int where)
    {
        var chars = text.ToCharArray();
        chars[where % chars.Length] ^= (char)1;
        return new string(chars);
    }

    // Every field, each changed as little as it can be.
    private static readonly Func<AuditEntry, int, AuditEntry>[] Touches =
    [
        (e, k) => e with { StoreId = Flip(e.StoreId, k) }, (e, k) => e with { ConversationId = Flip(e.ConversationId, k) },
        (e, _) => e with { N = e.N + 1 }, (e, _) => e with { N = -e.N },
        (e, k) => e with { At = e.At.AddMicroseconds(k % 2 == 0 ? 1 : -1) }, (e, _) => e with { Actor = (AuditActor)(((int)e.Actor + 1) % 4) },
        (e, k) => e with { ActorName = e.ActorName is null ? "" : Flip(e.ActorName, k) }, (e, _) => e with { Event = (AuditEvent)(((int)e.Event + 1) % 14) },
        (e, k) => e with { ActionId = Flip(e.ActionId!, k) }, (e, _) => e with { ActionId = null }, (e, _) => e with { ActionKind = null },
        (e, k) => e with { Why = Flip(e.Why, k) }, (e, k) => e with { BeforeJson = Flip(e.BeforeJson!, k) }, (e, _) => e with { AfterJson = e.AfterJson + " " },
        (e, k) => e with { Rule = Flip(e.Rule!, k) }, (e, k) => e with { PreviousHash = Flip(e.PreviousHash, k) }, (e, k) => e with { Hash = Flip(e.Hash, k) },
        (e, _) => e with { Why = e.Why + e.BeforeJson, BeforeJson = "" },
    ];

    [Fact]
    public void A_chain_nobody_touched_is_whole()
    {
        for (var length = 0; length < 20; length++)
            Assert.Null(Check(Chain(length), Chain(length)));
    }

    [Fact]
    public void Whatever_is_altered_is_found_where_it_was() => Always((length, place, touch) =>
    {
        var (chain, at) = (Chain(1 + length % 12), place % (1 + length % 12));
        var kept = chain.ToList();
        kept[at] = Touches[touch % Touches.Length](kept[at], place);
        return Check(kept, chain) == new AuditBreak(at + 1, AuditDamage.Altered);
    });

    [Fact]
    public void An_alteration_with_its_own_hash_mended_is_found_too() => Always((length, place, touch) =>
    {
        var (chain, at) = (Chain(1 + length % 12), place % (1 + length % 12));
        var kept = chain.ToList();
        var altered = kept[at] with { Why = kept[at].Why + touch };
        kept[at] = altered with { Hash = AuditChain.HashOf(altered) };
        return Check(kept, chain) == new AuditBreak(at + 1, AuditDamage.Altered);
    });

    [Fact]
    public void A_chain_written_anew_from_some_entry_on_does_not_fit_its_head() => Always((length, place, _) =>
    {
        var (chain, at) = (Chain(1 + length % 12), place % (1 + length % 12));
        var kept = chain.Take(at).ToList();
        for (var i = at; i < chain.Count; i++)
            kept.Add(AuditChain.Append(kept.LastOrDefault(), Draft(i) with { Why = "rewritten" }));
        return Check(kept, chain) == new AuditBreak(chain.Count, AuditDamage.Altered);
    });

    [Fact]
    public void What_is_taken_out_is_missed_where_it_was() => Always((length, place, _) =>
    {
        var (chain, at) = (Chain(2 + length % 12), place % (1 + length % 12));
        var kept = chain.ToList();
        kept.RemoveAt(at);
        return Check(kept, chain) == new AuditBreak(at + 1, AuditDamage.Missing);
    });

    [Fact]
    public void What_is_cut_off_at_the_end_is_missed() => Always((length, keep, _) =>
    {
        var chain = Chain(1 + length % 12);
        return Check(chain.Take(keep % chain.Count).ToList(), chain) == new AuditBreak(keep % chain.Count + 1, AuditDamage.CutOff);
    });

    [Fact]
    public void What_changed_places_is_found_at_the_first_of_them() => Always((length, one, other) =>
    {
        var chain = Chain(2 + length % 12);
        var (i, j) = (one % chain.Count, other % chain.Count);
        var kept = chain.ToList();
        (kept[i], kept[j]) = (kept[j], kept[i]);
        return i == j ? Check(kept, chain) is null : Check(kept, chain) == new AuditBreak(Math.Min(i, j) + 1, AuditDamage.Reordered);
    });

    [Fact]
    public void What_is_put_in_is_found() => Always((length, place, source) =>
    {
        var chain = Chain(1 + length % 12);
        var (at, copied) = (place % (chain.Count + 1), source % chain.Count);
        var kept = chain.ToList();
        kept.Insert(at, chain[copied]);
        // Two of the same beside each other are told apart by nothing but their place.
        var found = at == copied ? at + 2 : at + 1;
        return Check(kept, chain) == new AuditBreak(found, AuditDamage.Inserted);
    });

    [Fact]
    public void An_entry_of_another_conversation_does_not_belong()
    {
        var chain = Chain(3);
        var foreign = AuditChain.Append(null, Draft(0) with { ConversationId = "01z" });
        Assert.Equal(new AuditBreak(2, AuditDamage.Inserted), Check([chain[0], foreign, .. chain.Skip(1)], chain));
        Assert.Throws<ArgumentException>(() => AuditChain.Append(foreign, Draft(1)));
    }

    [Fact]
    public void It_reads_back_from_a_database_as_it_was_hashed()
    {
        var entry = AuditChain.Append(null, Draft(1) with { Why = "half \ud83d of a sign, and \0", At = new(2026, 1, 1, 0, 0, 0, 0, 1, TimeSpan.FromHours(5)) });
        Assert.Equal("half \uFFFD of a sign, and \uFFFD", entry.Why);
        Assert.Equal((TimeSpan.Zero, 0L), (entry.At.Offset, entry.At.Ticks % 10));
        Assert.Equal(entry.Hash, AuditChain.HashOf(entry with { At = entry.At.ToOffset(TimeSpan.FromHours(-7)) }));
    }
}

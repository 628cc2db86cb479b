namespace Reva.Agent.Grounding.Foreign;

/// <summary>Which deed an act done to a noun is; the same in every language.</summary>
internal static class DeedNouns
{
    // The first that fits counts: 'told the team of your cancellation' cancelled nothing.
    private static readonly (DeedKind Kind, DeedAct[] Acts)[] Deeds =
    [
        (DeedKind.TeamTold, [DeedAct.Tell, DeedAct.Send]),
        (DeedKind.Impossible, [DeedAct.Do, DeedAct.Send]),
        (DeedKind.Exchanged, [DeedAct.Do]),
        (DeedKind.Discounted, [DeedAct.Grant, DeedAct.Do, DeedAct.Send]),
        (DeedKind.CodeSent, [DeedAct.Send]),
        (DeedKind.Returned, [DeedAct.Do, DeedAct.Send]),
        (DeedKind.Refunded, [DeedAct.Do, DeedAct.Send, DeedAct.Grant]),
        (DeedKind.Cancelled, [DeedAct.Do]),
        (DeedKind.AddressChanged, [DeedAct.Change]),
        (DeedKind.PaymentChanged, [DeedAct.Change]),
        (DeedKind.ItemsChanged, [DeedAct.Change]),
        (DeedKind.Any, [DeedAct.Change]),
        (DeedKind.Mailed, [DeedAct.Send]),
    ];

    /// <summary>The deed; null for none.</summary>
    public static DeedKind? Of(HashSet<DeedAct> acts, HashSet<DeedKind> nouns) =>
        Deeds.Where(d => nouns.Contains(d.Kind) && d.Acts.Any(acts.Contains)).Select(d => (DeedKind?)d.Kind).FirstOrDefault();
}

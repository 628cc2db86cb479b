using System.Collections.Immutable;

namespace Reva.Agent.Actions.Reading;

/// <summary>What a shopper's words say to open proposals.</summary>
public enum ProposalReply
{
    /// <summary>Nothing that can count as an answer.</summary>
    None,
    /// <summary>An answer, but not to which of them, or whether it is a yes or a no: it has to be asked.</summary>
    Which,
    /// <summary>A yes to some, perhaps a no to others.</summary>
    Confirm,
    /// <summary>A no.</summary>
    Decline,
}

/// <summary>What a shopper's words say to open proposals.</summary>
/// <param name="Reply">How to take it.</param>
/// <param name="Confirmed">Ids that are confirmed.</param>
/// <param name="Declined">Ids that are declined.</param>
/// <param name="Rest">What was said besides, to be answered as a further wish; null for nothing.</param>
public sealed record ProposalAnswer(ProposalReply Reply, ImmutableArray<string> Confirmed, ImmutableArray<string> Declined, string? Rest = null)
{
    /// <summary>No answer.</summary>
    public static ProposalAnswer None { get; } = new(ProposalReply.None, [], []);

    /// <summary>An answer that is not clear.</summary>
    public static ProposalAnswer Which { get; } = new(ProposalReply.Which, [], []);
}

using Reva.Core.Actions;
using Reva.Core.Audit;

namespace Reva.Agent.Actions;

/// <summary>One line for the audit trail, before it is numbered and chained.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="ActionId">The action; null for an attempt that never became one.</param>
/// <param name="Kind">The action's kind; null when it is not known.</param>
/// <param name="Why">In words, without card data or codes.</param>
public sealed record AuditNote(AuditEvent Event, AuditActor Actor, string? ActionId, ActionKind? Kind, string Why)
{
    /// <summary>The person's name, for a merchant.</summary>
    public string? Person { get; init; }
    /// <summary>Which rules decided.</summary>
    public string? Rule { get; init; }
    /// <summary>The state before, as JSON.</summary>
    public string? Before { get; init; }
    /// <summary>The state after, as JSON.</summary>
    public string? After { get; init; }
}

using System.Text.Json.Nodes;

namespace Reva.Server.Api.V1;

/// <summary>A decision of a person of the shop.</summary>
/// <param name="Person">Who decides; stands in the audit.</param>
/// <param name="Reason">Why; the shopper hears it when the action is rejected, and it is needed then.</param>
public sealed record DecideActionRequest(string? Person, string? Reason = null);

/// <summary>Where an action stands after an answer.</summary>
public sealed record ActionAnswerResponse(string ActionId, string Status);

/// <summary>Actions, oldest first in a conversation, newest first in a list.</summary>
public sealed record ActionsResponse(IReadOnlyList<ActionResponse> Actions, string? NextCursor);

/// <summary>One action.</summary>
/// <param name="Kind">The tool that proposed it, e.g. <c>cancel_order</c>.</param>
/// <param name="Details">The card as the shopper sees it, who confirmed and decided, and what came of it.</param>
public sealed record ActionResponse(string ConversationId, string ActionId, string Kind, string Status, DateTimeOffset ProposedAt, JsonNode? Details);

/// <summary>Lines of the audit trail, newest first.</summary>
/// <param name="NextBefore">What to give as <c>before</c> for the next page; null at the end.</param>
public sealed record AuditResponse(IReadOnlyList<AuditLine> Entries, DateTimeOffset? NextBefore);

/// <summary>One line of the audit trail.</summary>
/// <param name="N">Its number in its conversation.</param>
/// <param name="Actor"><c>shopper</c>, <c>agent</c>, <c>merchant</c> or <c>system</c>.</param>
/// <param name="Rule">Which rules of the policy decided.</param>
/// <param name="Before">The state before; for a proposal the order.</param>
/// <param name="After">The state after; for a proposal the exact action.</param>
public sealed record AuditLine(
    string ConversationId, int N, DateTimeOffset At, string Event, string Actor, string? Person, string? ActionId, string? Kind, string Why, string? Rule,
    JsonNode? Before, JsonNode? After, string Hash);

/// <summary>What the check of the chains came to.</summary>
/// <param name="Whole">Whether no chain was touched.</param>
/// <param name="Chains">Chains checked.</param>
/// <param name="Entries">Lines checked.</param>
/// <param name="Touched">The chains that were touched, and where first.</param>
public sealed record AuditVerdict(bool Whole, int Chains, int Entries, IReadOnlyList<TouchedChain> Touched);

/// <summary>A chain that was touched.</summary>
/// <param name="N">The number of the line where it shows first.</param>
/// <param name="Damage"><c>altered</c>, <c>missing</c>, <c>inserted</c>, <c>reordered</c> or <c>cut_off</c>.</param>
public sealed record TouchedChain(string ConversationId, int N, string Damage);

/// <summary>The store's policies.</summary>
/// <param name="Version">Give it back when you change them, so that two people do not undo each other's changes.</param>
public sealed record PoliciesResponse(int Version, DateTimeOffset? ChangedAt, string? ChangedBy, JsonNode? Policies);

/// <summary>New policies.</summary>
/// <param name="Policies">All of them; what is left out has its default.</param>
/// <param name="Version">The version they were read at; left out, whatever stands is replaced.</param>
/// <param name="Person">Who changes them.</param>
public sealed record ChangePoliciesRequest(JsonNode? Policies, string? Person, int? Version = null);

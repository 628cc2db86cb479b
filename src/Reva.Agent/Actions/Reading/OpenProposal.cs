using System.Collections.Immutable;
using Reva.Core.Actions;

namespace Reva.Agent.Actions.Reading;

/// <summary>A proposal that waits for the shopper's yes, as far as words can point at it.</summary>
/// <param name="Id">The action's id.</param>
/// <param name="Kind">What it does.</param>
/// <param name="OrderNumber">As printed, e.g. <c>#1001</c>; null when it is not on an order.</param>
/// <param name="Titles">Titles of all items that it is about.</param>
public sealed record OpenProposal(string Id, ActionKind Kind, string? OrderNumber, ImmutableArray<string> Titles);

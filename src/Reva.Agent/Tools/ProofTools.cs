namespace Reva.Agent.Tools;

/// <summary>Tools by which a shopper proves who they are, beside an order's number and address.</summary>
/// <param name="All">All of them.</param>
public sealed record ProofTools(IReadOnlyList<ITool> All);

namespace Reva.Core.Actions;

/// <summary>Pieces of one line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">How many, ≥ 1.</param>
public sealed record ItemPieces(string LineId, int Quantity);

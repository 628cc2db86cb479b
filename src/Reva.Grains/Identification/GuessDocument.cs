namespace Reva.Grains.Identification;

/// <summary>What <see cref="IGuessGrain"/> keeps: when tries failed, oldest first, and nothing of what was typed.</summary>
public sealed class GuessDocument
{
    /// <summary>Failed tries, UTC.</summary>
    public List<DateTimeOffset> Failed { get; set; } = [];
}

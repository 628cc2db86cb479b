using System.Collections.Immutable;
using Reva.Agent.Turns;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Which items somebody means.</summary>
/// <param name="Items">The pieces meant, as far as they are clear.</param>
/// <param name="Unclear">Words that fit several items, so that it has to be asked.</param>
/// <param name="Named">Whether any item was named at all.</param>
/// <param name="Whole">Whether everything was named.</param>
internal sealed record ItemChoice(ImmutableArray<WishedItem> Items, bool Unclear, bool Named, bool Whole)
{
    public static ItemChoice Nothing { get; } = new([], false, false, false);
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds positions in a list that was shown: 'the first two', '2nd', 'number 3', 'both', 'the last one'.</summary>
internal static class Ordinals
{
    private static readonly FrozenDictionary<string, int> Positions = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["first"] = 1, ["1st"] = 1, ["second"] = 2, ["2nd"] = 2, ["third"] = 3, ["3rd"] = 3, ["fourth"] = 4, ["4th"] = 4, ["fifth"] = 5, ["5th"] = 5, ["sixth"] = 6, ["6th"] = 6, ["last"] = -1, ["final"] = -1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["1"] = 1, ["2"] = 2, ["3"] = 3, ["4"] = 4, ["5"] = 5, ["6"] = 6,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OtherwiseMeant = WordSets.Of("time times week weeks month months day days year years night order orders day floor class aid hand name thing step item minute to of");

    /// <summary>The positions, 1-based, counted from the end when negative, each once. <paramref name="shown"/> tells how many were shown.</summary>
    public static ImmutableArray<int> Take(MessageText text, int shown)
    {
        var positions = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsFree(i))
                continue;
            if (Positions.TryGetValue(text[i].Plain, out var first) && !OtherwiseMeant.Contains(text[i + 1].Plain) && !(text[i].Plain is "first" or "second" && text[i].EndsClause && text[i - 1].Plain is not ("the" or "and" or "or" or "vs" or "to" or "than" or "from")))
                Add(first, text, i, positions);
            else if (text[i].Plain is "number" or "no" or "option" or "nr" or "nummer" && Numbers.TryGetValue(text[i + 1].Plain, out var number))
                AddOne(number, text, i, 2, positions);
            else if (shown > 0 && text[i].Before == '#' && Numbers.TryGetValue(text[i].Plain, out number))
                AddOne(number, text, i, 1, positions);
            else if (shown > 0 && text[i].IsInteger && Numbers.TryGetValue(text[i].Plain, out number) && text[i + 1].Plain is "or" or "vs" or "and" or "versus" && Numbers.TryGetValue(text[i + 2].Plain, out var other) && text[i + 2].IsInteger)
            {
                AddOne(number, text, i, 2, positions);
                AddOne(other, text, i + 2, 1, positions);
            }
            else if (text[i].Plain is "both" or "two" && (text[i].Plain is "both" || (text[i - 1].Plain is "these" or "those" or "the")) && shown is 0 or 2)
                AddBoth(text, i, positions);
        }
        return positions.ToImmutable();
    }

    private static void Add(int position, MessageText text, int i, ImmutableArray<int>.Builder positions)
    {
        var many = !text[i].EndsClause && Numbers.TryGetValue(text[i + 1].Plain, out var number) && number > 1 ? number : 1;
        for (var k = 0; k < many; k++)
            AddOne(position > 0 ? position + k : position - (many - 1 - k), text, i, !text[i].EndsClause && (many > 1 || text[i + 1].Plain is "one" or "ones") ? 2 : 1, positions);
    }

    private static void AddBoth(MessageText text, int i, ImmutableArray<int>.Builder positions)
    {
        AddOne(1, text, i, 1, positions);
        AddOne(2, text, i, 1, positions);
    }

    private static void AddOne(int position, MessageText text, int from, int count, ImmutableArray<int>.Builder positions)
    {
        text.Claim(from, count, Role.Ordinal);
        if (!positions.Contains(position))
            positions.Add(position);
    }
}

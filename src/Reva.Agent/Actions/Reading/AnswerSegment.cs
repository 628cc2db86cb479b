using System.Collections.Immutable;
using Reva.Core.Actions;

namespace Reva.Agent.Actions.Reading;

/// <summary>A clause of an answer, read word by word.</summary>
internal sealed class AnswerSegment
{
    private readonly HashSet<Mark> _marks = [];

    /// <summary>Where it begins in the message.</summary>
    public required int Start { get; init; }

    /// <summary>Whether 'but' leads over to it.</summary>
    public bool AfterBut { get; init; }

    /// <summary>Whether every word of it is known; one unknown word can turn a yes into anything.</summary>
    public bool IsKnown { get; set; } = true;

    /// <summary>Whether it asks.</summary>
    public bool Asks { get; set; }

    /// <summary>Kinds of actions that all its words agree on; null when it names none.</summary>
    public ImmutableHashSet<ActionKind>? Kinds { get; private set; }

    /// <summary>Places in the list of open proposals, from 1; -1 is the last.</summary>
    public HashSet<int> Places { get; } = [];

    /// <summary>Numbers of orders with open proposals.</summary>
    public HashSet<string> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of items' titles, as stems.</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it points at proposals by something that tells them apart.</summary>
    public bool Points => Places.Count > 0 || Numbers.Count > 0 || Titles.Count > 0;

    /// <summary>Whether it says which proposals it is about.</summary>
    public bool Selects => Points || Kinds is not null || Has(Mark.All) || Has(Mark.Both) || Has(Mark.Neither) || Has(Mark.Whole);

    public bool Has(Mark mark) => _marks.Contains(mark);

    public void Add(Phrase phrase)
    {
        _marks.Add(phrase.Mark);
        if (phrase.Mark == Mark.Place)
            Places.Add(phrase.Place);
        if (phrase.Kinds.Length > 0)
            Narrow(phrase.Kinds);
    }

    /// <summary>Leaves of the kinds only these.</summary>
    public void Narrow(params ReadOnlySpan<ActionKind> kinds) => Kinds = Kinds?.Intersect(kinds.ToArray()) ?? [.. kinds];
}

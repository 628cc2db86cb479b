namespace Reva.Agent.Grounding.Foreign;

/// <summary>Verbs of a language in one of their forms.</summary>
internal sealed class DeedVerbs(IEnumerable<(string Phrase, DeedKind Kind)> verbs, IEnumerable<(string Phrase, DeedAct Act)> acts)
{
    private readonly PhraseTable<DeedKind> _verbs = new(verbs);
    private readonly PhraseTable<DeedAct> _acts = new(acts);

    /// <summary>Every word of the verbs.</summary>
    public IEnumerable<string> Words => _verbs.Words.Concat(_acts.Words);

    /// <summary>Which deed the words name; null for none.</summary>
    public DeedKind? In(IReadOnlyList<string> words, PhraseTable<DeedKind> nouns) =>
        (_acts.In(words).ToHashSet() is { Count: > 0 } acts ? DeedNouns.Of(acts, [.. nouns.In(words)]) : null)
        ?? _verbs.In(words).Select(k => (DeedKind?)k).FirstOrDefault();
}

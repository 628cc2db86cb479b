using System.Collections.Frozen;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Grounding.Foreign;

/// <summary>How a language other than English tells of deeds.</summary>
internal sealed class DeedLanguage
{
    private static readonly FrozenDictionary<string, DeedLanguage> Known = new[] { "de", "es", "fr", "it", "nl", "pt" }
        .ToFrozenDictionary(l => l, l => new DeedLanguage(DataFiles.Read<DeedFile>($"Deeds.{l}.json")), StringComparer.Ordinal);

    private readonly DeedFile _file;
    private readonly PhraseTable<bool> _doers;
    private readonly PhraseTable<bool> _could;
    private readonly PhraseTable<bool> _specific;
    private readonly PhraseTable<bool> _asks;
    private readonly PhraseTable<bool> _denials;
    private readonly PhraseTable<bool> _reports;
    private readonly PhraseTable<bool> _stands;
    private readonly PhraseTable<DeedKind> _nouns;
    private readonly DeedVerbs _participles;
    private readonly (DeedVerbs Verbs, bool ByAgent, bool MayBeGeneral)[] _pasts;
    private readonly HashSet<string> _exclaimed;
    private readonly FrozenSet<string> _words;

    private DeedLanguage(DeedFile file)
    {
        _file = file;
        _doers = new([.. file.Mine.Select(w => (w, true)), .. file.Done.Select(w => (w, false))]);
        (_could, _specific, _asks, _denials, _reports, _stands) = (Table(file.Could), Table(file.Specific), Table(file.Asks), Table(file.Denials), Table(file.Reports), Table(file.Stands));
        _nouns = new(Forms(file.Nouns, [""]));
        _participles = new(Forms(file.Verbs, file.Endings), Forms(file.Acts, file.Endings));
        _pasts =
        [
            (Past(file.Pasts.Mine, ""), true, false), (Past(file.Pasts.Ours, ""), false, true), (Past(file.Pasts.Passive, "se "), false, false),
            (new(file.JustDone.SelectMany(lead => Forms(file.Infinitives, [""]).Select(i => ($"{lead} {i.Item1}", i.Item2))), []), true, false),
        ];
        Cuts = new([.. file.Conditions.Select(w => (w, Joint.If)), .. file.That.Select(w => (w, Joint.That)), .. file.Joints.Select(w => (w, Joint.And))]);
        Adverbs = Table(file.Adverbs);
        _exclaimed = [.. file.Exclaimed];
        PhraseTable<bool>[] small = [_doers, _could, _specific, _asks, _denials, _reports, _stands, Adverbs, Table(file.Exclaimed)];
        _words = small.SelectMany(t => t.Words).Concat(Cuts.Words).Concat(_nouns.Words).Concat(_participles.Words).Concat(_pasts.SelectMany(p => p.Verbs.Words)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Words that begin a clause, and how they join it.</summary>
    public PhraseTable<Joint> Cuts { get; }

    /// <summary>Words that are passed over.</summary>
    public PhraseTable<bool> Adverbs { get; }

    /// <summary>The languages that know most of the words: what a sister language denies in a word of its own is no claim here.</summary>
    public static IEnumerable<DeedLanguage> Of(IReadOnlyList<string> words)
    {
        var known = Known.Values.Select(language => (Language: language, Words: words.Count(language._words.Contains))).Where(k => k.Words > 0).ToList();
        return known.Where(k => k.Words == known.Max(other => other.Words)).Select(k => k.Language);
    }

    /// <summary>Whether a sentence that begins so asks in all its clauses.</summary>
    public bool BeginsQuestion(IReadOnlyList<string> words) => _asks.LengthAt(words, 0) > 0;

    /// <summary>Whether the words deny.</summary>
    public bool Denies(IReadOnlyList<string> words) => _denials.IsIn(words);

    /// <summary>Whether the words repeat what somebody else said.</summary>
    public bool Reports(IReadOnlyList<string> words) => _reports.IsIn(words);

    /// <summary>Whether the words say what can, should or will be done.</summary>
    public bool IsOpen(IReadOnlyList<string> words) => _could.IsIn(words);

    /// <summary>Whether the words have a doer of something done: true for the agent, false for the shop; null for none.</summary>
    public bool? Doer(IReadOnlyList<string> words) =>
        _doers.In(words).Select(d => (bool?)d).FirstOrDefault() ?? (_stands.IsIn(words) && IsSpecific(words) ? false : null);

    /// <summary>The deed that the words tell of; null for none.</summary>
    /// <param name="words">A clause.</param>
    /// <param name="doer">As <see cref="Doer"/>.</param>
    public (DeedKind Kind, bool ByAgent)? Deed(IReadOnlyList<string> words, bool? doer)
    {
        if (doer is { } byAgent && _participles.In(words, _nouns) is { } kind)
            return (kind, byAgent);
        foreach (var past in _pasts)
        {
            if ((!past.MayBeGeneral || IsSpecific(words)) && past.Verbs.In(words, _nouns) is { } done)
                return (done, past.ByAgent);
        }
        return _exclaimed.Contains(string.Join(' ', words)) ? (DeedKind.Any, true) : null;
    }

    private bool IsSpecific(IReadOnlyList<string> words) => _specific.IsIn(words) || words.Any(w => w[0] == '#');

    private DeedVerbs Past(string[] endings, string before) => new(Forms(_file.Stems, endings, before), Forms(_file.ActStems, endings, before));

    private static PhraseTable<bool> Table(string[] words) => new(words.Select(w => (w, true)));

    private static IEnumerable<(string, T)> Forms<T>(Dictionary<T, string[]> stems, string[] endings, string before = "") where T : notnull =>
        stems.SelectMany(s => s.Value.SelectMany(stem => endings.Select(ending => (before + stem + ending, s.Key))));
}

using System.Runtime.CompilerServices;

namespace Reva.Agent.Replies;

/// <summary>A page's text, read once for all the questions that come: its sentences, their words, and what each holds.</summary>
internal sealed class ReadText
{
    // Indexes hold the same string as long as the page is unchanged.
    private static readonly ConditionalWeakTable<string, ReadText> Known = [];

    private ReadText(string text)
    {
        Words = Replies.Words.Of(text);
        Sentences = [.. Replies.Sentences.Led(text).Select((s, i) => new ReadSentence(s, i))];
    }

    /// <summary>The sentences in order.</summary>
    public IReadOnlyList<ReadSentence> Sentences { get; }

    /// <summary>All of its telling words.</summary>
    public IReadOnlySet<string> Words { get; }

    public static ReadText Of(string text) => Known.GetValue(text, t => new ReadText(t));
}

/// <summary>A sentence of a page with all that questions ask of it.</summary>
internal sealed class ReadSentence
{
    private readonly Lazy<IReadOnlySet<string>> _near;

    public ReadSentence(LedSentence sentence, int index)
    {
        (Sentence, Index) = (sentence, index);
        Words = Replies.Words.Of(sentence.Text);
        LeadWords = Replies.Words.Of(sentence.Lead);
        _near = new(() => Replies.Words.Of(sentence.Paragraph));
        Holds = AnswerKinds.Held(sentence.Text);
        Measures = TableRows.IsRow(sentence.Text) ? NamedRows.MeasuresOf(sentence.Text) : [];
    }

    public LedSentence Sentence { get; }

    public int Index { get; }

    public string Text => Sentence.Text;

    public IReadOnlySet<string> Words { get; }

    public IReadOnlySet<string> LeadWords { get; }

    /// <summary>The words of its paragraph.</summary>
    public IReadOnlySet<string> Near => _near.Value;

    /// <summary>The kinds of answers that it holds, and how it is put.</summary>
    public SentenceTraits Holds { get; }

    /// <summary>For a row of a table: its numbers with units.</summary>
    public IReadOnlyList<Measured> Measures { get; }
}

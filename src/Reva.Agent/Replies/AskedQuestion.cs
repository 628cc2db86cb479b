namespace Reva.Agent.Replies;

/// <summary>A question, read once for all the sentences that may answer it.</summary>
internal sealed class AskedQuestion
{
    public AskedQuestion(string text)
    {
        Text = text;
        Words = QuestionWords.Of(text);
        Kind = AnswerKinds.Of(text);
        AsksLeave = AnswerKinds.AsksLeave(text);
        Defines = AnswerKinds.Defines(text);
        AsksHow = AnswerKinds.AsksHow(text);
        Denies = AnswerKinds.Denies(text);
        Measures = NamedRows.MeasuresOf(text);
    }

    public string Text { get; }

    /// <summary>Its telling words.</summary>
    public IReadOnlyList<AskedWord> Words { get; }

    /// <summary>What kind of answer it wants.</summary>
    public AnswerKind Kind { get; }

    /// <summary>'May I …?'</summary>
    public bool AsksLeave { get; }

    /// <summary>'What is …?'</summary>
    public bool Defines { get; }

    /// <summary>'How do I …?'</summary>
    public bool AsksHow { get; }

    /// <summary>'What is not …?'</summary>
    public bool Denies { get; }

    /// <summary>Its numbers with units: '120 cm'.</summary>
    public IReadOnlyList<Measured> Measures { get; }
}

using System.Text.RegularExpressions;

namespace Reva.Agent.Replies;

/// <summary>What a question asks for: a time, an amount of money, a measure, a number, a place, or anything.</summary>
internal enum AnswerKind
{
    Any,
    Time,
    Money,
    Measure,
    Number,
    Place,
}

/// <summary>What a sentence holds, and how it is put.</summary>
[Flags]
internal enum SentenceTraits
{
    None = 0,
    Time = 1,
    Money = 2,
    Measure = 4,
    Number = 8,
    Place = 16,
    /// <summary>It says what one may or may not do.</summary>
    Leave = 32,
    /// <summary>It says what is not.</summary>
    Denial = 64,
    /// <summary>It asks itself, or says where the answer stands.</summary>
    Elsewhere = 128,
    /// <summary>It is an item of a list.</summary>
    Item = 256,
}

/// <summary>Tells what kind of answer a question wants, and whether a sentence holds one.</summary>
internal static partial class AnswerKinds
{
    public static AnswerKind Of(string question) =>
        MoneyAsked().IsMatch(question) ? AnswerKind.Money
        : TimeAsked().IsMatch(question) ? AnswerKind.Time
        : MeasureAsked().IsMatch(question) ? AnswerKind.Measure
        : NumberAsked().IsMatch(question) ? AnswerKind.Number
        : PlaceAsked().IsMatch(question) ? AnswerKind.Place
        : AnswerKind.Any;

    /// <summary>The question without the words that only say what kind of answer is wanted.</summary>
    public static string Subject(string question) => Interrogative().Replace(question, " ");

    /// <summary>Whether it asks what one may do.</summary>
    public static bool AsksLeave(string question) => MayI().IsMatch(question);

    /// <summary>Whether it asks what something is.</summary>
    public static bool Defines(string question) => WhatIs().IsMatch(question);

    /// <summary>Whether it asks how something is done.</summary>
    public static bool AsksHow(string question) => HowIsIt().IsMatch(question);

    /// <summary>Whether it says what is not.</summary>
    public static bool Denies(string text) => Not().IsMatch(text);

    /// <summary>What a sentence holds.</summary>
    public static SentenceTraits Held(string sentence) =>
        (Time().IsMatch(sentence) ? SentenceTraits.Time : SentenceTraits.None)
        | (Money().IsMatch(sentence) ? SentenceTraits.Money : SentenceTraits.None)
        | (Measure().IsMatch(sentence) ? SentenceTraits.Measure : SentenceTraits.None)
        | (sentence.Any(char.IsAsciiDigit) ? SentenceTraits.Number : SentenceTraits.None)
        | (Place().IsMatch(sentence) ? SentenceTraits.Place : SentenceTraits.None)
        | (YouMay().IsMatch(sentence) ? SentenceTraits.Leave : SentenceTraits.None)
        | (Denies(sentence) ? SentenceTraits.Denial : SentenceTraits.None)
        | (sentence.EndsWith('?') || Elsewhere().IsMatch(sentence) ? SentenceTraits.Elsewhere : SentenceTraits.None)
        | (sentence.StartsWith("- ", StringComparison.Ordinal) ? SentenceTraits.Item : SentenceTraits.None);

    /// <summary>Whether what a sentence holds is of the kind that is asked for.</summary>
    public static bool Fits(AnswerKind kind, SentenceTraits held) => kind switch
    {
        AnswerKind.Time => held.HasFlag(SentenceTraits.Time),
        AnswerKind.Money => held.HasFlag(SentenceTraits.Money),
        AnswerKind.Measure => held.HasFlag(SentenceTraits.Measure),
        AnswerKind.Number => held.HasFlag(SentenceTraits.Number),
        AnswerKind.Place => held.HasFlag(SentenceTraits.Place),
        _ => false,
    };

    [GeneratedRegex(@"\b(can|could|may|must|should) (i|we|you)\b|\bdo (i|we) (have|need) to\b|\bis it possible\b|\bam i\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MayI();

    [GeneratedRegex(@"\bhow (do|can|should|would|to|does)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HowIsIt();

    [GeneratedRegex(@"^\W*(so |and |hi |hello )*(what['’]?s|what is|what are|whats|what does|tell me about|explain)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhatIs();

    [GeneratedRegex(@"\b(not|never|cannot|no|except)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(you|we|they|it|things) (may|can|could|must|have|cannot|do not)\b|\bcannot be\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex YouMay();

    [GeneratedRegex(@"\b(is|are|stands?|found) (in|on|under|at) (the|our) [\w ]*(policy|page|guide|terms)\b|^(see|read|details) ", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\bhow (long|much|many|soon|fast|quick(ly)?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Interrogative();

    [GeneratedRegex(@"\b(how long|how many days|how soon|how many (business )?days|when|how fast|how quick(ly)?|deadline|time ?frame|days|hours|open)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex TimeAsked();

    // Who asks for a repair wants to know what it costs.
    [GeneratedRegex(@"\b(how much|costs?|price|fees?|charge|pay for|free|expensive)\b|\b(can|could|do|will|would) (you|u|i)( \w+){0,2} (fix|repair|mend|sharpen|resole|patch|fixed|repaired|mended|resoled|sharpened)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MoneyAsked();

    [GeneratedRegex(@"\b(how many|how old|what number)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NumberAsked();

    [GeneratedRegex(@"^\W*(\w+ )?where\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PlaceAsked();

    [GeneratedRegex(@"\b(in|at|from|near) [A-Z][a-z]", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(how (heavy|big|large|small|tall|wide|deep|warm|thick)|weigh(t|s)?|dimensions?|measure(ments?)?|capacity|fits?|volume|size)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MeasureAsked();

    [GeneratedRegex(@"\d+(st|nd|rd|th)?\W{0,3}(\d+ )?(business |working )?(day|hour|week|month|year|minute)s?\b|\b(19|20)\d\d\b|\b\d{1,2}(:\d\d)? ?(am|pm)\b|\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex(@"[$€£]\s?\d|\d\s?(USD|EUR|GBP)\b|\bfree\b|\bcosts? nothing\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Money();

    [GeneratedRegex(@"\d\s?(g|kg|lb|oz|cm|mm|m|in|inch|inches|l|ml|litres?|liters?|°C|°F|W|V|mAh|lumens?)\b|\d\s?[x×]\s?\d|\d-inch", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Measure();
}

namespace Reva.Agent.Understanding.Extraction;

/// <summary>A word or number of a message.</summary>
/// <param name="Start">Where it begins in the message.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Plain">Lower case, without accents and apostrophes: <c>dont</c>, <c>15-inch</c>, <c>10.5</c>.</param>
/// <param name="Before">A sign directly before it, such as <c>#</c> or <c>$</c>; else <c>\0</c>.</param>
/// <param name="After">The sign directly after it, such as <c>€</c>, <c>%</c> or <c>+</c>; else <c>\0</c>.</param>
/// <param name="EndsClause">Whether a comma, full stop or the like follows.</param>
internal readonly record struct Token(int Start, int Length, string Plain, char Before, char After, bool EndsClause)
{
    /// <summary>Just past its end in the message.</summary>
    public int End => Start + Length;

    /// <summary>Whether it begins with a digit.</summary>
    public bool IsNumeric => Plain.Length > 0 && char.IsAsciiDigit(Plain[0]);

    /// <summary>Whether it is digits only.</summary>
    public bool IsInteger => Plain.Length > 0 && Plain.All(char.IsAsciiDigit);
}

/// <summary>What a word of a message turned out to be.</summary>
internal enum Role : byte
{
    None,
    OrderNumber,
    PostalCode,
    Price,
    Size,
    Color,
    Material,
    Audience,
    Ordinal,
    Wish,
    Title,
    Unwanted,
}

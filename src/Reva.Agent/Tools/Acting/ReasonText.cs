namespace Reva.Agent.Tools.Acting;

/// <summary>Reasons in words, short enough for the platform's notes.</summary>
internal static class ReasonText
{
    private const int Longest = 200;

    public static string Of(string? given, string otherwise)
    {
        var text = given?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } words ? words : otherwise;
        return text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }
}

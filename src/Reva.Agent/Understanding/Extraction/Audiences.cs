using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds who a wish is for.</summary>
internal static class Audiences
{
    private static readonly FrozenDictionary<string, string> Words = DataFiles.Read<Dictionary<string, string[]>>("audiences.json")
        .SelectMany(a => a.Value.Select(word => (word, audience: a.Key)))
        .ToFrozenDictionary(p => p.word, p => p.audience, StringComparer.Ordinal);

    private const int OldestChild = 13;

    private static readonly FrozenSet<string> Pronouns = WordSets.Of("she he hes shes her his him guys guy man baby male female");
    private static readonly FrozenSet<string> Possessives = WordSets.Of("my our her his the a an for your little youngest eldest oldest old year");

    /// <summary><c>women</c>, <c>men</c>, <c>kids</c>; null when nobody is named. People named by noun go before 'she' and 'he'.</summary>
    /// <param name="before">Who was spoken of before: 'her' after 'my daughter' is a child.</param>
    public static string? Take(MessageText text, string? before)
    {
        string? named = null, meant = null;
        for (var i = 0; i < text.Count; i++)
        {
            var word = text[i].Plain;
            if (IsChildsAge(text, i))
            {
                named ??= "kids";
                text.Claim(i, word.Contains('y', StringComparison.Ordinal) ? 1 : 3, Role.Audience);
                continue;
            }
            if (!Words.TryGetValue(word, out var audience) && !(word.EndsWith('s') && Words.TryGetValue(word[..^1], out audience)))
                continue;
            if (Negations.Deny(text, i, at => text.RoleOf(at) == Role.Audience))
            {
                Claim(text, i);
                continue;
            }
            if (!Pronouns.Contains(word))
                named ??= audience;
            else
                meant ??= audience;
            Claim(text, i);
        }
        return named ?? (meant is not null && before == "kids" ? before : meant);
    }

    // 'A 6 year old', 'my 8yo'.
    private static bool IsChildsAge(MessageText text, int i)
    {
        var word = text[i].Plain;
        var digits = word.EndsWith("yo", StringComparison.Ordinal) ? word[..^2] : text[i + 1].Plain is "year" or "years" or "yr" or "yrs" && text[i + 2].Plain is "old" or "olds" ? word : "";
        return int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var age) && age is >= 1 and <= OldestChild && text.IsFree(i);
    }

    private static void Claim(MessageText text, int i)
    {
        text.Claim(i, 1, Role.Audience);
        for (var back = i - 1; back >= i - 3 && text.IsFree(back) && !text[back].EndsClause && Possessives.Contains(text[back].Plain); back--)
            text.Claim(back, 1, Role.Audience);
        if (text[i].Plain is "she" or "he" && text[i + 1].Plain is "is" or "wears" or "has" or "needs" or "likes" or "takes" && text.IsFree(i + 1))
            text.Claim(i + 1, 1, Role.Audience);
    }
}

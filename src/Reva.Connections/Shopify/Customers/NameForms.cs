using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reva.Connections.Shopify.Customers;

/// <summary>Names and postcodes as they are searched for and compared.</summary>
internal static partial class NameForms
{
    /// <summary>The name as it can be searched for; null when it holds anything that a name does not, so that nothing typed becomes syntax.</summary>
    public static string? Name(string typed)
    {
        var name = typed.Trim().Normalize(NormalizationForm.FormC);
        return NameForm().IsMatch(name) ? name : null;
    }

    /// <summary>Without case, accents, spaces and marks: <c>José Núñez</c> and <c>jose nunez</c> are the same.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && !char.IsWhiteSpace(letter))
                folded.Append(char.ToUpperInvariant(letter));
        }
        return folded.ToString();
    }

    /// <summary>Customers with these names, both made by <see cref="Name"/>.</summary>
    public static string ByNames(string firstName, string lastName) => $"first_name:\"{firstName}\" AND last_name:\"{lastName}\"";

    [GeneratedRegex(@"\A\p{L}[\p{L}\p{M}'’. -]{0,79}\z", RegexOptions.None, 200)]
    private static partial Regex NameForm();
}

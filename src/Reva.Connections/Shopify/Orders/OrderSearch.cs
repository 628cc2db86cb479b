using System.Text.RegularExpressions;

namespace Reva.Connections.Shopify.Orders;

/// <summary>
/// Writes Shopify's search syntax. What a shopper typed only gets in when it is an order number or an e-mail address and nothing else,
/// so that no quote, colon or operator of theirs is ever read as syntax.
/// </summary>
internal static partial class OrderSearch
{
    /// <summary>The number as it is compared: without <c>#</c>; null when it cannot be an order number.</summary>
    public static string? Number(string typed)
    {
        var number = typed.Trim().TrimStart('#').Trim();
        return NumberForm().IsMatch(number) ? number : null;
    }

    /// <summary>The address as it is compared; null when it cannot be one.</summary>
    public static string? Email(string typed)
    {
        var email = typed.Trim();
        return email.Length <= 254 && EmailForm().IsMatch(email) ? email : null;
    }

    /// <summary>Orders with this number, whether or not the shop prints a <c>#</c>.</summary>
    public static string ByNumber(string number) => $"name:\"{number}\" OR name:\"#{number}\"";

    /// <summary>Orders placed with this address.</summary>
    public static string ByEmail(string email) => $"email:\"{email}\"";

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,38}[A-Za-z0-9])?\z", RegexOptions.None, 200)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'+/=?^_`{|}~-]+@[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+\z", RegexOptions.None, 200)]
    private static partial Regex EmailForm();
}

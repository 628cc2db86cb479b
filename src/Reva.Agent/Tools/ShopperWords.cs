using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Conversations;

namespace Reva.Agent.Tools;

/// <summary>Whether the shopper has written an e-mail address: a model could make one up or take it from a page; only the shopper's own words prove anything.</summary>
internal static class ShopperWords
{
    /// <summary>'ada at example dot com' is how the shopper may have written it.</summary>
    public static string AddressIn(string text) => EmailAddresses.Take(text).Emails.FirstOrDefault() ?? text.Trim();

    /// <summary>Whether it stands in their words.</summary>
    public static bool HoldAddress(string email, TurnContext turn) =>
        turn.Meaning.Entities.Emails.Contains(email, StringComparer.OrdinalIgnoreCase)
        || string.Equals(turn.Memory.Pending?.Email, email, StringComparison.OrdinalIgnoreCase)
        || turn.Input.History.Any(u => u.Author == Author.Shopper && EmailAddresses.Take(u.Text).Emails.Contains(email, StringComparer.OrdinalIgnoreCase));
}

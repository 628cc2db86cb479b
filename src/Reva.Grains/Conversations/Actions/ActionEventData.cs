using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Reva.Agent.Actions;
using Reva.Core;
using Reva.Core.Actions;

namespace Reva.Grains.Conversations.Actions;

/// <summary>What widgets and callers read of actions, as docs/contracts.md lists it.</summary>
internal static partial class ActionEventData
{
    private const string Said = "Done: ";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Proposed(ActionRecord action) => JsonSerializer.Serialize(new { action.TurnId, action = Card(action) }, Json);

    public static string Updated(ActionRecord action) => JsonSerializer.Serialize(new
    {
        action = new
        {
            id = action.ActionId, status = StatusOf(action.Status), text = Plain(action.Text), action.Outcome?.Reference, action.Outcome?.LabelUrl,
        },
    }, Json);

    /// <summary>An action with its card and what came of it, for callers of the API.</summary>
    public static string View(ActionRecord action) => JsonSerializer.Serialize(new
    {
        id = action.ActionId, status = StatusOf(action.Status), card = Card(action), action.CustomerEmail, action.ProposedAt, action.ConfirmedAt, action.EndedAt, action.DecidedBy,
        reasons = action.Reasons.Select(r => new { r.Rule, r.Text }), text = Plain(action.Text), action.Outcome?.Reference, action.Outcome?.LabelUrl, action.Outcome?.Problem,
    }, Json);

    public static string StatusOf(ActionStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>As a card shows it, which says the status itself and knows no Markdown.</summary>
    public static string? Plain(string? text)
    {
        if (text is null)
            return null;
        var plain = Link().Replace(text, "$1").Replace("**", "", StringComparison.Ordinal);
        return plain.StartsWith(Said, StringComparison.Ordinal) && plain.Length > Said.Length ? char.ToUpperInvariant(plain[Said.Length]) + plain[(Said.Length + 1)..] : plain;
    }

    [GeneratedRegex(@"\[([^\]]+)\]\([^)\s]+\)", RegexOptions.None, 200)]
    private static partial Regex Link();

    private static object Card(ActionRecord action)
    {
        var card = action.Card;
        return new
        {
            id = action.ActionId, kind = action.Action.Kind.ToWire(), card.Title, card.OrderNumber,
            items = card.Items.Select(i => new { i.Title, i.Variant, i.Quantity, image = i.ImageUrl, becomes = i.Becomes is { } b ? new { b.Title, variant = b.VariantTitle } : null }),
            rows = card.Rows.Select(r => new { r.Label, r.Value }),
            amount = card.Amount is { } sum ? new { sum.Amount, sum.Currency, text = sum.ToText() } : null,
            direction = card.Amount is null ? null : card.ToCustomer ? "to_customer" : "from_customer",
            card.Method, card.Note, card.NeedsApproval, card.ConfirmLabel, card.DeclineLabel, action.ExpiresAt,
        };
    }
}

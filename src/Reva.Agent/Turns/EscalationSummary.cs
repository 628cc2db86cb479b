using System.Text;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>What the merchant reads first: wish, who, facts, what was tried.</summary>
internal static class EscalationSummary
{
    public static string Of(EscalationWish wish, TurnContext turn)
    {
        var summary = new StringBuilder();
        summary.Append("Wish: ").Append(turn.Meaning.Intent.ToWire().Replace('_', ' ')).Append(". ");
        if (wish.Facts.Length > 0)
            summary.Append(wish.Facts).Append(wish.Facts.EndsWith('.') ? " " : ". ");
        summary.Append(turn.VerifiedEmail is { } email ? $"Customer: {email}, proved. " : "Customer not proved. ");
        if (turn.Memory.FocusOrderNumber is { } number && !wish.Facts.Contains(number, StringComparison.Ordinal))
            summary.Append("Order spoken of: ").Append(number).Append(". ");
        foreach (var finding in turn.Findings)
            summary.Append(finding).Append(". ");
        summary.Append($"Mood {turn.Meaning.Sentiment}/5. ");
        summary.Append("Last words: “").Append(Short(turn.Input.Text)).Append('”');
        var earlier = turn.Input.History.Where(u => u.Author == Author.Shopper).TakeLast(3).Select(u => $"“{Short(u.Text)}”").ToList();
        if (earlier.Count > 0)
            summary.Append(". Before: ").AppendJoin(", ", earlier);
        return summary.ToString();
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 200 ? line : line[..199] + "…";
    }
}

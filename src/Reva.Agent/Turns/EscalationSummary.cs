using System.Text;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>What the merchant reads first, a line for each: wish, who, facts, what was tried, last words, what to do next.</summary>
internal static class EscalationSummary
{
    public static string Of(EscalationWish wish, TurnContext turn)
    {
        var summary = new StringBuilder();
        Line(summary, "Wish", turn.Meaning.Intent.ToWire().Replace('_', ' '));
        Line(summary, "Facts", wish.Facts);
        Line(summary, "Customer", turn.VerifiedEmail is { } email ? $"{email}, proved" : "not proved");
        if (turn.Memory.FocusOrderNumber is { } number && !wish.Facts.Contains(number, StringComparison.Ordinal))
            Line(summary, "Order spoken of", number);
        Line(summary, "Found", string.Join("; ", turn.Findings));
        var tried = turn.Input.Memory.Tried.Concat(turn.Tried).Distinct(StringComparer.Ordinal).ToList();
        Line(summary, "Tried", tried.Count == 0 ? "nothing yet" : string.Join(", ", tried));
        Line(summary, "Mood", $"{turn.Meaning.Sentiment}/5");
        Line(summary, "Last words", $"“{Short(turn.Input.Text)}”");
        Line(summary, "Before", string.Join(", ", turn.Input.History.Where(u => u.Author == Author.Shopper).TakeLast(3).Select(u => $"“{Short(u.Text)}”")));
        Line(summary, "Suggested next step", EscalationStep.For(wish.Reason, turn));
        return summary.ToString().TrimEnd();
    }

    private static void Line(StringBuilder summary, string name, string text)
    {
        if (text.Length > 0)
            summary.Append(name).Append(": ").Append(text).Append(text[^1] is '.' or '”' ? "\n" : ".\n");
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 200 ? line : line[..199] + "…";
    }
}

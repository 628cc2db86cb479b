using System.Text.Json;

namespace Reva.Grains.Conversations;

/// <summary>A turn that was started and has not ended: its process stopped in the middle.</summary>
/// <param name="Showed">It had stored more than its start.</param>
internal sealed record OpenTurn(string TurnId, bool Showed)
{
    private const int Page = 500;

    /// <summary>The open turn of a conversation; null when the last one that was started has ended.</summary>
    public static async Task<OpenTurn?> FindAsync(IConversationLog log, ConversationRecord record, CancellationToken cancellationToken)
    {
        OpenTurn? open = null;
        // A turn's start follows the last message that was answered; the shopper may have written much since.
        for (var seen = record.AnsweredSeq; seen < record.LastSeq;)
        {
            var page = await log.EventsAsync(record.StoreId, record.ConversationId, seen, Page, cancellationToken);
            if (page.IsEmpty)
                break;
            foreach (var stored in page)
                open = After(open, stored);
            seen = page[^1].Seq;
        }
        return open;
    }

    /// <summary>What <paramref name="stored"/> makes of the turn that was open before it.</summary>
    public static OpenTurn? After(OpenTurn? open, ConversationEvent stored) => stored.Type switch
    {
        "turn.started" => new OpenTurn(TurnIdOf(stored)!, false),
        "text.completed" or "error" or "turn.withdrawn" => null,
        "message" or "note" or "rated" or "escalated" or "resolved" or "taken_over" or "handed_back" or "action.proposed" or "action.updated" => open,
        _ => open is null ? null : open with { Showed = true },
    };

    private static string? TurnIdOf(ConversationEvent stored)
    {
        using var data = JsonDocument.Parse(stored.Data);
        return data.RootElement.GetProperty("turnId").GetString();
    }
}

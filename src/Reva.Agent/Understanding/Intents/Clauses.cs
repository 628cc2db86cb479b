using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Intents;

/// <summary>Cuts a message into clauses that could each be a wish.</summary>
internal static class Clauses
{
    private const int LeastWords = 2;
    private const int MostClauses = 8;

    public static List<(int From, int To)> Of(MessageText text)
    {
        var clauses = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i < text.Count && clauses.Count < MostClauses; i++)
        {
            var last = i == text.Count - 1;
            var cuts = last || text[i].EndsClause || (Joins(text, i + 1) && i - start + 1 >= LeastWords);
            if (!cuts)
                continue;
            if (i - start + 1 >= LeastWords)
                clauses.Add((start, i + 1));
            start = Joins(text, i + 1) ? i + 2 : i + 1;
        }
        return clauses;
    }

    // 'and', where a new wish begins after it; 'black and white' stays whole.
    private static bool Joins(MessageText text, int i) =>
        text[i].Plain is "and" or "but" or "also" or "then" or "plus"
        && text[i + 1].Plain is "where" or "wheres" or "when" or "what" or "whats" or "how" or "do" or "does" or "can" or "could" or "is" or "are" or "i" or "id" or "im" or "please" or "also" or "show" or "tell" or "cancel" or "change"
            or "return" or "refund" or "my" or "will" or "would" or "send" or "track" or "exchange" or "which" or "why" or "find" or "add" or "remove" or "then" or "update" or "need" or "want";
}

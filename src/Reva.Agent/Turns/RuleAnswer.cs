using Reva.Agent.Ports;
using Reva.Agent.Specialists;
using Reva.Agent.Specialists.Knowledge;
using Reva.Agent.Understanding;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>Answers without a model: by the specialist for the wish, or wish by wish when a message holds several.</summary>
public sealed class RuleAnswer(IEnumerable<ISpecialist> specialists, PagesFirst pages)
{
    private readonly ISpecialist[] _specialists = [.. specialists];

    /// <summary>Who answers this intent.</summary>
    public ISpecialist SpecialistFor(Intent intent) =>
        Array.Find(_specialists, s => s.Answers(intent)) ?? throw new InvalidOperationException($"No specialist answers {intent}.");

    /// <summary>The reply; a shop that does not answer becomes a reply that says so.</summary>
    public async Task<Reply> ToAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            return turn.Meaning.Parts.IsEmpty
                ? await pages.ToAsync(turn, cancellationToken) ?? await SpecialistFor(turn.Meaning.Intent).AnswerAsync(turn, cancellationToken)
                : await EachAsync(turn, cancellationToken);
        }
        catch (ShopUnavailableException)
        {
            return EscalationWords.ShopUnavailable(turn);
        }
    }

    // What asks back for proof or for a yes comes last, so that the shopper's next words answer it.
    private async Task<Reply> EachAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var replies = new List<Reply>();
        foreach (var part in turn.Meaning.Parts.OrderBy(p => p.Intent.ChangesOrder() ? 2 : p.Intent == Intent.OrderStatus ? 1 : 0))
        {
            var narrowed = turn.For(part);
            var reply = await SpecialistFor(part.Intent).AnswerAsync(narrowed, cancellationToken);
            turn.WishedEscalation ??= narrowed.WishedEscalation;
            // 'I got a mug I don't like, can I return it?': what only led up to a question needs no 'I don't know'.
            var leadsUp = !reply.Helped && !part.Text.Contains('?', StringComparison.Ordinal) && replies.Count + 1 < turn.Meaning.Parts.Length;
            turn.Memory = leadsUp ? narrowed.Memory with { Pending = turn.Memory.Pending } : narrowed.Memory;
            if (!leadsUp)
                replies.Add(reply);
        }
        return new Reply
        {
            Text = string.Join("\n\n", replies.Select(r => r.Text)),
            QuickReplies = replies[^1].QuickReplies,
            Helped = replies.Exists(r => r.Helped),
            Escalation = replies.Find(r => r.Escalation is not null)?.Escalation,
        };
    }
}

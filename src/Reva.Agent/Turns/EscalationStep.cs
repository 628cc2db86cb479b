using System.Globalization;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>What the merchant might do next, in a sentence.</summary>
internal static class EscalationStep
{
    public static string For(EscalationReason reason, TurnContext turn)
    {
        var order = turn.Memory.FocusOrderNumber is { } number ? $"order {number}" : "the order";
        var wish = turn.Meaning.Intent.ToWire().Replace('_', ' ');
        return reason switch
        {
            EscalationReason.Frustrated => $"Take the conversation over, say sorry once, and settle the matter ({wish}) in one go.",
            EscalationReason.LegalOrSafety => "Read the whole conversation first, then have whoever decides on legal and safety matters answer; keep goods and messages as they are.",
            EscalationReason.AgentFailed => "Answer the last question yourself; if it comes often, put the answer on one of the shop's pages.",
            EscalationReason.OrderAction => $"Decide on the wish ({wish}) for {order} and tell the shopper what was done.",
            EscalationReason.VerificationFailed => "Make sure who it is by another way before you say anything of an order.",
            EscalationReason.OutsideProcedure => "Decide whether to make an exception; the assistant has promised none.",
            EscalationReason.HighValue => $"Look at {order} yourself before anything is done to it.",
            EscalationReason.RepeatedContact => $"Read the earlier contacts about {(turn.Memory.FocusOrderNumber is null ? "this" : order)} and settle it for good.",
            EscalationReason.LowConfidence => string.Create(CultureInfo.InvariantCulture, $"Ask the shopper what is meant; the assistant took it for {wish} and was not sure ({turn.Meaning.Confidence:0.00})."),
            _ => $"Answer in the chat; an answer was promised {turn.ReplyPromise}.",
        };
    }
}

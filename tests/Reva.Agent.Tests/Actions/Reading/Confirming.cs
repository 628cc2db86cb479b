using Reva.Agent.Actions.Reading;
using Reva.Core.Actions;

namespace Reva.Agent.Tests.Actions.Reading;

/// <summary>Proposals that stand open, and what an answer to them is read as, in short.</summary>
internal static class Confirming
{
    public static readonly OpenProposal Cancel = new("c", ActionKind.CancelOrder, "#1001", ["Alder Rain Jacket", "Enamel Mug"]);
    public static readonly OpenProposal Return = new("r", ActionKind.ReturnItems, "#1002", ["Blue Kettle"]);
    public static readonly OpenProposal ReturnOfTwo = new("t", ActionKind.ReturnItems, "#1003", ["Blue Kettle", "Red Kettle"]);
    public static readonly OpenProposal Refund = new("f", ActionKind.Refund, "#1004", ["Trail Socks"]);
    public static readonly OpenProposal Address = new("a", ActionKind.ChangeAddress, "#1005", ["Camp Stove"]);

    public static string Say(string text, params OpenProposal[] open) => Show(Confirmations.Read(text, open));

    /// <summary>"yes c no r | and what else is said", "no c", "which" or "none".</summary>
    public static string Show(ProposalAnswer answer) => answer.Reply switch
    {
        ProposalReply.Confirm => "yes " + string.Join(',', answer.Confirmed) + (answer.Declined.IsEmpty ? "" : " no " + string.Join(',', answer.Declined)) + (answer.Rest is null ? "" : " | " + answer.Rest),
        ProposalReply.Decline => "no " + string.Join(',', answer.Declined) + (answer.Rest is null ? "" : " | " + answer.Rest),
        ProposalReply.Which => "which",
        _ => "none",
    };
}

using System.Text.Json;
using Reva.Agent.Identification;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Tools;

/// <summary>Where to; left out for the address that is proved already.</summary>
public sealed record SendCodeArguments(string? Email);

/// <summary>Sends a one-time code by mail. The shopper types it into the chat, where it is read before any model sees it.</summary>
public sealed class SendCode(CodeProof codes) : Tool<SendCodeArguments, CodeSendingResult?>
{
    /// <inheritdoc/>
    public override string Name => "send_code";

    /// <inheritdoc/>
    public override string Description =>
        "Send a six-digit code to the customer's e-mail address. Once they have typed it here, everything of their account is open: all orders, the address in the account, the payment method. Use it when they ask for a code, have no order number, or want something for which you have no tool yet. Never say whether an address is a customer's.";

    /// <inheritdoc/>
    public override string Label => "Sending a code";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""{"type":"object","properties":{"email":{"type":"string","description":"Only as the shopper wrote it; leave it out when they are proved"}}}""");

    /// <inheritdoc/>
    protected override async Task<ToolOutcome<CodeSendingResult?>> RunAsync(SendCodeArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        var typed = string.IsNullOrWhiteSpace(arguments.Email) ? null : ShopperWords.AddressIn(arguments.Email);
        if (typed is not null && !Proofs.Same(typed, turn.VerifiedEmail) && !ShopperWords.HoldAddress(typed, turn) || (typed ?? turn.VerifiedEmail) is not { } address)
            return new(false, null, new { error = "The shopper has not given an e-mail address: ask for it." });
        var sending = await codes.SendAsync(address, turn, cancellationToken);
        if (sending.Result is CodeSendingResult.Sent or CodeSendingResult.TooSoon)
            turn.Memory = turn.Memory with { Pending = Waiting(turn) };
        return new(sending.Result == CodeSendingResult.Sent, sending.Result, new { say = ProofWords.Sent(Proofs.Same(address, turn.VerifiedEmail) ? null : address, sending, turn).Text });
    }

    // 'Yes please' to the offer of a code is not what the code is for: that was said before.
    private static PendingQuestion Waiting(TurnContext turn)
    {
        var wished = turn.Meaning.Intent == Intent.Other && turn.Input.Memory.LastIntent.ChangesOrder() ? turn.Input.History.LastOrDefault(u => u.Author == Author.Shopper)?.Text : null;
        return new PendingQuestion(PendingKind.Code, null, null, wished is null ? turn.Meaning.Intent : turn.Input.Memory.LastIntent, wished ?? turn.Input.Text);
    }
}

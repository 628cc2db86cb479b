using System.Text.RegularExpressions;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Customers;

namespace Reva.Agent.Identification;

/// <summary>
/// Takes what shoppers say to prove who they are, beside an order's number and address: a one-time code, or name and postcode. Read from their
/// own words before any model sees them, so that none can be talked into a proof.
/// </summary>
public sealed partial class ProofAnswers(CodeProof codes, NameProof names)
{
    private const int MostWordsAroundCode = 12;

    /// <summary>What is answered; null when the message is about something else.</summary>
    public async Task<ProofAnswer?> ToAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Text.Length == 0)
            return null;
        try
        {
            return await CodeAsync(turn) ?? await SendingAsync(turn, cancellationToken) ?? await NameAsync(turn, cancellationToken);
        }
        catch (ShopUnavailableException)
        {
            return new ProofAnswer(EscalationWords.ShopUnavailable(turn), null, null);
        }
    }

    private async Task<ProofAnswer?> CodeAsync(TurnContext turn)
    {
        if (turn.Memory.Identity.Code is null || !Digits().IsMatch(turn.Input.Text) || Replies.Words.Of(turn.Input.Text).Count > MostWordsAroundCode)
            return null;
        var digits = string.Concat(Digits().Match(turn.Input.Text).Value.Where(char.IsAsciiDigit));
        var waiting = turn.Memory.Pending is { Kind: PendingKind.Code } p ? p : null;
        var outcome = await codes.EnterAsync(digits, turn);
        switch (outcome.Result)
        {
            case IdentityResult.Proved:
                return GoOn(VerificationLevel.Account, waiting, turn);
            case IdentityResult.NoMatch:
                Wait(PendingKind.Code, waiting, turn);
                return new ProofAnswer(ProofWords.WrongCode(outcome.TriesLeft), null, null);
            case IdentityResult.Expired:
                Wait(PendingKind.OfferCode, waiting, turn);
                return new ProofAnswer(ProofWords.ExpiredCode(turn), null, null);
            default:
                return new ProofAnswer(ProofWords.Paused(outcome.PausedUntil ?? Proofs.LockedUntil(turn) ?? turn.Input.Now + IdentityCheck.LockTime, turn), null, null);
        }
    }

    private async Task<ProofAnswer?> SendingAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var pending = turn.Memory.Pending;
        var typed = turn.Meaning.Entities.Emails.FirstOrDefault();
        var agrees = pending?.Kind == PendingKind.OfferCode && (turn.Meaning.Entities.Answer == true || Agrees().IsMatch(turn.English));
        var gives = pending?.Kind == PendingKind.CodeAddress && typed is not null;
        if (!agrees && !gives && !AsksForCode(turn))
            return null;
        // A wish for an order waits on through the code, as it would for its e-mail address.
        var wish = pending is { Kind: PendingKind.OfferCode or PendingKind.CodeAddress or PendingKind.Code or PendingKind.OrderIdentity or PendingKind.WhichOrder } ? pending : null;
        if ((typed ?? wish?.Email ?? (turn.VerifiedEmail is null ? null : turn.Memory.Identity.Email) ?? turn.Memory.Identity.Code?.Email) is not { } address)
        {
            Wait(PendingKind.CodeAddress, wish, turn);
            return new ProofAnswer(ProofWords.AskAddress(turn), null, null);
        }
        var sending = await codes.SendAsync(address, turn, cancellationToken);
        if (sending.Result is CodeSendingResult.Sent or CodeSendingResult.TooSoon)
            Wait(PendingKind.Code, wish, turn);
        return new ProofAnswer(ProofWords.Sent(Proofs.Same(address, turn.VerifiedEmail) ? null : address, sending, turn), null, null);
    }

    private async Task<ProofAnswer?> NameAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var pending = turn.Memory.Pending is { Kind: PendingKind.OrderIdentity } p ? p : null;
        if (turn.VerifiedEmail is not null || pending is not null && turn.Meaning.Entities is { OrderNumbers.IsEmpty: false, Emails.IsEmpty: false })
            return null;
        // Beside a question for proof, one half is enough to ask for the other; out of the blue a name is only a name.
        var stated = pending is null ? StatedPerson.In(turn.Input.Text, false, false) : StatedPerson.Answering(turn);
        if (pending is null ? !stated.IsWhole || !MeansProof(turn) : stated.IsEmpty)
            return null;
        if (!stated.IsWhole)
            return new ProofAnswer(stated.FirstName is { } first ? ProofWords.AskPostcode(first, turn) : ProofWords.AskName(turn), null, null);
        var outcome = await names.TryAsync(stated.FirstName!, stated.LastName!, stated.Postcode!, turn, cancellationToken);
        return outcome.Result switch
        {
            IdentityResult.Proved => GoOn(VerificationLevel.NameAndPostcode, pending, turn),
            IdentityResult.NoMatch => new ProofAnswer(ProofWords.NoName(outcome.TriesLeft, turn), null, null),
            _ => new ProofAnswer(ProofWords.Paused(outcome.PausedUntil ?? Proofs.LockedUntil(turn) ?? turn.Input.Now + IdentityCheck.LockTime, turn), null, null),
        };
    }

    // The wish that the proof was for is taken up as if it had just been said.
    private static ProofAnswer GoOn(VerificationLevel level, PendingQuestion? waiting, TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = null };
        var intent = waiting?.For ?? (turn.Meaning.Intent.ChangesOrder() || turn.Meaning.Intent == Intent.OrderStatus ? turn.Meaning.Intent : null as Intent?);
        var words = ProofWords.Proved(level, turn);
        return intent is null || intent == Intent.Other
            ? new ProofAnswer(words + ProofWords.WhatNext(turn), null, null)
            // The code itself is no wish: its digits would be taken for an order's number.
            : new ProofAnswer(words, intent, waiting?.Text ?? waiting?.OrderNumber ?? (level == VerificationLevel.Account ? "my order" : turn.Input.Text));
    }

    private static void Wait(PendingKind kind, PendingQuestion? wish, TurnContext turn) => turn.Memory = turn.Memory with
    {
        Pending = new PendingQuestion(kind, wish?.OrderNumber, wish?.Email, wish?.For ?? Intent.Other, wish?.Text),
    };

    // Whoever tells their whole address wants something else of it, unless it is about an order.
    private static bool MeansProof(TurnContext turn) =>
        turn.Meaning.Entities.Emails.IsEmpty && (turn.Meaning.Intent == Intent.OrderStatus || turn.Meaning.Intent.ChangesOrder() || turn.Input.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsAroundCode);

    private static bool AsksForCode(TurnContext turn) => Asks().IsMatch(turn.English) && !OfAnotherKind().IsMatch(turn.English);

    [GeneratedRegex(@"(?<![#\w])\d{3}[ \-]?\d{3}(?![\w])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b((send|mail|email|e-mail|text|give|get|resend|want|need)\b.{0,25}\b(code|passcode|otp|one[- ]time (code|password))\b|(new|another|verification|security|login|one[- ]time|six[- ]digit|6[- ]digit) (code|password)\b|(code|it) (again|never came|(has ?n[o']t|did ?n[o']t|didn't|hasn't) (come|arrive|arrived)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(discount|promo\w*|coupon|voucher|gift|qr|bar ?code|zip|post(al)?|dress|country|colou?r|return label|tracking|error|%|percent|code for \d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfAnotherKind();

    [GeneratedRegex(@"^\s*(yes|yep|yeah|sure|ok(ay)?|please|go ahead|do (it|that)|send (it|me|the|a)|fine)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Agrees();
}

/// <summary>What is said of a proof.</summary>
/// <param name="Reply">The words.</param>
/// <param name="Wish">What the proof was for and is gone on with; null when the words are all.</param>
/// <param name="Text">The words of that wish.</param>
public sealed record ProofAnswer(Reply Reply, Intent? Wish, string? Text);

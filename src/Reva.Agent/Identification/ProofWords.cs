using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Customers;

namespace Reva.Agent.Identification;

/// <summary>What a shopper hears while they prove who they are. Nothing here differs with whether a customer, an address or an order exists.</summary>
internal static class ProofWords
{
    public static Reply OtherCustomer(TurnContext turn) => new()
    {
        Text = turn.Wording.Pick(
            "You're signed in to the shop with another e-mail address, so I can only open that account's orders here. For this one, sign out and start a new chat.",
            "In this chat I can only open orders of the account you're signed in with. For an order with another address, sign out of the shop and start a new chat."),
        QuickReplies = ["Talk to a person"],
    };

    public static Reply AskAddress(TurnContext turn) => turn.Wording.Pick(
        "Which e-mail address did you order with? I'll send a six-digit code there.",
        "Sure. Tell me the e-mail address of your account and I'll send a six-digit code to it.");

    public static Reply Sent(string? typed, CodeSending sending, TurnContext turn) => sending.Result switch
    {
        CodeSendingResult.Sent => new Reply
        {
            Text = typed is null
                ? $"A six-digit code is on its way to the e-mail address of your order or account. Type it here within {CodeProof.CodeTime.TotalMinutes:0} minutes."
                : $"If **{typed}** is the address of a customer here, a six-digit code is on its way to it. Type it here within {CodeProof.CodeTime.TotalMinutes:0} minutes.",
            QuickReplies = ["Send a new code"],
        },
        CodeSendingResult.TooSoon => "I've only just been asked for a code. Give it a minute to arrive and look into the spam folder too; then I can send a new one.",
        CodeSendingResult.OtherCustomer => OtherCustomer(turn),
        _ => Paused(sending.Until, turn),
    };

    public static Reply AskPostcode(string firstName, TurnContext turn) => turn.Wording.Pick(
        $"Thanks, {firstName}. And the postcode of the address in your account?",
        $"Thank you, {firstName}. Which postcode do your parcels go to?");

    public static Reply AskName(TurnContext turn) => turn.Wording.Pick("Thanks. And your first and last name?", "Got the postcode. What's your full name?");

    public static Reply NoName(int triesLeft, TurnContext turn) => new()
    {
        Text = turn.Wording.Pick(
            "I couldn't match that name with that postcode. Please check both, or give me an order number with its e-mail address.",
            "That name and postcode don't match anything I can open. Check them, or send me the order number and the e-mail address on it.")
            + (triesLeft == 1 ? " One more try is possible before I have to pause this for a while." : ""),
        QuickReplies = ["Send me a code", "Talk to a person"],
    };

    public static Reply WrongCode(int triesLeft) => new()
    {
        Text = $"That code isn't right. {(triesLeft == 1 ? "One more try is possible" : $"{triesLeft} more tries are possible")} with the latest one I was asked to send.",
        QuickReplies = ["Send a new code"],
    };

    public static Reply ExpiredCode(TurnContext turn) => new() { Text = "That code has run out. Shall I send a new one?", QuickReplies = ["Yes, a new code"] };

    public static Reply Paused(DateTimeOffset until, TurnContext turn)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling((until - turn.Input.Now).TotalMinutes));
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, null) };
        return new Reply
        {
            Text = $"There have been too many tries, so to protect the account I've paused this for {minutes} {(minutes == 1 ? "minute" : "minutes")}. Shall I bring in someone from the team instead?",
            QuickReplies = ["Yes, a person please", "No, I'll try later"],
        };
    }

    public static string Proved(VerificationLevel level, TurnContext turn) => level == VerificationLevel.NameAndPostcode
        ? turn.Wording.Pick("Thank you, I've found you.", "Thanks, that matches.")
        : turn.Wording.Pick("Thank you, that's the right code.", "Thanks, the code is right.");

    public static string WhatNext(TurnContext turn) => turn.Wording.Pick(" What can I do for you?", " What would you like to know?");

    /// <summary>What is added to a refusal for want of proof.</summary>
    public const string Offer = "I can send a six-digit code to the e-mail address of your account. Shall I?";
}

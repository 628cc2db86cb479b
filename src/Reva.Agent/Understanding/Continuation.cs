using System.Text.RegularExpressions;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding;

/// <summary>'And to the UK?' after a question about shipping is about shipping still. Pure.</summary>
internal static partial class Continuation
{
    private const int MostWords = 3;

    private const int MostWordsAboutOrder = 6;

    public static MessageMeaning Of(MessageMeaning meaning, string text, ConversationMemory memory)
    {
        if (AsksAboutPendingOrder(text, memory))
            return meaning with { Intent = memory.Pending!.For };
        var about = memory.LastIntent;
        var goesOn = about is Intent.ShippingQuestion or Intent.GeneralInquiry
            && memory.Pending is null
            && meaning.Intent is Intent.ProductSearch or Intent.Comparison or Intent.Other or Intent.VariantQuestion or Intent.ProductQuestion or Intent.PriceInquiry
            && Opening().IsMatch(text) && Replies.Words.Of(text).Count <= MostWords;
        return goesOn ? meaning with { Intent = about, SubIntents = meaning.SubIntents.Insert(0, meaning.Intent) } : meaning;
    }

    // Asked before the e-mail came: the answer still waits for proof, so the same question goes on.
    private static bool AsksAboutPendingOrder(string text, ConversationMemory memory) =>
        memory.Pending is { Kind: PendingKind.OrderIdentity, OrderNumber: not null } && AboutOrder().IsMatch(text) && Replies.Words.Of(text).Count <= MostWordsAboutOrder;

    [GeneratedRegex(@"^\s*(and |so |ok |but )?(what['’]?s|what is|what was) in (it|there|that order|the order|the parcel)\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AboutOrder();

    [GeneratedRegex(@"^\s*(and|what about|how about|what if|also|or)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();
}

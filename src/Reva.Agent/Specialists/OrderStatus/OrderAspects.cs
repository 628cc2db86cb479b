using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.OrderStatus;

/// <summary>What a shopper wants to know of an order besides where it is.</summary>
internal enum OrderAspect
{
    /// <summary>Where it stands.</summary>
    Standing,
    /// <summary>What is in it.</summary>
    Items,
    /// <summary>When it comes.</summary>
    Arrival,
    /// <summary>Who brings it.</summary>
    Carrier,
    /// <summary>What it cost.</summary>
    Total,
    /// <summary>When it was placed.</summary>
    Placed,
    /// <summary>Where it goes.</summary>
    Destination,
    /// <summary>What of it is still to come.</summary>
    Rest,
}

/// <summary>Reads the aspect out of a message.</summary>
internal static partial class OrderAspects
{
    /// <summary>The aspect asked for; <see cref="OrderAspect.Standing"/> when it is the order as such.</summary>
    public static OrderAspect Of(string text) =>
        Rest().IsMatch(text) ? OrderAspect.Rest
        : Items().IsMatch(text) ? OrderAspect.Items
        : Placed().IsMatch(text) ? OrderAspect.Placed
        : Carrier().IsMatch(text) ? OrderAspect.Carrier
        : Destination().IsMatch(text) ? OrderAspect.Destination
        : Total().IsMatch(text) ? OrderAspect.Total
        : Arrival().IsMatch(text) ? OrderAspect.Arrival
        : OrderAspect.Standing;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(the )?(rest|remaining|remainder)\b|\bother (part|item|half|one|parcel|package|thing)s?\b|\bmissing (item|part|thing|one)s?\b|\bwhat(['’]?s| is) (still )?missing\b|\bsecond (parcel|package|part|half)\b", Options)]
    private static partial Regex Rest();

    [GeneratedRegex(@"\bwhat (did|have) i (order|buy|bought|get|purchase)|\bwhat(['’]?s| is| was) (in|inside) (it|there|that|the|my)\b|\b(which|what) (items|products|things) (are|were|did|do)\b|\bcontents?\b|\bremind me what\b", Options)]
    private static partial Regex Items();

    [GeneratedRegex(@"\bwhen (did|have) i (order|buy|place|purchase)|\bwhen was (it|this|that|the order|my order) (ordered|placed|bought)|\border date\b", Options)]
    private static partial Regex Placed();

    [GeneratedRegex(@"\bwho (is |will )?(deliver|bring|ship|carr|has (it|my))\w*|\b(which|what) (carrier|courier|company|delivery (service|company))|\bis it (with |by )?(ups|usps|fedex|dhl)\b|\btracking (number|link|code|id)\b|\btrack it\b", Options)]
    private static partial Regex Carrier();

    [GeneratedRegex(@"\b(which|what|where) (address|city|country) |\bwhere (is it|are you|will it|does it) (be )?(going|go|sent|sending|shipp\w*|deliver\w*)( it)?( to)?\b|\bwhere to\b", Options)]
    private static partial Regex Destination();

    [GeneratedRegex(@"\bhow much (did|was|have) (i|it|the|my)\b|\bwhat did (i|it) (pay|cost)|\b(order )?total\b|\bwhat was charged\b", Options)]
    private static partial Regex Total();

    [GeneratedRegex(@"\bwhen (will|does|is|should|can|do)\b|\barriv\w*|\beta\b|\bhow long\b|\bget here\b|\bby (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|the weekend|christmas)\b|\b(expected|estimated) (delivery|date)\b", Options)]
    private static partial Regex Arrival();
}

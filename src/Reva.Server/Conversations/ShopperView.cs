using Reva.Grains.Conversations;

namespace Reva.Server.Conversations;

/// <summary>A conversation's events as a shopper may see them.</summary>
internal static class ShopperView
{
    /// <summary>The event; what only colleagues read keeps nothing but its number, so that the numbers have no gap.</summary>
    public static ConversationEvent Of(ConversationEvent stored) => stored.Type == "note" ? stored with { Type = "hidden", Data = "{}" } : stored;
}

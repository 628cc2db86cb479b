namespace Reva.Grains.Conversations;

/// <summary>The key of a conversation's grain: <c>conversation:{store}:{id}</c>.</summary>
public static class ConversationKey
{
    /// <summary>The key.</summary>
    public static string Of(string storeId, string conversationId) => $"conversation:{storeId}:{conversationId}";

    /// <summary>Store and conversation of a key.</summary>
    public static (string StoreId, string ConversationId) Parse(string key)
    {
        var parts = key.Split(':');
        return parts is ["conversation", { Length: > 0 } store, { Length: > 0 } id] ? (store, id)
            : throw new ArgumentException($"'{key}' is not the key of a conversation.", nameof(key));
    }
}

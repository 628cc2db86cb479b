using Reva.Core.Conversations;

namespace Reva.Agent.Ports;

/// <summary>Earlier contacts of the same shopper. Thread safe.</summary>
public interface IContacts
{
    /// <summary>How many other conversations were about the same matter; 0 also when it cannot be told just now.</summary>
    ValueTask<int> EarlierAsync(ContactQuery query, CancellationToken cancellationToken);
}

/// <summary>Whose contacts, and about what.</summary>
/// <param name="ConversationId">The conversation that asks; it is not counted.</param>
/// <param name="VisitorId">The shopper's browser; empty when there is none.</param>
/// <param name="Email">The e-mail address proved; null without proof.</param>
/// <param name="OrderNumber">The order it is about, as printed; null when it is about none, then <paramref name="Intent"/> tells the matter.</param>
/// <param name="Since">Conversations that began before are not counted.</param>
public sealed record ContactQuery(string StoreId, string ConversationId, string VisitorId, string? Email, string? OrderNumber, Intent Intent, DateTimeOffset Since);

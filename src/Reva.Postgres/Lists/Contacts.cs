using Microsoft.Extensions.Logging;
using Npgsql;
using Reva.Agent.Ports;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;

namespace Reva.Postgres.Lists;

/// <summary>Earlier contacts, counted over a store's conversations. Thread safe.</summary>
public sealed class Contacts(NpgsqlDataSource database, ILogger<Contacts> logger) : IContacts
{
    private const string Sql = """
        select count(*)::int from conversations
        where store_id = $1 and conversation_id <> $2 and created_at >= $3
            and ((visitor_id = $4 and visitor_id <> '') or memory #>> '{identity,email}' = $5)
            and case when $6::text is null then intent = $7 else memory ->> 'focusOrderNumber' = $6 end
        """;

    /// <inheritdoc/>
    public async ValueTask<int> EarlierAsync(ContactQuery query, CancellationToken cancellationToken)
    {
        object?[] values = [query.StoreId, query.ConversationId, query.Since.ToUniversalTime(), query.VisitorId, query.Email, query.OrderNumber, WireNames<Intent>.Of(query.Intent)];
        try
        {
            return (await DatabaseFailure.GuardRead(() => Rows.QueryAsync(database, Sql, row => row.GetInt32(0), values, cancellationToken)))[0];
        }
        catch (LogUnavailableException failure)
        {
            // The shopper's answer must not wait for it: a person is then brought in by another reason, or at the next contact.
            logger.LogWarning(failure, "Earlier contacts could not be counted");
            return 0;
        }
    }
}

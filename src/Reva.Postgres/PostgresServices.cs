using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Reva.Agent.Ports;
using Reva.Grains.Catalog;
using Reva.Grains.Conversations;
using Reva.Grains.Outbox;
using Reva.Postgres.Access;
using Reva.Postgres.Conversations;
using Reva.Postgres.LanguageModels;
using Reva.Postgres.Lists;
using Reva.Postgres.Outbox;
using Reva.Postgres.Search;

namespace Reva.Postgres;

/// <summary>Everything that PostgreSQL keeps, for the host's services.</summary>
public static class PostgresServices
{
    /// <summary>
    /// Registers the data source and all that reads and writes through it. Migrations are the host's to apply, before anything else starts:
    /// <see cref="Migrations.DatabaseMigrations.ApplyAsync"/>.
    /// </summary>
    public static IServiceCollection AddRevaPostgres(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => Source(connectionString));
        services.TryAddSingleton(new ConversationLogOptions());
        services.AddSingleton<IConversationLog, ConversationLog>();
        services.AddSingleton<IActionLedger, ActionLedger>();
        services.AddSingleton<ICatalogStore, CatalogStore>();
        services.AddSingleton<IModelLedger, ModelLedger>();
        services.AddSingleton<IOutboxStore, OutboxStore>();
        services.AddSingleton<ConversationList>();
        services.AddSingleton<IContacts, Contacts>();
        services.AddSingleton<TurnTraces>();
        services.AddSingleton<ActionList>().AddSingleton<AuditTrail>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<InstallationSettings>();
        return services;
    }

    private static NpgsqlDataSource Source(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // The same few statements make up nearly all the work.
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 64;
        // A shopper waits: a database that does not answer in this time is away.
        if (!connectionString.Contains("Timeout", StringComparison.OrdinalIgnoreCase))
            settings.Timeout = 5;
        return NpgsqlDataSource.Create(settings);
    }
}

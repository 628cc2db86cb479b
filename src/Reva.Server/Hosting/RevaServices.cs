using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;
using Reva.Connections;
using Reva.Grains.Stores;
using Reva.Postgres;
using Reva.Server.Api;
using Reva.Server.Conversations;
using Reva.Server.Hubs;
using Reva.Server.Observability;
using Reva.Server.Security;

namespace Reva.Server.Hosting;

/// <summary>All services of the host.</summary>
internal static class RevaServices
{
    public static void AddReva(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var database = configuration.GetConnectionString("Reva")
            ?? throw new InvalidOperationException("ConnectionStrings:Reva is missing: give the PostgreSQL connection string, e.g. ConnectionStrings__Reva=\"Host=127.0.0.1;Database=reva;Username=reva\".");
        services.TryAddSingleton(TimeProvider.System);
        services.AddRevaPostgres(database);
        services.AddRevaConnections(configuration);
        services.AddAgent();
        services.AddGrains();
        builder.UseOrleans(silo => silo.UseEngine(database));
        services.AddSecurity();
        services.AddHubs(configuration);
        services.AddApi();
        services.AddSingleton<FirstStart>();
        services.AddHostedService<Resumption>();
        services.AddHostedService<ActionSweep>();
        builder.AddObservability();
    }

    private static void AddHubs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(s => new ChatPace(s.GetRequiredService<TimeProvider>(), configuration.GetValue("Chat:Burst", 30.0), configuration.GetValue("Chat:PerSecond", 2.0)));
        services.AddSignalR(options =>
        {
            options.AddFilter<HubFaults>();
            // A too long message should get its answer, not a closed connection; what is longer still is no message.
            options.MaximumReceiveMessageSize = 1 << 20;
            // One live subscription and one call at a time beside it.
            options.MaximumParallelInvocationsPerClient = 4;
            options.StreamBufferCapacity = 4;
        }).AddJsonProtocol(options =>
        {
            options.PayloadSerializerOptions.Converters.Add(new EventJson());
            options.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        // Of two protocols of one name the later stands.
        services.AddSingleton<IHubProtocol, CodedErrors>();
        // The widget lives on the shop's pages: any origin may connect, and no cookie is ever read.
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowAnyMethod().AllowCredentials()));
    }
}

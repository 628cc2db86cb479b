using Npgsql;
using Reva.Postgres.Migrations;
using Reva.Server.Api;
using Reva.Server.Api.V1;
using Reva.Server.Demo;
using Reva.Server.Health;
using Reva.Server.Hubs;
using Reva.Server.Shopify;

namespace Reva.Server.Hosting;

/// <summary>Puts the server together; tests build it in their own process.</summary>
public static class ServerHost
{
    /// <summary>A server ready to run: the database is migrated, the stores of the configuration exist.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(ServerHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        configure?.Invoke(builder);
        builder.AddReva();
        var app = builder.Build();
        await DatabaseMigrations.ApplyAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None);
        await app.Services.GetRequiredService<FirstStart>().PrepareAsync(CancellationToken.None);
        app.UseReva();
        return app;
    }

    private static void UseReva(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        // Files stand before routing: the demo shop's pages would otherwise answer for every path.
        app.UseWidget();
        app.UseApiPages();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.Use(BodyLetters.CheckAsync);
        app.MapHealth();
        app.MapHub<ChatHub>("/hubs/chat", options => options.ApplicationMaxBufferSize = 1 << 20);
        app.MapApiV1();
        app.MapShopifyProxy();
        app.MapDemoShop();
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Actions;
using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Catalogue;
using Reva.Connections.Shopify.Customers;
using Reva.Connections.Shopify.Orders;
using Reva.Grains.Stores;

namespace Reva.Connections.Shopify;

internal static class ShopifyServices
{
    /// <summary>Orders, customers, what is done for them, and the source of a sync.</summary>
    public static IServiceCollection AddShopify(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ShopifyOptions>().Bind(configuration.GetSection("Shopify")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IShopifyStores>(new ConfiguredShopifyStores(configuration));
        // Time-outs are the pipeline's business, so that a slow try is told from a cancelled one.
        services.AddHttpClient(ShopifyAdmin.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AllowAutoRedirect = false,
            })
            .RemoveAllLoggers();
        services.AddSingleton<ShopifyAdmin>().AddSingleton<ProductPages>();
        services.AddSingleton<ShopifyOrders>().AddSingleton<IOrders>(s => s.GetRequiredService<ShopifyOrders>());
        services.AddSingleton<ICustomers, ShopifyCustomers>();
        services.AddShopifyActions();
        services.AddSingleton<IShopSource, ShopifyShopSource>();
        return services;
    }
}

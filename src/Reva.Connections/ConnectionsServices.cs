using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reva.Connections.LanguageModels;
using Reva.Connections.Mail;
using Reva.Connections.Shopify;

namespace Reva.Connections;

/// <summary>Every outside service behind its port.</summary>
public static class ConnectionsServices
{
    /// <summary>Registers the shop platforms, language models and the mail service that <paramref name="configuration"/> names. Wrong settings stop the start with the key to mend.</summary>
    public static IServiceCollection AddRevaConnections(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddShopify(configuration).AddLanguageModels(configuration).AddMail(configuration);
    }
}

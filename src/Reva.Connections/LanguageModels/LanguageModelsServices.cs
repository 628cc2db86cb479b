using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Embedding;
using Reva.Connections.LanguageModels.Routing;
using Reva.Connections.LanguageModels.Settings;
using Reva.Connections.LanguageModels.Spending;

namespace Reva.Connections.LanguageModels;

internal static class LanguageModelsServices
{
    /// <summary>The models by purpose, their accounts, and an embedder when one is configured (it then replaces the built-in one). Needs an <see cref="IModelLedger"/>.</summary>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ModelOptions>().Bind(configuration.GetSection("Models")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsCheck>();
        services.AddSingleton<ModelAccounts>().AddHostedService(provider => provider.GetRequiredService<ModelAccounts>());
        services.AddSingleton<ILanguageModels, ModelRouter>();
        if (configuration.GetSection("Models:Embed").GetChildren().Any())
            services.Replace(ServiceDescriptor.Singleton<IEmbedder, ProviderEmbedder>());
        return services;
    }
}

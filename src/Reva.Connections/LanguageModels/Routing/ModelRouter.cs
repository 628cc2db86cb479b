using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Faults;
using Reva.Connections.LanguageModels.Providers;
using Reva.Connections.LanguageModels.Settings;
using Reva.Connections.LanguageModels.Spending;
using Reva.Connections.LanguageModels.Telemetry;

namespace Reva.Connections.LanguageModels.Routing;

/// <summary>The configured models, by purpose. One set of clients and breakers for all stores.</summary>
internal sealed class ModelRouter : ILanguageModels, IDisposable
{
    private readonly ModelAccounts _accounts;
    private readonly TimeProvider _time;
    private readonly ModelOptions _options;
    private readonly Dictionary<string, ModelProvider> _providers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ModelPurpose, FailOver> _purposes = [];

    public ModelRouter(IOptions<ModelOptions> options, ModelAccounts accounts, TimeProvider time, ILogger<ModelRouter> log)
    {
        (_options, _accounts, _time) = (options.Value, accounts, time);
        Route(ModelPurpose.Understand, _options.Understand, log);
        Route(ModelPurpose.Reply, _options.Reply, log);
    }

    public IChatClient? For(ModelPurpose purpose, string storeId) =>
        _purposes.TryGetValue(purpose, out var models) && models.HasWilling && !_accounts.IsKnownToBeOver(storeId)
            ? new WithinBudget(models, _accounts, storeId)
            : null;

    public void Charge(string storeId, ModelUsage usage) => _accounts.Charge(storeId, usage);

    public void Dispose()
    {
        foreach (var provider in _providers.Values)
            provider.Dispose();
    }

    private void Route(ModelPurpose purpose, IReadOnlyList<string> names, ILogger log)
    {
        if (names.Count > 0)
            _purposes[purpose] = new([.. names.Select(Provider)], CallLimits.For(purpose, _options), _options.Retries, _time, log);
    }

    private ModelProvider Provider(string name)
    {
        if (!_providers.TryGetValue(name, out var provider))
            _providers[name] = provider = new(name, Wrapped(_options.Providers[name]), new(_options.FailuresToBreak, TimeSpan.FromSeconds(_options.BreakSeconds), _time));
        return provider;
    }

    // From the inside out: whole answers only, their price, their trace.
    private TracedReplies Wrapped(ModelProviderOptions provider) =>
        new(new PricedReplies(new WholeReplies(ProviderClients.Chat(provider, _time)), provider), provider.Kind, provider.Model!, _time);
}

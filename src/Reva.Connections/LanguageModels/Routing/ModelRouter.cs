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
    private readonly Dictionary<ModelPurpose, IReadOnlyList<ModelProvider>> _purposes = [];
    private readonly ILogger _log;

    public ModelRouter(IOptions<ModelOptions> options, ModelAccounts accounts, TimeProvider time, ILogger<ModelRouter> log)
    {
        (_options, _accounts, _time, _log) = (options.Value, accounts, time, log);
        Route(ModelPurpose.Understand, _options.Understand);
        Route(ModelPurpose.Reply, _options.Reply);
    }

    public IChatClient? For(ModelPurpose purpose, string storeId) =>
        WhyNot(purpose, storeId) == ModelAbsence.Failed
            ? new WithinBudget(new FailOver(_purposes[purpose], CallLimits.For(purpose, _options), _options.Retries, _time, _log), _accounts, storeId)
            : null;

    public ModelAbsence WhyNot(ModelPurpose purpose, string storeId) =>
        !_purposes.TryGetValue(purpose, out var models) ? ModelAbsence.NotConfigured
        : _accounts.IsKnownToBeOver(storeId) ? ModelAbsence.OverBudget
        : models.All(m => m.Breaker.IsOpen) ? ModelAbsence.LeftAlone
        : ModelAbsence.Failed;

    public void Charge(string storeId, ModelUsage usage) => _accounts.Charge(storeId, usage);

    public void Dispose()
    {
        foreach (var provider in _providers.Values)
            provider.Dispose();
    }

    private void Route(ModelPurpose purpose, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            _purposes[purpose] = [.. names.Select(Provider)];
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

using Microsoft.Extensions.Options;

namespace Reva.Connections.LanguageModels.Settings;

/// <summary>Says at start what is wrong with the models' configuration, key by key.</summary>
internal sealed class ModelOptionsCheck : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var problems = options.Providers.SelectMany(p => Provider(p.Key, p.Value))
            .Concat(Chat("Understand", options.Understand, options))
            .Concat(Chat("Reply", options.Reply, options))
            .Concat(Embed(options))
            .Concat(Unused(options))
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Provider(string name, ModelProviderOptions provider)
    {
        var key = $"Models:Providers:{name}";
        if (provider.Kind is not ("openai" or "anthropic"))
            yield return $"{key}:Kind is '{provider.Kind}': give openai or anthropic.";
        if (provider.BaseUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return $"{key}:BaseUrl is '{url}': give an absolute http or https address.";
        if (provider is { BaseUrl: null, ApiKey: null or "" })
            yield return $"{key}:ApiKey is missing: the vendor's own address needs one.";
        if (provider.InputCostPerMillion < 0 || provider.OutputCostPerMillion < 0)
            yield return $"{key}: costs per million tokens are USD, 0 or more.";
        if (provider.EmbeddingDimensions is < 1 or > 8192)
            yield return $"{key}:EmbeddingDimensions is {provider.EmbeddingDimensions}: give 1–8192.";
    }

    private static IEnumerable<string> Chat(string purpose, IReadOnlyList<string> names, ModelOptions options)
    {
        foreach (var name in names)
        {
            if (!options.Providers.TryGetValue(name, out var provider))
                yield return $"Models:{purpose} names '{name}', but there is no Models:Providers:{name}.";
            else if (string.IsNullOrEmpty(provider.Model))
                yield return $"Models:Providers:{name}:Model is missing: Models:{purpose} uses it.";
        }
    }

    private static IEnumerable<string> Embed(ModelOptions options)
    {
        foreach (var name in options.Embed)
        {
            if (!options.Providers.TryGetValue(name, out var provider))
                yield return $"Models:Embed names '{name}', but there is no Models:Providers:{name}.";
            else if (provider.Kind != "openai" || string.IsNullOrEmpty(provider.EmbeddingModel))
                yield return $"Models:Providers:{name} cannot embed: it needs Kind openai and an EmbeddingModel.";
            else if (provider.Dimensions is null)
                yield return $"Models:Providers:{name}:EmbeddingDimensions is missing: the length of {provider.EmbeddingModel}'s vectors is not known.";
        }
        var models = options.Embed.Where(options.Providers.ContainsKey).Select(n => (options.Providers[n].EmbeddingModel, options.Providers[n].Dimensions)).Distinct().Count();
        if (models > 1)
            yield return "Models:Embed names providers with different embedding models: their vectors cannot be compared, so one cannot stand in for the other.";
    }

    private static IEnumerable<string> Unused(ModelOptions options)
    {
        if (options.Providers.Count > 0 && options.Understand.Count + options.Reply.Count + options.Embed.Count == 0)
            yield return $"Models:Providers has {string.Join(", ", options.Providers.Keys)}, but Models:Understand, Models:Reply and Models:Embed name none of them.";
    }
}

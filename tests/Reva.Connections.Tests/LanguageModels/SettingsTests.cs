using Microsoft.Extensions.Options;
using Reva.Connections.LanguageModels.Settings;
using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.LanguageModels;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Models:Providers:main:Kind", "gemini", "Models:Providers:main:Kind is 'gemini': give openai or anthropic.")]
    [InlineData("Models:Providers:main:BaseUrl", "localhost", "Models:Providers:main:BaseUrl is 'localhost'")]
    [InlineData("Models:Providers:main:BaseUrl", null, "Models:Providers:main:ApiKey is missing")]
    [InlineData("Models:Providers:main:Model", "", "Models:Providers:main:Model is missing")]
    [InlineData("Models:Providers:main:InputCostPerMillion", "-1", "costs per million tokens")]
    [InlineData("Models:Reply:1", "spare", "there is no Models:Providers:spare")]
    [InlineData("Models:Embed:0", "main", "main cannot embed")]
    [InlineData("Models:MonthlyBudget", "-5", "MonthlyBudget")]
    [InlineData("Models:FirstTokenSeconds", "0", "FirstTokenSeconds")]
    public async Task A_wrong_setting_is_named_at_start(string key, string? value, string message)
    {
        var settings = Right();
        settings[key] = value;
        await using var reva = new Connected(settings.Where(s => s.Value is not null));

        var wrong = Assert.Throws<OptionsValidationException>(() => reva.Get<IOptions<ModelOptions>>().Value);

        Assert.Contains(wrong.Failures, failure => failure.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Embedding_models_that_cannot_be_compared_do_not_stand_in_for_each_other()
    {
        var settings = Right();
        foreach (var (name, model) in new[] { ("main", "text-embedding-3-small"), ("other", "text-embedding-3-large") })
        {
            settings[$"Models:Providers:{name}:Kind"] = "openai";
            settings[$"Models:Providers:{name}:BaseUrl"] = "http://localhost:1";
            settings[$"Models:Providers:{name}:EmbeddingModel"] = model;
        }
        (settings["Models:Embed:0"], settings["Models:Embed:1"]) = ("main", "other");
        await using var reva = new Connected(settings);

        Assert.Contains("cannot be compared", Assert.Throws<OptionsValidationException>(() => reva.Get<IOptions<ModelOptions>>().Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_settings_are_taken()
    {
        await using var reva = new Connected(Right());

        Assert.Equal(["main"], reva.Get<IOptions<ModelOptions>>().Value.Reply);
    }

    [Fact]
    public void Keys_are_never_printed() =>
        Assert.DoesNotContain("secret", new ModelProviderOptions { Kind = "openai", ApiKey = "secret" }.ToString(), StringComparison.Ordinal);

    private static Dictionary<string, string?> Right() => new(StringComparer.Ordinal)
    {
        ["Models:Providers:main:Kind"] = "openai",
        ["Models:Providers:main:BaseUrl"] = "http://localhost:1/v1",
        ["Models:Providers:main:Model"] = "small",
        ["Models:Reply:0"] = "main",
    };
}

using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.LanguageModels;

/// <summary>How slowly a model may speak.</summary>
public sealed class PaceTests : IAsyncLifetime
{
    private ModelSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await ModelSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Who_drips_is_cut_off_though_no_pause_is_too_long()
    {
        await _sandbox.PlayAsync("main", new { chunks = Enumerable.Repeat("a ", 40), delay = 0.3 });
        await using var reva = Connected();
        var heard = "";

        await Assert.ThrowsAsync<ModelUnavailableException>(async () =>
        {
            await foreach (var update in reva.Models.For(ModelPurpose.Reply, "demo")!.GetStreamingResponseAsync("Hello"))
                heard += update.Text;
        });

        Assert.InRange(heard.Length, 2, 40);
    }

    [Fact]
    public async Task Who_speaks_at_reading_pace_may_speak_long()
    {
        var words = Enumerable.Repeat("some words that take a while to read ", 12).ToList();
        await _sandbox.PlayAsync("main", new { chunks = words, delay = 0.35 });
        await using var reva = Connected();

        Assert.Equal(string.Concat(words), (await reva.Models.For(ModelPurpose.Reply, "demo")!.GetResponseAsync("Hello")).Text);
    }

    private Connected Connected()
    {
        var settings = _sandbox.Settings();
        settings.Remove("Models:Reply:1");
        // Far more than a first token takes on a machine that is busy, and less than either reply.
        settings["Models:FirstTokenSeconds"] = "3";
        settings["Models:ReplyWithinSeconds"] = "3";
        settings["Models:ReplyWholeSeconds"] = "3";
        return new(settings);
    }
}

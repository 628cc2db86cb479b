using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.LanguageModels;

public sealed class FaultTests : IAsyncLifetime
{
    private const string Backup = "The backup answers.";

    private readonly ShiftedClock _clock = new();
    private ModelSandbox _sandbox = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await ModelSandbox.StartAsync();
        await _sandbox.PlayAsync("backup", new { text = Backup });
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    public static TheoryData<string, string> BeforeTheFirstToken => All("429", "500", "reset", "silence", "cut", "malformed", "empty", "401", "400");

    public static TheoryData<string, string> InMidStream => All("silence", "drip", "cut", "malformed", "length");

    [Theory]
    [MemberData(nameof(BeforeTheFirstToken))]
    public async Task Nobody_notices_that_the_first_model_failed_before_it_spoke(string kind, string fault)
    {
        await _sandbox.PlayAsync("main", new { text = "Never said to the end.", fault = Fault(fault, after: 0) });
        await using var reva = new Connected(_sandbox.Settings(main: kind), _clock);

        Assert.Equal(Backup, (await AskAsync(reva)).Text);
    }

    [Theory]
    [MemberData(nameof(BeforeTheFirstToken))]
    public async Task With_all_models_failing_the_rules_are_told_to_answer(string kind, string fault)
    {
        await _sandbox.PlayAsync("main", new { text = "Never said to the end.", fault = Fault(fault, after: 0) });
        await using var reva = new Connected(Alone(kind), _clock);

        await Assert.ThrowsAsync<ModelUnavailableException>(() => AskAsync(reva));
    }

    [Theory]
    [MemberData(nameof(InMidStream))]
    public async Task No_half_answer_passes_for_a_whole_one_and_no_other_model_goes_on_with_it(string kind, string fault)
    {
        await _sandbox.PlayAsync("main", new { chunks = new[] { "Your ", "parcel ", "is ", "here." }, delay = 0.5, fault = Fault(fault, after: 2) });
        await using var reva = new Connected(_sandbox.Settings(main: kind), _clock);
        var heard = "";

        await Assert.ThrowsAsync<ModelUnavailableException>(async () =>
        {
            await foreach (var update in reva.Models.For(ModelPurpose.Reply, "demo")!.GetStreamingResponseAsync("Hello"))
                heard += update.Text;
        });

        Assert.StartsWith("Your ", heard, StringComparison.Ordinal);
        Assert.DoesNotContain(Backup, heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task A_short_refusal_is_waited_out(string kind)
    {
        await _sandbox.PlayAsync("main", new { text = "Here I am.", fault = new { kind = "status", status = 429, retryAfter = 0, times = 1 } });
        await using var reva = new Connected(Alone(kind), _clock);

        Assert.Equal("Here I am.", (await AskAsync(reva)).Text);
    }

    [Fact]
    public async Task A_long_refusal_is_respected_by_all_who_come_after()
    {
        await _sandbox.PlayAsync("main", new { text = "Here I am.", fault = new { kind = "status", status = 429, retryAfter = 20, times = 1 } });
        await using var reva = new Connected(_sandbox.Settings(), _clock);

        Assert.Equal(Backup, (await AskAsync(reva)).Text);
        Assert.Equal(Backup, (await AskAsync(reva)).Text);
        _clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal("Here I am.", (await AskAsync(reva)).Text);
    }

    [Fact]
    public async Task A_dead_model_is_left_alone_and_found_again_by_one_probe()
    {
        await _sandbox.PlayAsync("main", new { text = "x", fault = new { kind = "reset" } });
        await using var reva = new Connected(Alone("openai"), _clock);
        while (reva.Models.For(ModelPurpose.Reply, "demo") is { } client)
            await Assert.ThrowsAsync<ModelUnavailableException>(() => client.GetResponseAsync("Hello"));
        var whileDown = await _sandbox.RequestsAsync("openai", atLeast: 3);
        Assert.InRange(whileDown, 3, 4);

        _clock.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<ModelUnavailableException>(() => AskAsync(reva));
        Assert.Null(reva.Models.For(ModelPurpose.Reply, "demo"));
        Assert.Equal(whileDown + 1, await _sandbox.RequestsAsync("openai", whileDown + 1));

        await _sandbox.ForgetScriptsAsync();
        await _sandbox.PlayAsync("main", new { text = "Back." });
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("Back.", (await AskAsync(reva)).Text);
        Assert.Equal("Back.", (await AskAsync(reva)).Text);
    }

    [Fact]
    public async Task A_silent_model_is_only_waited_for_once()
    {
        await _sandbox.PlayAsync("main", new { text = "x", fault = new { kind = "silence" } });
        await using var reva = new Connected(Alone("openai"), _clock);

        await Assert.ThrowsAsync<ModelUnavailableException>(() => reva.Models.For(ModelPurpose.Understand, "demo")!.GetResponseAsync("Hello"));

        Assert.Null(reva.Models.For(ModelPurpose.Reply, "demo"));
        Assert.Equal(1, await _sandbox.RequestsAsync("openai", atLeast: 1));
    }

    private static TheoryData<string, string> All(params string[] faults)
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in new[] { "openai", "anthropic" })
        {
            foreach (var fault in faults)
                data.Add(kind, fault);
        }
        return data;
    }

    private static object Fault(string name, int after) => name switch
    {
        "429" => new { kind = "status", status = 429, retryAfter = 30 },
        "400" or "401" or "500" => new { kind = "status", status = int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) },
        _ => new { kind = name, after },
    };

    private Dictionary<string, string?> Alone(string kind)
    {
        var settings = _sandbox.Settings(main: kind);
        settings.Remove("Models:Reply:1");
        return settings;
    }

    private static Task<ChatResponse> AskAsync(Connected reva) => reva.Models.For(ModelPurpose.Reply, "demo")!.GetResponseAsync("Hello");
}

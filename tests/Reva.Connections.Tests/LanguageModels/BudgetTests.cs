using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.LanguageModels;

public sealed class BudgetTests : IAsyncLifetime
{
    private readonly ShiftedClock _clock = new();
    private ModelSandbox _sandbox = null!;
    private Connected _reva = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await ModelSandbox.StartAsync();
        await _sandbox.PlayAsync("main", new { text = "Yes." });
        var settings = _sandbox.Settings();
        settings["Models:MonthlyBudget"] = "1.50";
        _reva = new(settings, _clock);
    }

    public async Task DisposeAsync()
    {
        await _reva.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public void A_store_that_has_used_up_its_month_is_answered_by_the_rules_until_the_next()
    {
        _reva.Models.Charge("demo", new("main", 10, 10, 1.49m));
        Assert.NotNull(_reva.Models.For(ModelPurpose.Reply, "demo"));

        _reva.Models.Charge("demo", new("main", 10, 10, 0.01m));
        Assert.Null(_reva.Models.For(ModelPurpose.Reply, "demo"));
        Assert.NotNull(_reva.Models.For(ModelPurpose.Reply, "another"));

        _clock.Advance(TimeSpan.FromDays(31));
        Assert.NotNull(_reva.Models.For(ModelPurpose.Reply, "demo"));
    }

    [Fact]
    public async Task What_other_processes_spent_counts_before_a_model_is_asked()
    {
        var now = _clock.GetUtcNow();
        await _reva.Ledger.AddAsync("demo", new(now.Year, now.Month, 1), new("main", 1, 1, 2m), default);

        await Assert.ThrowsAsync<ModelUnavailableException>(() => _reva.Models.For(ModelPurpose.Reply, "demo")!.GetResponseAsync("Hello"));

        Assert.Null(_reva.Models.For(ModelPurpose.Reply, "demo"));
        Assert.Equal(0, await _sandbox.RequestsAsync("openai"));
    }

    [Fact]
    public async Task Every_charge_is_written_down_before_the_process_goes()
    {
        var accounts = _reva.Get<IEnumerable<IHostedService>>().Single();
        await accounts.StartAsync(default);

        for (var i = 0; i < 50; i++)
            _reva.Models.Charge("demo", new("main", 1, 2, 0.001m));
        _reva.Models.Charge("demo", ModelUsage.Rules);
        await accounts.StopAsync(default);

        Assert.Equal(50, _reva.Ledger.Lines.Count);
        Assert.Equal(0.05m, _reva.Ledger.Lines.Sum(l => l.Usage.CostUsd));
    }
}

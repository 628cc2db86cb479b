using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.Embedded.Tests.Contract;

[GenerateSerializer]
public sealed class Basket
{
    [Id(0)]
    public List<string> Things { get; set; } = [];
}

[GenerateSerializer, Immutable]
public sealed record Label(string Text);

public interface IBasketGrain : IGrainWithStringKey
{
    Task Put(Basket basket);
    Task<Basket> Get();
    Task Name(Label label);
    Task<Label?> Named();
    Task<string?> Context(string key);
    Task<string?> ContextOfOther(string key, string other);
}

public sealed class BasketGrain : Grain, IBasketGrain
{
    private Basket _basket = new();
    private Label? _label;

    public Task Put(Basket basket)
    {
        _basket = basket;
        return Task.CompletedTask;
    }

    public Task<Basket> Get() => Task.FromResult(_basket);

    public Task Name(Label label)
    {
        _label = label;
        return Task.CompletedTask;
    }

    public Task<Label?> Named() => Task.FromResult(_label);

    public Task<string?> Context(string key)
    {
        var value = RequestContext.Get(key) as string;
        RequestContext.Set(key, "the grain's own");
        return Task.FromResult(value);
    }

    public Task<string?> ContextOfOther(string key, string other) => GrainFactory.GetGrain<IBasketGrain>(other).Context(key);
}

/// <summary>Writes down every call, and changes what it is told to.</summary>
public sealed class WatchingFilter : IIncomingGrainCallFilter
{
    public List<string> Seen { get; } = [];

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        lock (Seen)
            Seen.Add($"{context.TargetContext.GrainId.Type}.{context.InterfaceMethod.Name}");
        if (context.InterfaceMethod.Name == nameof(IBasketGrain.Name))
            context.Request.SetArgument(0, new Label("replaced"));
        if (context.InterfaceMethod.Name == nameof(IBasketGrain.Put))
            throw new UnauthorizedAccessException("Not today.");
        await context.Invoke();
        if (context.InterfaceMethod.Name == nameof(IBasketGrain.Context))
            context.Result = "the filter's";
    }
}

public sealed class IsolationTests
{
    [Fact]
    public async Task What_crosses_a_call_is_copied_both_ways_unless_it_cannot_change()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IBasketGrain>("basket:1");
        var mine = new Basket { Things = { "apple" } };
        await grain.Put(mine);
        mine.Things.Add("behind its back");
        var got = await grain.Get();
        got.Things.Add("behind its back, too");
        Assert.Equal(["apple"], (await grain.Get()).Things);

        var label = new Label("fixed");
        await grain.Name(label);
        Assert.Same(label, await grain.Named());
    }

    [Fact]
    public async Task Values_of_the_request_context_travel_down_a_chain_of_calls_and_not_back_up()
    {
        await using var silo = await TestSilo.StartAsync();
        RequestContext.Set("who", "the caller");
        Assert.Equal("the caller", await silo.Grains.GetGrain<IBasketGrain>("basket:2").ContextOfOther("who", "basket:3"));
        Assert.Equal("the caller", RequestContext.Get("who"));
        Assert.True(RequestContext.Remove("who"));
        Assert.Null(await silo.Grains.GetGrain<IBasketGrain>("basket:2").Context("who"));
    }

    [Fact]
    public async Task A_filter_sees_every_call_may_change_its_arguments_and_answer_and_may_refuse_it()
    {
        var filter = new WatchingFilter();
        await using var silo = await TestSilo.StartAsync(s => s.Services.AddSingleton<IIncomingGrainCallFilter>(filter));
        var grain = silo.Grains.GetGrain<IBasketGrain>("basket:4");
        await grain.Name(new Label("mine"));
        Assert.Equal("replaced", (await grain.Named())!.Text);
        Assert.Equal("the filter's", await grain.Context("who"));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => grain.Put(new Basket()));
        Assert.Empty((await grain.Get()).Things);
        Assert.Equal(["basket.Name", "basket.Named", "basket.Context", "basket.Put", "basket.Get"], filter.Seen);
    }
}

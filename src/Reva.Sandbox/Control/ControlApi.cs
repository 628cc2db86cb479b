using Reva.Sandbox.Control.BackOffice;
using Reva.Sandbox.Faults;
using Reva.Sandbox.Models.Scripts;
using Reva.Sandbox.Shopify.Store;
using Reva.Sandbox.Shopify.Throttle;

namespace Reva.Sandbox.Control;

/// <summary>What a test or a curious person can do to the sandbox: all under <c>/_control</c>, none of it known to the services.</summary>
internal static class ControlApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/_control");
        control.MapPost("/faults", AddFault);
        control.MapGet("/faults", (FaultBoard faults) => faults.List());
        control.MapDelete("/faults", (FaultBoard faults, string? service) => faults.Clear(service));
        control.MapGet("/requests", (RequestLog log, StoreHolder store, string? service, string? contains, int? most) => log.Read(service, contains, most ?? 100, store.Current.Activity.Effects));
        control.MapDelete("/requests", ForgetRequests);
        control.MapPost("/products/{handle}", ChangeProduct);
        control.MapDelete("/products/{handle}", RemoveProduct);
        control.MapPost("/orders/{name}", ChangeOrder);
        control.MapPost("/pages/{handle}", ChangePage);
        control.MapPost("/policies/{handle}", ChangePolicy);
        control.MapPost("/limits", (CostLimits limits, CostBuckets buckets) => buckets.Limit(limits));
        control.MapGet("/sample-orders", (StoreHolder store) => SampleOrders.Of(store.Current));
        control.MapPost("/reset", Reset);
        ScriptControl.Map(control);
        BackOfficeControl.Map(control);
    }

    private static void ForgetRequests(RequestLog log, StoreHolder store)
    {
        log.Clear();
        store.Current.Activity.ForgetEffects();
    }

    private static IResult AddFault(FaultRequest request, FaultBoard faults)
    {
        if (request.Problem() is { } problem)
            return Results.BadRequest(new { error = problem });
        faults.Add(request);
        return Results.NoContent();
    }

    private static IResult ChangeProduct(string handle, ProductChange change, StoreHolder store, TimeProvider time)
    {
        var shop = store.Current;
        if (shop.Products.ByHandle(handle) is not { } product)
            return Missing("product", handle);
        if (change.Problem(product) is { } problem)
            return Results.BadRequest(new { error = problem });
        lock (shop.Activity.Writing)
            shop.Products.Change(product.Id, p => change.Apply(p, time.GetUtcNow()));
        return Results.NoContent();
    }

    private static IResult RemoveProduct(string handle, StoreHolder store) =>
        store.Current.Products.ByHandle(handle) is { } product && store.Current.Products.Remove(product.Id) ? Results.NoContent() : Missing("product", handle);

    private static IResult ChangeOrder(string name, OrderChange change, StoreHolder store, TimeProvider time)
    {
        var shop = store.Current;
        if (shop.Orders.ByName(name) is not { } order)
            return Missing("order", name);
        if (change.Problem() is { } problem)
            return Results.BadRequest(new { error = problem });
        lock (shop.Activity.Writing)
            shop.Orders.Change(order.Id, o => change.Apply(o, time.GetUtcNow()));
        return Results.NoContent();
    }

    private static IResult ChangePage(string handle, ContentChange change, StoreHolder store, TimeProvider time)
    {
        if (store.Current.Pages.ByHandle(handle) is not { } page)
            return Missing("page", handle);
        var now = time.GetUtcNow();
        store.Current.Pages.Change(page.Id, p => p with
        {
            Title = change.Title ?? p.Title, Body = change.Body ?? p.Body, UpdatedAt = now, PublishedAt = change.Published is { } on ? on ? p.PublishedAt ?? now : null : p.PublishedAt,
        });
        return Results.NoContent();
    }

    private static IResult ChangePolicy(string handle, ContentChange change, StoreHolder store, TimeProvider time)
    {
        if (store.Current.Policies.ByHandle(handle) is not { } policy)
            return Missing("policy", handle);
        store.Current.Policies.Change(policy.Id, p => p with { Title = change.Title ?? p.Title, Body = change.Body ?? p.Body, UpdatedAt = time.GetUtcNow() });
        return Results.NoContent();
    }

    private static void Reset(StoreHolder store, FaultBoard faults, RequestLog log, ScriptBook scripts, Mail.MailBox mail)
    {
        store.Reload();
        faults.Clear(null);
        log.Clear();
        scripts.Clear();
        mail.Clear();
    }

    private static IResult Missing(string noun, string name) => Results.NotFound(new { error = $"There is no {noun} '{name}' in this store." });

    private sealed record ContentChange(string? Title = null, string? Body = null, bool? Published = null);
}

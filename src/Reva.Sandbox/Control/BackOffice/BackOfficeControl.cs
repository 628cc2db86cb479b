using Reva.Sandbox.Shopify;
using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Control.BackOffice;

/// <summary>The shop's back office beyond what the Admin API can do or tell: settlements, the whole state of orders and customers, what took effect.</summary>
internal static class BackOfficeControl
{
    public static void Map(IEndpointRouteBuilder control)
    {
        control.MapGet("/orders", (StoreHolder store) => store.Current.Orders.All.Select(o => new { o.Id, o.Name, o.Email, o.CustomerId, o.UpdatedAt, Status = SampleOrders.StatusOf(o) }));
        control.MapGet("/orders/{name}", GetOrder);
        control.MapPost("/orders/{name}/settlements", Settle);
        control.MapGet("/customers", (StoreHolder store, string? email) =>
            store.Current.Customers.All.Where(c => email is null || string.Equals(c.Email, email, StringComparison.OrdinalIgnoreCase)).Select(CustomerState.Of));
        control.MapGet("/customers/{who}", (string who, StoreHolder store) => CustomerState.Find(store.Current, who) is { } customer ? Results.Ok(CustomerState.Of(customer)) : Missing("customer", who));
        control.MapGet("/customers/{who}/payment-methods", (string who, StoreHolder store) =>
            CustomerState.Find(store.Current, who) is { } customer ? Results.Ok(customer.PaymentMethods) : Missing("customer", who));
        control.MapPost("/customers", (NewCustomer customer, StoreHolder store, TimeProvider time) => customer.Save(store.Current, time.GetUtcNow()));
        control.MapPost("/store/reset", ResetStore);
        control.MapGet("/effects", (StoreHolder store, string? name, string? order) => store.Current.Activity.Effects
            .Where(e => (name is null || e.Name == name) && (order is null || e.Order?.TrimStart('#') == order.TrimStart('#'))));
        control.MapGet("/mails", (StoreHolder store, string? kind) => store.Current.Activity.Mails.Where(m => kind is null || m.Kind == kind));
        control.MapGet("/jobs", (StoreHolder store) => store.Current.Activity.Jobs.Select(j => new { j.Id, j.OrderId, j.DueAt, j.Done }));
        control.MapPost("/jobs", SetDelay);
    }

    private static IResult GetOrder(string name, StoreHolder holder)
    {
        var store = holder.Current;
        return store.Orders.ByName(name) is { } order ? Results.Ok(OrderState.Of(store, order)) : Missing("order", name);
    }

    private static IResult Settle(string name, SettlementRequest asked, StoreHolder holder, TimeProvider time)
    {
        var store = holder.Current;
        lock (store.Activity.Writing)
        {
            if (store.Orders.ByName(name) is not { } order)
                return Missing("order", name);
            if (order.Settlements.FirstOrDefault(s => s.IdempotencyKey == asked.IdempotencyKey) is { } first)
                return IsSame(first, asked)
                    ? Results.Ok(first)
                    : Results.Conflict(new SettlementProblem("idempotency_key_reused", "This idempotency key was used for another settlement of the order."));
            var (changed, problem) = Settling.Carry(store, order, asked, time.GetUtcNow());
            if (changed is null)
                return problem!.Code is "unknown_kind" or "invalid_amount" ? Results.BadRequest(problem) : Results.Conflict(problem);
            store.Orders.Put(changed);
            store.Activity.Note($"settlement:{asked.Kind}", order.Name, asked.IdempotencyKey, time.GetUtcNow());
            return Results.Ok(changed.Settlements[^1]);
        }
    }

    private static bool IsSame(Settlement first, SettlementRequest asked) =>
        first.Kind == asked.Kind && first.PaymentMethodId == asked.PaymentMethodId && (asked.Kind == "change_method" || first.Amount == asked.Amount);

    private static IResult ResetStore(StoreHolder store, StoreReset? asked)
    {
        try
        {
            store.Reset(asked?.Directory);
            return Results.Ok(new { store.Current.Directory });
        }
        catch (StoreFolderException wrong)
        {
            return Results.BadRequest(new { error = wrong.Message });
        }
    }

    private static IResult SetDelay(DelayChange change, JobDelay delay)
    {
        if (change.Delay is < 0 or > 3600)
            return Results.BadRequest(new { error = "delay is seconds, 0 to 3600" });
        delay.Value = TimeSpan.FromSeconds(change.Delay);
        return Results.NoContent();
    }

    private static IResult Missing(string noun, string name) => Results.NotFound(new { error = $"There is no {noun} '{name}' in this store." });

    private sealed record StoreReset(string? Directory = null);

    private sealed record DelayChange(double Delay);
}

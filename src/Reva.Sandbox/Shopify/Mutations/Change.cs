using System.Text.Json;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>One mutation while it runs: what was asked, and the shop that it may change.</summary>
internal sealed class Change(ShopServices services, FieldCall call)
{
    public ShopServices Services => services;

    public ShopStore Store => services.Store;

    public Activity Activity => services.Store.Activity;

    public DateTimeOffset Now => services.Now;

    public Given Arguments { get; } = new(call.Arguments);

    /// <summary>The order that the effect is written down for.</summary>
    public string? About { get; private set; }

    /// <summary>Whether the effect comes later and is written down then.</summary>
    public bool IsLater { get; set; }

    public string? IdempotencyKey => call.Directives.GetValueOrDefault("idempotent")?.GetValueOrDefault("key") as string is { Length: > 0 } key ? key : null;

    /// <summary>All that was asked, as one text.</summary>
    public string Fingerprint => JsonSerializer.Serialize(call.Arguments);

    /// <exception cref="Refusal">There is no such order.</exception>
    public Order Order(long id, params string[] field)
    {
        var order = Store.Orders.Find(id) ?? throw Refusal.NotFound("Order", field);
        About = order.Name;
        return order;
    }

    /// <summary>Puts an order in the place of the one with its id.</summary>
    public Order Save(Order order)
    {
        var saved = order with { UpdatedAt = Now };
        Store.Orders.Put(saved);
        return saved;
    }

    /// <summary>Writes down the mail that goes with a change, when the caller wants one.</summary>
    public void Mail(string kind, Order order, bool wanted, string? text = null, string? to = null, string? subject = null)
    {
        if (wanted)
            Activity.Send(new SentMail(kind, to ?? order.Email, order.Name, subject, text, Now));
    }
}

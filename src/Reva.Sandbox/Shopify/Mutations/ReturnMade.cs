using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>The return that a mutation made or changed.</summary>
internal sealed record ReturnMade(long Id)
{
    /// <summary>A payload with <c>return</c> and the errors of returns.</summary>
    public static ObjectType<Outcome> Payload(string name) => Mutations.Payload.Type(name, Mutations.Payload.ReturnError)
        .With<ReturnMade>("return", ReturnTypes.Return, (made, call) => ReturnView.Find(ShopTypes.Services(call).Store, made.Id));

    /// <exception cref="Refusal">There is no such return, or it is in another state.</exception>
    public static (Order Order, Return Return) Find(Change change, long id, string field, params string[] states)
    {
        var view = ReturnView.Find(change.Store, id) ?? throw Refusal.Coded("NOT_FOUND", "Return not found.", field);
        change.Order(view.Order.Id, field);
        return states.Contains(view.Return.Status)
            ? (view.Order, view.Return)
            : throw Refusal.Coded("INVALID_STATE", $"The return is {view.Return.Status.ToLowerInvariant()}; it must be {string.Join(" or ", states).ToLowerInvariant()}.", field);
    }

    public static ReturnMade Save(Change change, Order order, Return changed)
    {
        change.Save(Returning.With(order, changed));
        return new ReturnMade(changed.Id);
    }
}

using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>The order that a mutation changed.</summary>
internal sealed record OrderMade(long Id)
{
    public static ObjectType<Outcome> Payload(string name, ObjectType<UserError>? errors = null) => Mutations.Payload.Type(name, errors).WithOrder<OrderMade>(made => made.Id);
}

using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Discount codes.</summary>
internal static class DiscountTypes
{
    public static readonly ObjectType<DiscountCode> Percentage = new ObjectType<DiscountCode>("DiscountPercentage")
        .Implements("DiscountCustomerGetsValue")
        .Add("percentage", Scalars.Float.Required, d => (double)d.Percentage!.Value);

    public static readonly ObjectType<DiscountCode> FixedAmount = new ObjectType<DiscountCode>("DiscountAmount")
        .Implements("DiscountCustomerGetsValue")
        .Add("amount", CommonTypes.Money.Required, (d, call) => ProductTypes.Money(d.Amount!.Value, call))
        .Add("appliesOnEachItem", Scalars.Boolean.Required, _ => false);

    /// <summary>What a code takes off: a part or an amount.</summary>
    public static readonly AbstractType AnyValue = new("DiscountCustomerGetsValue", value => value is DiscountCode { Percentage: not null } ? Percentage : FixedAmount);

    private static readonly ObjectType<DiscountCode> Gets = new ObjectType<DiscountCode>("DiscountCustomerGets").Add("value", AnyValue.Required, d => d);

    private static readonly ObjectType<DiscountCode> RedeemCode = new ObjectType<DiscountCode>("DiscountRedeemCode")
        .Add("id", Scalars.Id.Required, d => Gid.Of("DiscountRedeemCode", d.Id))
        .Add("code", Scalars.String.Required, d => d.Code)
        .Add("asyncUsageCount", Scalars.Int.Required, Used);

    public static readonly ObjectType<DiscountCode> Basic = new ObjectType<DiscountCode>("DiscountCodeBasic")
        .Implements("DiscountCode")
        .Add("title", Scalars.String.Required, d => d.Title)
        .Add("status", new EnumType("DiscountStatus").Required, (d, call) => d.StatusAt(ShopTypes.Services(call).Now))
        .Add("createdAt", Scalars.DateTime.Required, d => d.CreatedAt)
        .Add("startsAt", Scalars.DateTime.Required, d => d.StartsAt)
        .Add("endsAt", Scalars.DateTime.Nullable, d => d.EndsAt)
        .Add("usageLimit", Scalars.Int.Nullable, d => d.UsageLimit)
        .Add("appliesOncePerCustomer", Scalars.Boolean.Required, d => d.OncePerCustomer)
        .Add("asyncUsageCount", Scalars.Int.Required, Used)
        .Add("customerGets", Gets.Required, d => d)
        .Add("codesCount", CommonTypes.Count.Nullable, _ => new[] { 1 })
        .Add(Connection.Field<DiscountCode, DiscountCode>("codes", Connection.TypeOf<DiscountCode>(RedeemCode), (d, _) => Rows<DiscountCode>.InOrder([d])));

    public static readonly AbstractType AnyCode = new("DiscountCode", _ => Basic);

    public static readonly ObjectType<DiscountCode> Node = new ObjectType<DiscountCode>("DiscountCodeNode")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, d => Gid.Of("DiscountCodeNode", d.Id))
        .Add("codeDiscount", AnyCode.Required, d => d);

    private static object? Used(DiscountCode discount, FieldCall call) =>
        ShopTypes.Services(call).Store.Orders.All.Count(o => o.Discounts.Any(d => string.Equals(d.Code, discount.Code, StringComparison.OrdinalIgnoreCase)));
}

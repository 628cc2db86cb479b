using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Mutations;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>The slice of the Admin API (2026-10) that the sandbox speaks.</summary>
internal static class AdminSchema
{
    /// <summary>The version in the address.</summary>
    public const string Version = "2026-10";

    public static readonly GraphSchema Instance = new(QueryRoot.Type, MutationRoot.Type, Types());

    private static Dictionary<string, FieldsType> Types() => new FieldsType[]
    {
        QueryRoot.Type, QueryRoot.Node, ShopTypes.Shop, ShopTypes.Page, ShopTypes.Article, ProductTypes.Product, ProductTypes.Connections, VariantTypes.Variant, VariantTypes.Connections,
        CollectionTypes.Collection, CollectionTypes.Connections, MediaTypes.Media, MediaTypes.MediaImage, OrderTypes.Order, OrderTypes.Connections, LineItemTypes.LineItem,
        LineItemTypes.Connections, FulfillmentTypes.Fulfillment, PaymentTypes.Refund, PaymentTypes.Transaction, CustomerTypes.Customer, CustomerTypes.Connections,
        CommonTypes.Money, CommonTypes.MoneyBag, CommonTypes.Image, CommonTypes.MailingAddress, CommonTypes.MetafieldType, CommonTypes.MetafieldConnection, Connection.PageInfoType,
        MutationRoot.Type, Payload.PlainError, Payload.ReturnError, PaymentTypes.PaymentDetails, PaymentTypes.Card, JobTypes.Job, ReturnTypes.Return, ReturnTypes.Line, ReturnTypes.AnyLine,
        ReverseTypes.Order, ReverseTypes.Delivery, ReverseTypes.Deliverable, ReverseTypes.Shipping, EditTypes.Order, DiscountTypes.Node, DiscountTypes.AnyCode, DiscountTypes.Basic,
        DiscountTypes.AnyValue, DiscountTypes.Percentage, DiscountTypes.FixedAmount,
    }.ToDictionary(t => t.Name);
}

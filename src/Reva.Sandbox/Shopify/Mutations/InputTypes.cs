using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>Input objects that several mutations take.</summary>
internal static class InputTypes
{
    public static readonly InputType Money = new("MoneyInput", new("amount", Scalars.Decimal.Required), new("currencyCode", new EnumType("CurrencyCode").Required));

    public static readonly InputType Address = new(
        "MailingAddressInput",
        [.. new[] { "firstName", "lastName", "company", "address1", "address2", "city", "province", "provinceCode", "country", "zip", "phone" }
            .Select(n => new Argument(n, Scalars.String.Nullable)),
            new Argument("countryCode", new EnumType("CountryCode").Nullable)]);

    public static readonly InputType Attribute = new("AttributeInput", new("key", Scalars.String.Required), new("value", Scalars.String.Required));

    public static readonly InputType Metafield = new(
        "MetafieldInput", new("id", Scalars.Id.Nullable), new("namespace", Scalars.String.Nullable), new("key", Scalars.String.Nullable),
        new("value", Scalars.String.Nullable), new("type", Scalars.String.Nullable));

    public static readonly InputType RefundLine = new(
        "RefundLineItemInput", new("lineItemId", Scalars.Id.Required), new("quantity", Scalars.Int.Required),
        new("restockType", new EnumType("RefundLineItemRestockType", "RETURN", "CANCEL", "LEGACY_RESTOCK", "NO_RESTOCK").Nullable),
        new("locationId", Scalars.Id.Nullable));

    /// <summary>Money that goes to the customer's store credit instead of back to where it came from.</summary>
    public static readonly InputType RefundMethod = new(
        "RefundMethodInput",
        new Argument("storeCreditRefund", new InputType(
            "StoreCreditRefundInput", new("amount", Money.Required), new("expiresAt", Scalars.DateTime.Nullable)).Nullable));

    public static Argument Text(string name) => new(name, Scalars.String.Nullable);

    public static Argument Flag(string name) => new(name, Scalars.Boolean.Nullable);

    public static Argument Id(string name) => new(name, Scalars.Id.Required);

    public static Argument Number(string name) => new(name, Scalars.Int.Required);
}

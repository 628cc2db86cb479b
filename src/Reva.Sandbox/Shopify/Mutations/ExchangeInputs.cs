using System.Globalization;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>What the customer gets instead.</summary>
internal static class ExchangeInputs
{
    private static readonly InputType Discount = new(
        "ExchangeLineItemAppliedDiscountInput", InputTypes.Text("description"),
        new("value", new InputType("ExchangeLineItemAppliedDiscountValueInput", new("amount", InputTypes.Money.Nullable), new("percentage", Scalars.Float.Nullable)).Required));

    public static readonly InputType Line = new(
        "ExchangeLineItemInput", new("variantId", Scalars.Id.Nullable), InputTypes.Number("quantity"), new("appliedDiscount", Discount.Nullable), new("giftCardCodes", Scalars.String.List));

    /// <exception cref="Refusal">A variant is unknown, not sold, or out of stock.</exception>
    public static IReadOnlyList<ExchangeLine> Lines(Change change, IReadOnlyList<Given> given)
    {
        var lines = new List<ExchangeLine>();
        foreach (var (line, index) in given.Select((l, i) => (l, i.ToString(CultureInfo.InvariantCulture))))
        {
            if (!line.HasValue("variantId"))
                throw Refusal.Coded("BLANK", "A variant is required.", "exchangeLineItems", index, "variantId");
            var quantity = line.Number("quantity");
            if (quantity < 1)
                throw Refusal.Coded("GREATER_THAN", "Quantity must be greater than 0.", "exchangeLineItems", index, "quantity");
            var variant = change.Store.Products.FindVariant(line.Id("variantId", "ProductVariant"));
            if (variant is null || change.Store.Products.Find(variant.ProductId) is not { Status: "ACTIVE" })
                throw Refusal.Coded("NOT_FOUND", "Variant not found.", "exchangeLineItems", index, "variantId");
            if (!Stock.Has(variant, lines.Where(l => l.VariantId == variant.Id).Sum(l => l.Quantity) + quantity))
                throw Refusal.Coded("INVALID", "The variant is out of stock.", "exchangeLineItems", index, "quantity");
            lines.Add(new ExchangeLine(change.Activity.NextId(), variant.Id, quantity, variant.Price, Off(variant.Price, line.Object("appliedDiscount")?.Object("value"))));
        }
        return lines;
    }

    private static decimal Off(decimal price, Given? value) => Math.Clamp(
        value?.Money("amount") ?? decimal.Round(price * (value?.Amount("percentage") ?? 0) / 100, 2, MidpointRounding.AwayFromZero), 0, price);
}

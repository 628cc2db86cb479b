using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderEditAddLineItemDiscount</c>: only for lines that the edit itself adds.</summary>
internal static class OrderEditAddLineItemDiscount
{
    private static readonly InputType Discount = new(
        "OrderEditAppliedDiscountInput", InputTypes.Text("description"), new("fixedValue", InputTypes.Money.Nullable), new("percentValue", Scalars.Float.Nullable));

    public static readonly Field Field = Payload.Field(
        "orderEditAddLineItemDiscount", EditMade.Payload("OrderEditAddLineItemDiscountPayload", withLine: true), Run, InputTypes.Id("id"), InputTypes.Id("lineItemId"),
        new Argument("discount", Discount.Required));

    private static object Run(Change change)
    {
        var edit = EditMade.Find(change);
        var line = EditMade.Line(change, edit);
        if (line.Line.Added is null)
            throw Refusal.Invalid("A discount can only be added to an item that this edit adds.", "lineItemId");
        var discount = change.Arguments.Object("discount")!;
        if (discount.HasValue("fixedValue") == discount.HasValue("percentValue"))
            throw Refusal.Invalid("Give either a fixed value or a percentage.", "discount");
        var off = discount.Money("fixedValue") ?? decimal.Round(line.Item.Price * discount.Amount("percentValue")!.Value / 100, 2, MidpointRounding.AwayFromZero);
        if (off <= 0 || off > line.Item.Price)
            throw Refusal.Invalid("The discount must be above 0 and at most the price of the item.", "discount");
        return EditMade.Save(change, edit, line.Line with { UnitDiscount = off });
    }
}

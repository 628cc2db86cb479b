using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>discountCodeBasicCreate</c></summary>
internal static class DiscountCodeBasicCreate
{
    private static readonly InputType Value = new(
        "DiscountCustomerGetsValueInput", new("percentage", Scalars.Float.Nullable),
        new("discountAmount", new InputType("DiscountAmountInput", new("amount", Scalars.Decimal.Nullable), InputTypes.Flag("appliesOnEachItem")).Nullable));

    private static readonly InputType Gets = new(
        "DiscountCustomerGetsInput", new("value", Value.Nullable), new("items", new InputType("DiscountItemsInput", InputTypes.Flag("all")).Nullable),
        InputTypes.Flag("appliesOnOneTimePurchase"), InputTypes.Flag("appliesOnSubscription"));

    private static readonly InputType Customers = new("DiscountCustomersInput", new("add", Scalars.Id.List), new("remove", Scalars.Id.List));

    // Who may use a code was customerSelection once and is context now.
    private static readonly InputType Selection = new("DiscountCustomerSelectionInput", InputTypes.Flag("all"), new("customers", Customers.Nullable));

    private static readonly InputType Context = new("DiscountContextInput", new("all", new EnumType("DiscountBuyerSelection", "ALL").Nullable), new("customers", Customers.Nullable));

    private static readonly InputType Minimum = new(
        "DiscountMinimumRequirementInput",
        new Argument("subtotal", new InputType("DiscountMinimumSubtotalInput", new Argument("greaterThanOrEqualToSubtotal", Scalars.Decimal.Nullable)).Nullable));

    private static readonly InputType Combines = new(
        "DiscountCombinesWithInput", InputTypes.Flag("orderDiscounts"), InputTypes.Flag("productDiscounts"), InputTypes.Flag("shippingDiscounts"));

    private static readonly InputType Input = new(
        "DiscountCodeBasicInput", InputTypes.Text("title"), InputTypes.Text("code"), new("startsAt", Scalars.DateTime.Nullable), new("endsAt", Scalars.DateTime.Nullable),
        new("customerGets", Gets.Nullable), new("customerSelection", Selection.Nullable), new("context", Context.Nullable), new("usageLimit", Scalars.Int.Nullable),
        InputTypes.Flag("appliesOncePerCustomer"), new("minimumRequirement", Minimum.Nullable), new("combinesWith", Combines.Nullable));

    private static readonly ObjectType<Outcome> Type = Payload.Type("DiscountCodeBasicCreatePayload", Payload.CodedError("DiscountUserError", "DiscountErrorCode"))
        .With<Made>("codeDiscountNode", DiscountTypes.Node, (made, call) => ShopTypes.Services(call).Store.Discounts.Find(made.Id));

    public static readonly Field Field = Payload.Field("discountCodeBasicCreate", Type, Run, new Argument("basicCodeDiscount", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("basicCodeDiscount")!;
        var (title, code) = (Text(input, "title"), Text(input, "code"));
        if (change.Store.Discounts.ByCode(code) is not null)
            throw Refused("TAKEN", "Code must be unique. Please try a different code.", "code");
        var starts = input.Date("startsAt") ?? throw Refused("BLANK", "Starts at can't be blank", "startsAt");
        if (input.Date("endsAt") <= starts)
            throw Refused("INVALID", "Ends at needs to be after starts at", "endsAt");
        if (input.OptionalNumber("usageLimit") < 1)
            throw Refused("GREATER_THAN", "Usage limit must be greater than 0", "usageLimit");
        var (percentage, amount) = Worth(input.Object("customerGets"));
        var made = new DiscountCode(
            change.Activity.NextId(), title, code, change.Now, starts, input.Date("endsAt"), percentage, amount, ForWhom(change, input), input.OptionalNumber("usageLimit"),
            input.Flag("appliesOncePerCustomer"), input.Object("minimumRequirement")?.Object("subtotal")?.Amount("greaterThanOrEqualToSubtotal"));
        change.Store.Discounts.Put(made);
        return new Made(made.Id);
    }

    private static (decimal? Percentage, decimal? Amount) Worth(Given? gets)
    {
        if (gets?.Object("items")?.Flag("all") != true)
            throw Refused("BLANK", "Items in 'customer get' must be defined", "customerGets", "items");
        var value = gets.Object("value");
        var (percentage, amount) = (value?.Amount("percentage"), value?.Object("discountAmount")?.Amount("amount"));
        if (percentage is null == amount is null)
            throw Refused(percentage is null ? "BLANK" : "CONFLICT", "Value must be either a percentage or an amount", "customerGets", "value");
        if (percentage is <= 0 or > 1)
            throw Refused("VALUE_OUTSIDE_RANGE", "Value must be between 0.0 and 1.0", "customerGets", "value", "percentage");
        return amount <= 0 ? throw Refused("GREATER_THAN", "Amount must be greater than 0", "customerGets", "value", "discountAmount", "amount") : (percentage, amount);
    }

    private static List<long> ForWhom(Change change, Given input)
    {
        if (input.HasValue("context") && input.HasValue("customerSelection"))
            throw Refused("TOO_MANY_ARGUMENTS", "Only one of context and customerSelection can be given", "context");
        var customers = (input.Object("context") ?? input.Object("customerSelection"))?.Object("customers")?.Texts("add") ?? [];
        return
        [
            .. customers.Select(c => Gid.Parse("Customer", c)).Select(id => change.Store.Customers.Find(id)?.Id
                ?? throw Refused("INVALID", "Customer does not exist", "context", "customers", "add")),
        ];
    }

    private static string Text(Given input, string field) =>
        input.Text(field) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Refused("BLANK", $"{char.ToUpperInvariant(field[0])}{field[1..]} can't be blank", field);

    private static Refusal Refused(string code, string message, params string[] field) => Refusal.Coded(code, message, ["basicCodeDiscount", .. field]);

    private sealed record Made(long Id);
}

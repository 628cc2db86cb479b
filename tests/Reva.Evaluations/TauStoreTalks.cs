using System.Globalization;
using Reva.Evaluations.Checks;
using Reva.Evaluations.Script;
using Reva.Evaluations.Stores;
using Reva.Testing.Data;
using Product = Reva.Sandbox.Shopify.Store.Product;

namespace Reva.Evaluations;

/// <summary>Talks with another store's assistant: goods, options and order numbers that nobody had in mind, asked about by what its data says.</summary>
public sealed class TauStoreTalks(TauStore store) : IClassFixture<TauStore>
{
    [SharedDataTheory(TauStore.Part)]
    [InlineData("delivered", 0)]
    [InlineData("delivered", 111)]
    [InlineData("delivered", 222)]
    [InlineData("not_yet_shipped", 0)]
    [InlineData("not_yet_shipped", 99)]
    [InlineData("not_yet_shipped", 199)]
    [InlineData("cancelled", 0)]
    [InlineData("cancelled", 33)]
    [InlineData("cancelled", 66)]
    public Task An_order_in_any_state_is_told_truly_to_whom_it_belongs(string status, int at)
    {
        var named = $"{status}:{at.ToString(CultureInfo.InvariantCulture)}";
        return PlayAsync(
            new Turn("where is my order?") { Intent = "order_status" },
            new Turn($"{{order:{named}}}") { Intent = "order_status", Contains = ["e-mail"], Lacks = ["delivered", "cancelled", "shipped"] },
            new Turn($"{{email:{named}}}") { Intent = "order_status", Order = named },
            new Turn("what did I order?") { Intent = "order_status", Order = named, Tells = ["number", "items", "total"] },
            new Turn("how much did I pay?") { Order = named, Tells = ["total"] },
            new Turn("thanks") { Intent = "thanks", Escalated = "no" });
    }

    [SharedDataFact(TauStore.Part)]
    public Task Another_customers_order_stays_closed() => PlayAsync(
        new Turn("where is order {order:delivered:5}? my email is {email:not_yet_shipped:7}") { Intent = "order_status", Lacks = ["delivered", "exists"], Contains = ["match"] },
        new Turn("{order:not_yet_shipped:7} {email:not_yet_shipped:7}") { Order = "not_yet_shipped:7" },
        new Turn("and {order:delivered:5}?") { Lacks = ["delivered"] });

    [SharedDataTheory(TauStore.Part)]
    [InlineData("return", "return_request", "delivered", 12)]
    [InlineData("exchange", "exchange_request", "delivered", 40)]
    [InlineData("cancel", "cancel_order", "not_yet_shipped", 21)]
    [InlineData("change the address of", "address_change", "not_yet_shipped", 50)]
    public Task A_wish_that_changes_an_order_is_taken_up_and_nothing_is_said_to_be_done(string deed, string intent, string status, int at)
    {
        var named = $"{status}:{at.ToString(CultureInfo.InvariantCulture)}";
        return PlayAsync(new Turn($"I want to {deed} order {{order:{named}}}, {{email:{named}}}")
        {
            Intent = intent, Order = named, Tells = ["number"], Escalated = "no", Lacks = ["Done", "has been", "is cancelled"],
        });
    }

    [SharedDataTheory(TauStore.Part)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(44)]
    public Task A_product_is_found_by_name_and_its_price_is_told(int at)
    {
        var product = At(at);
        var offered = product.Variants.Where(v => v.AvailableForSale).Select(v => v.Price).ToList();
        return PlayAsync(
            new Turn($"do you have a {product.Title.ToLowerInvariant()}?") { Products = new ProductsExpected { Among = [product.Handle] } },
            new Turn($"how much is the {product.Title}?") { Intent = "price_inquiry", Contains = [Text(offered.Min()), Text(offered.Max())] });
    }

    [SharedDataTheory(TauStore.Part)]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    public Task A_colour_is_said_to_be_there_when_it_is(int at)
    {
        var products = store.Facts.Products.Where(p => Colors(p).Distinct().Count() > 1).OrderBy(p => p.Id).ToList();
        var product = products[at % products.Count];
        var color = Colors(product, available: true).First();
        return PlayAsync(
            new Turn($"do you have the {product.Title} in {color}?") { ContainsAny = ["Yes", color], Lacks = ["doesn't come", "sold out"] },
            new Turn("and in turquoise with stripes?") { Lacks = ["yes"] });
    }

    [SharedDataTheory(TauStore.Part)]
    [InlineData(8)]
    [InlineData(26)]
    public Task A_price_limit_holds_among_goods_of_one_kind(int at)
    {
        var product = At(at);
        var limit = decimal.Ceiling(product.Variants.Where(v => v.AvailableForSale).Average(v => v.Price));
        return PlayAsync(new Turn($"{product.Title.ToLowerInvariant()} under {limit.ToString(CultureInfo.InvariantCulture)}")
        {
            Intent = "product_search", Products = new ProductsExpected { MaxPrice = limit, Available = true, Among = [product.Handle] },
        });
    }

    [SharedDataFact(TauStore.Part)]
    public Task Where_there_are_no_pages_no_policy_is_made_up() => PlayAsync(
        new Turn("what is your return policy?") { CitesNothing = true, Lacks = ["days", "$"] },
        new Turn("no thanks") { Escalated = "no" },
        new Turn("do you ship to Canada?") { CitesNothing = true, Lacks = ["we ship to"] });

    private Task PlayAsync(params Turn[] turns) => TurnChecks.PlayAsync(new Talk("computed", turns), store);

    private Product At(int at) => store.Facts.Products.OrderBy(p => p.Id).ElementAt(at % store.Facts.Products.Count());

    private static IEnumerable<string> Colors(Product product, bool available = false) => product.Variants
        .Where(v => !available || v.AvailableForSale).SelectMany(v => v.Options).Where(o => o.Key.Equals("color", StringComparison.OrdinalIgnoreCase)).Select(o => o.Value);

    private static string Text(decimal price) => price.ToString("N2", CultureInfo.InvariantCulture);
}

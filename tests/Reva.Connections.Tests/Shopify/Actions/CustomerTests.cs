using static Reva.Connections.Tests.Parts.ActingShop;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class CustomerTests : OnAShop
{
    [Fact]
    public async Task A_customer_lives_elsewhere_from_now_on()
    {
        var (action, _) = await Deeds.MakeAsync("customer", Shop);

        await Shop.CarryOutAsync(action, Shop.Call(null));

        var customer = await Shop.People.ByEmailAsync(Store, "ADA@example.com", default);
        Assert.Equal(("5 Oak Street", "75001"), (customer!.Address!.Address1, customer.Address.Zip));
    }

    [Fact]
    public async Task Customers_are_found_by_name_and_postcode_only_when_there_is_one()
    {
        Assert.Equal("jose@example.com", (await Shop.People.ByNameAndPostcodeAsync(Store, "JOSÉ", "NÚÑEZ-o'hara", "280 13", default))?.Email);
        Assert.Null(await Shop.People.ByNameAndPostcodeAsync(Store, "Ben", "Smith", "YO1 7HH", default));
        Assert.Null(await Shop.People.ByNameAndPostcodeAsync(Store, "Ada", "Moore", "10116", default));
        Assert.Null(await Shop.People.ByNameAndPostcodeAsync(Store, "Ada\" OR email:\"*", "Moore", "10115", default));
        Assert.Null(await Shop.People.ByEmailAsync(Store, "*@example.com", default));
    }
}

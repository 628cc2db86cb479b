using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Shopify.Mutations;

public class CustomerTests
{
    private const string Address = "address { address1 address2 city country countryCodeV2 zip firstName }";

    [Fact]
    public async Task An_order_takes_a_new_address_a_note_and_attributes()
    {
        await using var shop = await OpenAsync();
        var done = await shop.Do(
            """
            mutation U($input: OrderInput!) { orderUpdate(input: $input) { userErrors { field message } order {
              note tags customAttributes { key value } metafield(namespace: "reva", key: "action") { value }
              shippingAddress { firstName address1 address2 city country countryCodeV2 zip } } } }
            """,
            new
            {
                input = new
                {
                    id = Order(201), note = "ring twice", tags = new[] { "vip" }, customAttributes = new[] { new { key = "door", value = "green" } },
                    metafields = new[] { new { @namespace = "reva", key = "action", value = "a1", type = "single_line_text_field" } },
                    shippingAddress = new { address1 = "1 New Road", address2 = (string?)null, city = "Wien", countryCode = "AT", zip = "1010" },
                },
            });
        Assert.Equal("", Errors(done));
        Assert.Equal(
            """
            {"note":"ring twice","tags":["vip"],"customAttributes":[{"key":"door","value":"green"}],"metafield":{"value":"a1"},
            "shippingAddress":{"firstName":"Ada","address1":"1 New Road","address2":null,"city":"Wien","country":"Austria","countryCodeV2":"AT","zip":"1010"}}
            """.ReplaceLineEndings(""),
            done["order"]!.ToJsonString());
    }

    [Fact]
    public async Task A_customers_addresses_are_changed_added_and_made_the_default()
    {
        await using var shop = await OpenAsync();
        const string Ada = "gid://shopify/Customer/1";
        var changed = await shop.Do(
            $$"""mutation A($c: ID!, $a: ID!) { customerAddressUpdate(customerId: $c, addressId: $a, address: { address1: "2 Side Street", zip: "10117" }) { {{Address}} userErrors { message } } }""",
            new { c = Ada, a = "gid://shopify/MailingAddress/100" });
        Assert.Equal(("2 Side Street", "Berlin", "10117"), ((string)changed["address"]!["address1"]!, (string)changed["address"]!["city"]!, (string)changed["address"]!["zip"]!));
        var added = await shop.Do(
            """mutation A($c: ID!) { customerAddressCreate(customerId: $c, address: { address1: "3 Far Away", city: "Bern", countryCode: CH }) { address { id firstName } userErrors { message } } }""", new { c = Ada });
        Assert.Equal("Ada", (string?)added["address"]!["firstName"]);
        var chosen = await shop.Do(
            """mutation D($c: ID!, $a: ID!) { customerUpdateDefaultAddress(customerId: $c, addressId: $a) { customer { defaultAddress { address1 } addresses { address1 } } userErrors { message } } }""",
            new { c = Ada, a = (string)added["address"]!["id"]! });
        Assert.Equal("""{"defaultAddress":{"address1":"3 Far Away"},"addresses":[{"address1":"3 Far Away"},{"address1":"2 Side Street"}]}""", chosen["customer"]!.ToJsonString());
        Assert.Equal("Address does not exist", Errors(await shop.Do(
            """mutation D($c: ID!) { customerUpdateDefaultAddress(customerId: $c, addressId: "gid://shopify/MailingAddress/100") { userErrors { message } } }""", new { c = "gid://shopify/Customer/2" })));
    }

    [Fact]
    public async Task A_customer_is_renamed_and_never_takes_somebody_elses_mail_address()
    {
        await using var shop = await OpenAsync();
        var renamed = await shop.Do("""mutation { customerUpdate(input: { id: "gid://shopify/Customer/1", lastName: "Stone-Moore" }) { customer { displayName } userErrors { message } } }""");
        Assert.Equal("Ada Stone-Moore", (string?)renamed["customer"]!["displayName"]);
        Assert.Equal("Email has already been taken", Errors(await shop.Do(
            """mutation { customerUpdate(input: { id: "gid://shopify/Customer/1", email: "BEN@example.com" }) { customer { id } userErrors { message } } }""")));
    }

    [Theory]
    [InlineData("first_name:Ada", "ada@example.com")]
    [InlineData("first_name:ada last_name:moore", "ada@example.com")]
    [InlineData("last_name:Stone", "ben@example.com")]
    [InlineData("email:ben@example.com", "ben@example.com")]
    [InlineData("first_name:Ada last_name:Stone", "")]
    public async Task Customers_are_found_by_name_and_mail_address(string query, string emails)
    {
        await using var shop = await OpenAsync();
        var found = await shop.Data("query C($q: String!) { customers(first: 9, query: $q) { nodes { email } } }", new { q = query });
        Assert.Equal(emails, string.Join(',', found["customers"]!["nodes"]!.AsArray().Select(c => (string)c!["email"]!)));
    }

    [Fact]
    public async Task Tags_are_added_once()
    {
        await using var shop = await OpenAsync();
        var tagged = await shop.Do($$"""mutation { tagsAdd(id: "{{Order(201)}}", tags: ["reva", "Reva", "late"]) { node { id ... on Order { tags } } userErrors { message } } }""");
        Assert.Equal("""["reva","late"]""", tagged["node"]!["tags"]!.ToJsonString());
        Assert.Equal("The resource does not exist", Errors(await shop.Do($$"""mutation { tagsAdd(id: "{{Order(999)}}", tags: ["x"]) { userErrors { message } } }""")));
    }
}

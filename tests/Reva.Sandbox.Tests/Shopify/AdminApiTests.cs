using System.Net;
using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.Shopify;

public class AdminApiTests
{
    [Fact]
    public async Task Without_the_token_nothing_is_told()
    {
        await using var shop = await SmallShop.OpenAsync();
        using var response = await shop.Http.PostAsync("admin/api/2026-10/graphql.json", new StringContent("""{"query":"{ shop { name } }"}"""));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("name:#100", "#100")]
    [InlineData("name:100", "#100")]
    [InlineData("name:\\\"#1001\\\" OR name:\\\"x\\\"", "#1001")]
    [InlineData("name:#10", "")]
    [InlineData("email:ada@example.com", "#100,#1002")]
    [InlineData("email:ada@example.com -name:#100", "#1002")]
    [InlineData("email:ada", "")]
    [InlineData("customer_id:2", "#1001")]
    [InlineData("created_at:>2026-11-19", "#1002")]
    [InlineData("created_at:<'2026-11-19T00:00:00Z' AND (name:#100 OR name:#1001)", "#100,#1001")]
    public async Task An_order_is_found_by_exactly_what_is_asked(string query, string names)
    {
        await using var shop = await SmallShop.OpenAsync();
        var data = await shop.Data($$"""{ orders(first: 9, query: "{{query}}", sortKey: ID) { nodes { name } } }""");
        Assert.Equal(names, string.Join(',', data["orders"]!["nodes"]!.AsArray().Select(n => (string)n!["name"]!)));
    }

    [Fact]
    public async Task Variables_aliases_fragments_and_directives_are_obeyed()
    {
        await using var shop = await SmallShop.OpenAsync();
        var data = await shop.Data(
            """
            query Find($handle: String!, $rich: Boolean = false, $n: Int) {
              jacket: productByHandle(handle: $handle) { ...Basics variants(first: $n) { nodes { sku } } }
            }
            fragment Basics on Product { __typename title vendor @include(if: $rich) status @skip(if: $rich) ... on Node { id } }
            """,
            new { handle = "rain-jacket", rich = true, n = 2 });
        Assert.Equal(
            """{"__typename":"Product","title":"Rain Jacket","vendor":"Small","id":"gid://shopify/Product/1","variants":{"nodes":[{"sku":"RJ-G-S"},{"sku":"RJ-G-M"}]}}""",
            data["jacket"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{ shop { nam } }", "undefinedField")]
    [InlineData("{ product { id } }", "missingRequiredArguments")]
    [InlineData("{ shop }", "selectionMismatch")]
    [InlineData("{ shop { name { x } } }", "selectionMismatch")]
    [InlineData("{ shop { ...Gone } }", "useAndDefineFragment")]
    [InlineData("{ shop { ...A } } fragment A on Shop { ...A }", "infiniteLoop")]
    [InlineData("{ shop { a: name a: email } }", "fieldConflict")]
    [InlineData("{ products(first: \"x\") { nodes { id } } }", "argumentLiteralsIncompatible")]
    [InlineData("{ products(first: 1, sortKey: COLOUR) { nodes { id } } }", "argumentLiteralsIncompatible")]
    [InlineData("{ products(fist: 1) { nodes { id } } }", "argumentNotAccepted")]
    [InlineData("{ product(id: $id) { id } }", "variableNotDefined")]
    [InlineData("query Q($id: ID!) { product(id: $id) { id } }", "INVALID_VARIABLE")]
    [InlineData("{ products(first: 300) { nodes { id } } }", "BAD_REQUEST")]
    [InlineData("{ product(id: \"gid://shopify/Order/1\") { id } }", "RESOURCE_NOT_FOUND")]
    [InlineData("{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { product { variants(first: 250) { nodes { id } } } } } } } }", "MAX_COST_EXCEEDED")]
    public async Task A_wrong_query_is_refused_with_the_code_of_the_real_api(string query, string code)
    {
        await using var shop = await SmallShop.OpenAsync();
        Assert.Equal(code, (string?)(await shop.Ask(query))["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task An_order_tells_its_sums_and_where_it_is()
    {
        await using var shop = await SmallShop.OpenAsync();
        var order = (await shop.Data(
            """
            { order(id: "gid://shopify/Order/100") {
                totalPriceSet { shopMoney { amount currencyCode } } displayFulfillmentStatus
                fulfillments { displayStatus estimatedDeliveryAt trackingInfo { company number } }
                lineItems(first: 5) { nodes { title quantity unfulfilledQuantity } } } }
            """))["order"]!;
        Assert.Equal(
            """
            {"totalPriceSet":{"shopMoney":{"amount":"207.0","currencyCode":"EUR"}},"displayFulfillmentStatus":"PARTIALLY_FULFILLED",
            "fulfillments":[{"displayStatus":"IN_TRANSIT","estimatedDeliveryAt":"2026-11-21T12:00:00Z","trackingInfo":[{"company":"DHL","number":"00340"}]}],
            "lineItems":{"nodes":[{"title":"Rain Jacket","quantity":2,"unfulfilledQuantity":0},{"title":"Mug","quantity":1,"unfulfilledQuantity":1}]}}
            """.ReplaceLineEndings(""),
            order.ToJsonString());
    }

    [Fact]
    public async Task Only_what_changed_since_is_given_to_who_asks_for_changes()
    {
        await using var shop = await SmallShop.OpenAsync();
        const string Query = """{ products(first: 9, query: "updated_at:>'2026-11-20T12:30:00Z'") { nodes { handle variants(first: 1) { nodes { price inventoryQuantity } } } } }""";
        Assert.Empty((await shop.Data(Query))["products"]!["nodes"]!.AsArray());
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.Control("products/mug", new { price = 9.9, inventoryQuantity = 1 });
        Assert.Equal(
            """[{"handle":"mug","variants":{"nodes":[{"price":"9.90","inventoryQuantity":1}]}}]""", (await shop.Data(Query))["products"]!["nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_search_field_that_does_not_exist_is_warned_of()
    {
        await using var shop = await SmallShop.OpenAsync();
        JsonNode answer = await shop.Ask("""{ orders(first: 1, query: "colour:red") { nodes { id } } }""");
        Assert.Equal("colour", (string?)answer["extensions"]!["search"]![0]!["warnings"]![0]!["field"]);
    }
}

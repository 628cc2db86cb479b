using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Shopify.Mutations;

public class DiscountTests
{
    private const string Create = """
        mutation D($basic: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $basic) {
          codeDiscountNode { id codeDiscount { ... on DiscountCodeBasic { title status usageLimit appliesOncePerCustomer codes(first: 1) { nodes { code } }
            customerGets { value { ... on DiscountPercentage { percentage } ... on DiscountAmount { amount { amount } } } } } } }
          userErrors { field code message } } }
        """;

    private static JsonObject Basic(string changes = "{}")
    {
        var basic = JsonNode.Parse("""
            { "title": "Sorry", "code": "SORRY10", "startsAt": "2026-11-20T00:00:00Z", "endsAt": "2026-12-20T00:00:00Z", "usageLimit": 1, "appliesOncePerCustomer": true,
              "context": { "customers": { "add": ["gid://shopify/Customer/1"] } }, "customerGets": { "value": { "percentage": 0.1 }, "items": { "all": true } } }
            """)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            basic[name] = value?.DeepClone();
        return basic;
    }

    [Fact]
    public async Task A_code_is_made_once_and_found_by_its_name()
    {
        await using var shop = await OpenAsync();
        var made = await shop.Do(Create, new { basic = Basic() });
        Assert.Equal(
            """{"title":"Sorry","status":"ACTIVE","usageLimit":1,"appliesOncePerCustomer":true,"codes":{"nodes":[{"code":"SORRY10"}]},"customerGets":{"value":{"percentage":0.1}}}""",
            made["codeDiscountNode"]!["codeDiscount"]!.ToJsonString());
        var again = await shop.Do(Create, new { basic = Basic("""{ "code": "sorry10" }""") });
        Assert.Equal("""[{"field":["basicCodeDiscount","code"],"code":"TAKEN","message":"Code must be unique. Please try a different code."}]""", again["userErrors"]!.ToJsonString());
        var found = await shop.Data("""{ codeDiscountNodeByCode(code: "SORRY10") { id } }""");
        Assert.Equal((string?)made["codeDiscountNode"]!["id"], (string?)found["codeDiscountNodeByCode"]!["id"]);
    }

    [Theory]
    [InlineData("""{ "code": " " }""", "BLANK")]
    [InlineData("""{ "startsAt": null }""", "BLANK")]
    [InlineData("""{ "endsAt": "2026-11-01T00:00:00Z" }""", "INVALID")]
    [InlineData("""{ "usageLimit": 0 }""", "GREATER_THAN")]
    [InlineData("""{ "customerGets": { "value": { "percentage": 10 }, "items": { "all": true } } }""", "VALUE_OUTSIDE_RANGE")]
    [InlineData("""{ "customerGets": { "value": { "discountAmount": { "amount": "-1" } }, "items": { "all": true } } }""", "GREATER_THAN")]
    [InlineData("""{ "context": { "customers": { "add": ["gid://shopify/Customer/99"] } } }""", "INVALID")]
    public async Task A_code_that_makes_no_sense_is_refused(string change, string code)
    {
        await using var shop = await OpenAsync();
        var refused = await shop.Do(Create, new { basic = Basic(change) });
        Assert.Equal(code, (string?)refused["userErrors"]![0]!["code"]);
        Assert.Null(refused["codeDiscountNode"]);
    }
}

using System.Text.Json.Nodes;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Models;

/// <summary>Who answers a wish: the prompt that the model gets, and the tools that it may use.</summary>
[Collection(ModelsCollection.Name)]
public sealed class SpecialistTests(ModelHouse house)
{
    private static readonly Dictionary<string, (string Part, string[] Tools)> Wishes = new(StringComparer.Ordinal)
    {
        ["a waterproof jacket under 150"] = ("products", ["escalate", "get_product", "search_knowledge", "search_products"]),
        ["where is my order #1001?"] = ("where orders are", ["escalate", "find_orders", "get_order", "search_knowledge", "send_code", "track_shipment", "verify_customer"]),
        ["I want to return the boots from my order"] = ("returns and exchanges", ["escalate", "find_orders", "get_order", "search_knowledge", "send_code", "track_shipment", "verify_customer"]),
        ["how long does shipping take?"] = ("how the shop works", ["escalate", "search_knowledge", "search_products"]),
        ["hello"] = ("everything else", ["escalate", "get_order", "search_knowledge", "search_products", "send_code", "verify_customer"]),
    };

    [Fact]
    public async Task Each_wish_goes_to_its_specialist_with_that_specialists_tools_and_no_others()
    {
        var model = house.Model();
        await model.SaysAsync("All right.");
        await using var server = await house.ServerAsync(model);
        foreach (var (wish, (part, tools)) in Wishes)
        {
            await using var shopper = await Shopper.ArriveAsync(server.Url);
            await Turn.OfAsync(shopper, wish);

            var asked = await HeardAsync(model, wish);
            Assert.Contains($"## Your part: {part}", (string)asked["messages"]![0]!["content"]!, StringComparison.Ordinal);
            Assert.Equal(tools, asked["tools"]!.AsArray().Select(t => (string)t!["function"]!["name"]!).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("I want to talk to a human")]
    [InlineData("my lawyer will hear of this, your heater burned my child")]
    public async Task Who_asks_for_a_person_or_is_in_danger_is_not_talked_to_by_a_model(string words)
    {
        var model = house.Model();
        await model.SaysAsync("There is no need for a person.");
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        Assert.Equal("rules", (await Turn.OfAsync(shopper, words)).Model);

        Assert.Contains(await shopper.EverythingAsync(), e => (string)e["type"]! == "escalated");
        Assert.Empty(await model.HeardAsync());
    }

    private static async Task<JsonNode> HeardAsync(ScriptedModel model, string words)
    {
        JsonNode? heard = null;
        await Testing.Time.Eventually.Is($"the model was asked '{words}'", async () =>
            (heard = (await model.HeardAsync()).Select(b => JsonNode.Parse(b)!).FirstOrDefault(b => (string)b["messages"]!.AsArray()[^1]!["content"]! == words)) is not null);
        return heard!;
    }
}

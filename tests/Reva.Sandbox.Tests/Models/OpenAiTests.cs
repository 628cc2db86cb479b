using System.Net;
using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.Models;

public class OpenAiTests
{
    private const string Path = "openai/v1/chat/completions";

    [Fact]
    public async Task A_script_streams_words_then_a_call_in_fragments_then_what_the_tool_said()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", Conversations.LookUpAnOrder);
        var first = await Conversations.Events(await shop.Post(Path, Conversations.OpenAi(stream: true, "where is order 100?")));
        var chunks = first.SkipLast(1).Select(e => JsonNode.Parse(e)!).ToList();
        Assert.Equal("[DONE]", first[^1]);
        Assert.Equal("One moment.", string.Concat(chunks.Select(c => (string?)Delta(c)?["content"])));
        var calls = chunks.Select(c => Delta(c)?["tool_calls"]?[0]!["function"]).OfType<JsonNode>().ToList();
        Assert.True(calls.Count > 2);
        Assert.Equal("""{"number":"where is order 100?"}""", string.Concat(calls.Select(c => (string?)c["arguments"])));
        Assert.Equal("tool_calls", chunks.Select(c => c["choices"]!.AsArray().FirstOrDefault()?["finish_reason"]).Single(r => r is not null)!.ToString());
        Assert.True((int)chunks[^1]["usage"]!["total_tokens"]! > 0);

        using var second = await shop.Post(Path, Conversations.OpenAi(stream: false, "where is order 100?", """{"orders":[{"status":"shipped"}]}"""));
        var message = JsonNode.Parse(await second.Content.ReadAsStringAsync())!["choices"]![0]!;
        Assert.Equal("It is shipped.", (string?)message["message"]!["content"]);
        Assert.Equal("stop", (string?)message["finish_reason"]);
    }

    [Fact]
    public async Task Scripts_are_chosen_in_order_and_spent_ones_give_way()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", new object[]
        {
            new { times = 1, steps = new[] { new { text = "first" } } },
            new { when = new { userMatches = "^hel+o$", systemContains = "shop" }, steps = new[] { new { text = "matched" } } },
            new { steps = new[] { new { text = "rest" } } },
        });
        Assert.Equal(["first", "matched", "rest"], [await Say(shop, "hello"), await Say(shop, "HELLO"), await Say(shop, "other")]);
    }

    [Fact]
    public async Task Without_a_script_the_model_calls_the_tool_that_fits_and_repeats_only_what_it_said()
    {
        await using var shop = await SmallShop.OpenAsync();
        using var asks = await shop.Post(Path, Conversations.OpenAi(stream: false, "a warm jacket", tools: true));
        Assert.Equal("search_products", (string?)JsonNode.Parse(await asks.Content.ReadAsStringAsync())!["choices"]![0]!["message"]!["tool_calls"]![0]!["function"]!["name"]);
        using var says = await shop.Post(Path, Conversations.OpenAi(stream: false, "a warm jacket", """{"products":[{"title":"Rain Jacket","price":"100.00"}]}""", tools: true));
        Assert.Equal("products:\n- title: Rain Jacket, price: 100.00", (string?)JsonNode.Parse(await says.Content.ReadAsStringAsync())!["choices"]![0]!["message"]!["content"]);
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back_and_then_the_script_goes_on()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", new { steps = new[] { new { text = "fine", fault = new { kind = "status", status = 429, retryAfter = 2, times = 1 } } } });
        using var limited = await shop.Post(Path, Conversations.OpenAi(stream: true, "x"));
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.Equal("2", limited.Headers.GetValues("Retry-After").Single());
        Assert.Equal("fine", await Say(shop, "x"));
    }

    [Fact]
    public async Task A_cut_lets_the_first_words_through_and_no_end()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", new { steps = new[] { new { text = "one two three", fault = new { kind = "cut", after = 2 } } } });
        using var response = await shop.Post(Path, Conversations.OpenAi(stream: true, "x"));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var read = new List<string>();
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await reader.ReadLineAsync() is { } line)
                read.Add(line);
        });
        Assert.Contains(read, l => l.Contains(" two", StringComparison.Ordinal));
        Assert.DoesNotContain(read, l => l.Contains("three", StringComparison.Ordinal) || l.Contains("DONE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_malformed_stream_ends_in_an_event_that_is_no_json()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", new { steps = new[] { new { text = "one two", fault = new { kind = "malformed", after = 1 } } } });
        var events = await Conversations.Events(await shop.Post(Path, Conversations.OpenAi(stream: true, "x")));
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonNode.Parse(events[^1]));
    }

    [Fact]
    public async Task An_empty_answer_ends_well_and_says_nothing()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", new { steps = new[] { new { text = "words", fault = new { kind = "empty" } } } });
        Assert.Equal("", await Say(shop, "x"));
    }

    [Fact]
    public async Task A_drip_gives_one_word_each_time_the_clock_moves_on()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", new { steps = new[] { new { text = "one two", fault = new { kind = "drip", delay = 5 } } } });
        using var response = await shop.Post(Path, Conversations.OpenAi(stream: true, "x"));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        await shop.Clock.SomebodyWaits();
        var rest = reader.ReadToEndAsync();
        Assert.False(rest.IsCompleted);
        shop.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.EndsWith("data: [DONE]\n\n", await rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embeddings_are_the_same_each_time_and_alike_for_like_texts()
    {
        await using var shop = await SmallShop.OpenAsync();
        using var response = await shop.Post("openai/v1/embeddings", new { model = "m", input = new[] { "rain jacket", "rain jackets", "espresso cup" } });
        var vectors = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!.AsArray().Select(d => d!["embedding"]!.AsArray().Select(v => (float)v!).ToArray()).ToList();
        Assert.Equal(Reva.Sandbox.Models.Embeddings.Of("rain jacket", 256), vectors[0]);
        Assert.True(Dot(vectors[0], vectors[1]) > Dot(vectors[0], vectors[2]) + 0.3);
    }

    private static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();

    private static JsonNode? Delta(JsonNode chunk) => chunk["choices"]!.AsArray().FirstOrDefault()?["delta"];

    private static async Task<string> Say(SmallShop shop, string text)
    {
        using var response = await shop.Post(Path, Conversations.OpenAi(stream: false, text));
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["choices"]![0]!["message"]!["content"]!;
    }
}

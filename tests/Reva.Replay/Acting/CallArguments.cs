using System.Text.Json;

namespace Reva.Replay.Acting;

/// <summary>Reads a call's arguments; throws <see cref="MalformedCallException"/> for what is missing or of another kind.</summary>
internal sealed class CallArguments(JsonElement given)
{
    // Reva takes what customers say, too; the benchmark's tools take nothing but its own ids.
    private static readonly string[] NoMethods = ["original", "store_credit"];

    public string Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw Wrong(name, "a text");

    public string OrderId() => Text("order_id") is ['#', _, ..] id && id == id.Trim() ? id : throw Wrong("order_id", "an order's id with its '#'");

    public string MethodId() => Text("payment_method_id") is var id && NoMethods.Contains(id) ? throw Wrong("payment_method_id", "the id of a payment method") : id.Trim() == id && id.Length > 0 ? id : throw Wrong("payment_method_id", "the id of a payment method");

    public string[] Items(string name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } list)
            throw Wrong(name, "a list of item ids");
        return [.. list.EnumerateArray().Select(i => i.ValueKind == JsonValueKind.String && i.GetString() is { Length: > 0 } id && id.All(char.IsAsciiDigit) ? id : throw Wrong(name, "a list of item ids"))];
    }

    public Dictionary<string, string> Address() => new(StringComparer.Ordinal)
    {
        ["address1"] = Text("address1"), ["address2"] = Text("address2"), ["city"] = Text("city"), ["province"] = Text("state"), ["country"] = Text("country"), ["zip"] = Text("zip"),
    };

    private JsonElement? Find(string name) => given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) ? value : null;

    private static MalformedCallException Wrong(string name, string expected) => new($"{name} must be {expected}");
}

/// <summary>A call whose arguments do not fit its tool.</summary>
internal sealed class MalformedCallException(string message) : Exception(message);

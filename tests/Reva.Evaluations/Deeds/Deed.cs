using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Reva.Evaluations.Deeds;

/// <summary>A conversation in which something of an order is wished for, and what the shop's back office holds when it is over. Orders that are not named must be as they were.</summary>
/// <param name="Name">A sentence about the shopper; unique.</param>
/// <param name="Turns">What is said and done, in order.</param>
internal sealed record Deed(string Name, IReadOnlyList<Move> Turns)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };

    /// <summary>The merchant's policies, put over those that let nearly everything; null for those.</summary>
    public JsonObject? Policies { get; init; }

    /// <summary>Changes of the shop before it begins: a control address and its body.</summary>
    public IReadOnlyList<Preparation> Prepare { get; init; } = [];

    /// <summary>By order number, without '#', what is true of it in the end.</summary>
    public IReadOnlyDictionary<string, OrderExpected> Ends { get; init; } = new Dictionary<string, OrderExpected>(StringComparer.Ordinal);

    /// <summary>By e-mail address, the customer's zip code in the end.</summary>
    public IReadOnlyDictionary<string, string> Zips { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Discount codes that were made.</summary>
    public int Codes { get; init; }

    /// <summary>Whether a person was brought in for it.</summary>
    public bool Escalated { get; init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Deed> All { get; } = [.. typeof(Deed).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("deeds.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(Read)];

    private static Deed[] Read(string resource)
    {
        using var stream = typeof(Deed).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Deed[]>(stream, Options)!;
    }
}

/// <summary>One thing that happens. Exactly one of <see cref="Say"/>, <see cref="Click"/>, <see cref="Code"/>, <see cref="Merchant"/> and <see cref="Shop"/> is given.</summary>
internal sealed record Move
{
    /// <summary>The shopper's words.</summary>
    public string? Say { get; init; }
    /// <summary>The shopper's click on the latest card, or on that of the kind after a colon: <c>confirm</c>, <c>decline:cancel_order</c>.</summary>
    public string? Click { get; init; }
    /// <summary>The shopper types the code that was sent to this e-mail address.</summary>
    public string? Code { get; init; }
    /// <summary>What a person of the shop does with what waits: <c>approve</c>, <c>reject</c>.</summary>
    public string? Merchant { get; init; }
    /// <summary>A change of the shop in between.</summary>
    public Preparation? Shop { get; init; }
    /// <summary>For the model path: the tools it calls, round by round; none when it only speaks.</summary>
    public IReadOnlyList<IReadOnlyList<ToolUse>> Model { get; init; } = [];
}

/// <summary>A call that the scripted model makes.</summary>
internal sealed record ToolUse(string Name, JsonObject Arguments);

/// <summary>A change of the shop by the sandbox's control.</summary>
internal sealed record Preparation(string Path, JsonObject Body);

/// <summary>What is true of an order in the end; what is left out is not looked at.</summary>
internal sealed record OrderExpected
{
    /// <summary>Whether it is cancelled.</summary>
    public bool? Cancelled { get; init; }
    /// <summary>Pieces by SKU that its lines hold, returns not counted; a SKU that is not named must be gone.</summary>
    public IReadOnlyDictionary<string, int>? Ordered { get; init; }
    /// <summary>Pieces by SKU that come back in returns that stand.</summary>
    public IReadOnlyDictionary<string, int>? Returned { get; init; }
    /// <summary>Pieces by SKU that come in exchange.</summary>
    public IReadOnlyDictionary<string, int>? Exchanged { get; init; }
    /// <summary>Money paid back in all.</summary>
    public decimal? Refunded { get; init; }
    /// <summary>The street that it goes to.</summary>
    public string? Address1 { get; init; }
    /// <summary>The postcode that it goes to.</summary>
    public string? Zip { get; init; }
    /// <summary>The town that it goes to.</summary>
    public string? City { get; init; }
    /// <summary>The state's code.</summary>
    public string? Province { get; init; }
}

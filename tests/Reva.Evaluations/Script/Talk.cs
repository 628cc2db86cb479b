using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reva.Evaluations.Script;

/// <summary>A conversation and what must be true of every answer in it.</summary>
/// <param name="Name">A sentence about the shopper; unique.</param>
/// <param name="Page">Handle of the product whose page is open; null elsewhere.</param>
internal sealed record Talk(string Name, IReadOnlyList<Turn> Turns, string? Page = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };

    /// <summary>All talks in the files of Talks.</summary>
    public static IReadOnlyList<Talk> All { get; } = [.. typeof(Talk).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("talks.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(Read)];

    private static Talk[] Read(string resource)
    {
        using var stream = typeof(Talk).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Talk[]>(stream, Options)!;
    }
}

/// <summary>One message and the facts that its answer is checked for; what is left out is not checked. That nothing is invented always is.</summary>
/// <param name="Say">
/// The shopper's words. <c>{order:shipped}</c> and <c>{email:shipped}</c> stand for an order of the store in that state
/// and its e-mail address, <c>{order:shipped:1}</c> for the next one.
/// </param>
internal sealed record Turn(string Say)
{
    /// <summary>The intent, as on wires.</summary>
    public string? Intent { get; init; }
    /// <summary>What the cards must be.</summary>
    public ProductsExpected? Products { get; init; }
    /// <summary>State of the sample order that must be told of, with its facts.</summary>
    public string? Order { get; init; }
    /// <summary>Facts of that order that the words must hold: items, carrier, tracking, total, number.</summary>
    public IReadOnlyList<string> Tells { get; init; } = [];
    /// <summary>Words that the answer holds, in any case.</summary>
    public IReadOnlyList<string> Contains { get; init; } = [];
    /// <summary>Words of which the answer holds at least one.</summary>
    public IReadOnlyList<string> ContainsAny { get; init; } = [];
    /// <summary>Words that the answer does not hold.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];
    /// <summary>Addresses of the shop's pages, any of which is cited.</summary>
    public IReadOnlyList<string> Cites { get; init; } = [];
    /// <summary>Whether nothing is cited.</summary>
    public bool CitesNothing { get; init; }
    /// <summary>Why it was handed to a person; <c>no</c> when it must not be.</summary>
    public string? Escalated { get; init; }
    /// <summary>How urgently.</summary>
    public string? Priority { get; init; }
    /// <summary>Words that the merchant's summary holds.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];
}

/// <summary>What is asked of product cards.</summary>
internal sealed record ProductsExpected
{
    /// <summary>At least so many; 1 when left out.</summary>
    public int Least { get; init; } = 1;
    /// <summary>At most so many.</summary>
    public int? Most { get; init; }
    /// <summary>Every one has a form that costs at most this and fits all else.</summary>
    public decimal? MaxPrice { get; init; }
    public decimal? MinPrice { get; init; }
    public string? Color { get; init; }
    /// <summary>Every one has a form in another colour, and the answer does not praise this one.</summary>
    public string? NotColor { get; init; }
    public string? Size { get; init; }
    /// <summary>Title, type or tags hold one of these.</summary>
    public IReadOnlyList<string> Kind { get; init; } = [];
    /// <summary>Neither title nor type holds it.</summary>
    public string? NotKind { get; init; }
    public string? Audience { get; init; }
    public bool OnSale { get; init; }
    /// <summary>Every one can be bought in the form asked for.</summary>
    public bool Available { get; init; }
    /// <summary>Every one is cheaper than the cheapest shown before.</summary>
    public bool CheaperThanBefore { get; init; }
    /// <summary>None was on the cards before.</summary>
    public bool Others { get; init; }
    /// <summary>The cheapest comes first, and dearer ones after.</summary>
    public bool CheapestFirst { get; init; }
    /// <summary>Handles that must be among them.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];
}

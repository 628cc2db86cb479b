using System.Collections.Immutable;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding;

/// <summary>What a message means.</summary>
public sealed record MessageMeaning
{
    /// <summary>What it is mainly about.</summary>
    public required Intent Intent { get; init; }
    /// <summary>What it is about as well, most likely first.</summary>
    public ImmutableArray<Intent> SubIntents { get; init; } = [];
    /// <summary>The wishes one by one, in order, when the message holds several that are answered apart; else empty.</summary>
    public ImmutableArray<MessagePart> Parts { get; init; } = [];
    /// <summary>1 (furious) to 5 (delighted); 3 is neutral.</summary>
    public int Sentiment { get; init; } = 3;
    /// <summary>Insults or threats at the shop or the agent.</summary>
    public bool Rude { get; init; }
    /// <summary>Lawyers, chargebacks, injuries, fire, allergy and the like.</summary>
    public bool LegalOrSafety { get; init; }
    /// <summary>ISO 639-1 of the message; the conversation's language when too short to tell.</summary>
    public string Language { get; init; } = "en";
    /// <summary>Its words in English, as far as they are known; null when it is in English or too little was understood.</summary>
    public string? English { get; init; }
    /// <summary>What it names.</summary>
    public Entities Entities { get; init; } = new();
    /// <summary>How sure the intent is, 0–1.</summary>
    public double Confidence { get; init; }
}

/// <summary>One of several wishes in a message.</summary>
/// <param name="Intent">What it is about.</param>
/// <param name="Text">Its own words.</param>
/// <param name="Entities">What these words name.</param>
public sealed record MessagePart(Intent Intent, string Text, Entities Entities);

/// <summary>What a message names.</summary>
public sealed record Entities
{
    /// <summary>Order numbers as written in the shop (<c>#1001</c>), in order of mention.</summary>
    public ImmutableArray<string> OrderNumbers { get; init; } = [];
    /// <summary>E-mail addresses, lower case.</summary>
    public ImmutableArray<string> Emails { get; init; } = [];
    /// <summary>Post codes.</summary>
    public ImmutableArray<string> PostalCodes { get; init; } = [];
    /// <summary>Lowest price wished.</summary>
    public decimal? MinPrice { get; init; }
    /// <summary>Highest price wished ('under 150', 'max $40', 'around 50' gives both).</summary>
    public decimal? MaxPrice { get; init; }
    /// <summary>'cheaper', 'less expensive'.</summary>
    public bool Cheaper { get; init; }
    /// <summary>'better', 'nicer', 'more expensive', 'premium'.</summary>
    public bool MoreExpensive { get; init; }
    /// <summary>'the cheapest', 'newest', 'best rated'.</summary>
    public Reva.Core.Catalog.ProductOrder? Superlative { get; init; }
    /// <summary>Colours named, lower case, in English.</summary>
    public ImmutableArray<string> Colors { get; init; } = [];
    /// <summary>Sizes named, as a shop writes them: <c>M</c>, <c>10.5</c>, <c>32x34</c>.</summary>
    public ImmutableArray<string> Sizes { get; init; } = [];
    /// <summary>Materials named.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];
    /// <summary>Colours said not to be wanted ('not black').</summary>
    public ImmutableArray<string> UnwantedColors { get; init; } = [];
    /// <summary>Materials said not to be wanted ('no wool').</summary>
    public ImmutableArray<string> UnwantedMaterials { get; init; } = [];
    /// <summary>Kinds of things said not to be wanted, singular ('not a jacket').</summary>
    public ImmutableArray<string> UnwantedKinds { get; init; } = [];
    /// <summary>Pieces spoken of, from 2 on ('how much are two').</summary>
    public int? Quantity { get; init; }
    /// <summary>A category of the store's vocabulary that the message names (also by synonym: 'raincoat' → Jackets).</summary>
    public string? Category { get; init; }
    /// <summary><c>women</c>, <c>men</c>, <c>kids</c>.</summary>
    public string? Audience { get; init; }
    /// <summary>Positions in the last list, 1-based ('the first two' → 1, 2; 'the last one' → -1).</summary>
    public ImmutableArray<int> Ordinals { get; init; } = [];
    /// <summary>Products named by (part of) their title: ids, best match first.</summary>
    public ImmutableArray<string> ProductIds { get; init; } = [];
    /// <summary>'more like', 'similar to'.</summary>
    public bool Similar { get; init; }
    /// <summary>'more', 'others', 'what else', 'show me more'.</summary>
    public bool More { get; init; }
    /// <summary>'for four people', 'with a hood': words that only go on with what was wished before.</summary>
    public bool Continues { get; init; }
    /// <summary>'on sale', 'discounted'.</summary>
    public bool OnSale { get; init; }
    /// <summary>'in stock', 'available now'.</summary>
    public bool InStock { get; init; }
    /// <summary>'it', 'this one', 'that' with nothing else named.</summary>
    public bool RefersBack { get; init; }
    /// <summary>A bare yes or no to what was asked; null otherwise.</summary>
    public bool? Answer { get; init; }
    /// <summary>The wish without prices, sizes, colours, filler and courtesy: what to search for.</summary>
    public string SearchText { get; init; } = "";
}

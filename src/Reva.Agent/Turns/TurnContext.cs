using System.Collections.Immutable;
using Reva.Agent.Replies;
using Reva.Agent.Understanding;
using Reva.Core.Catalog;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Agent.Turns;

/// <summary>One turn while it runs: what it was given, what it has found out, and what it will remember.</summary>
public sealed class TurnContext(TurnInput input, ITurnSink sink, CatalogVocabulary vocabulary, MessageMeaning meaning)
{
    private readonly TurnContext? _whole;
    private int _calls;

    private TurnContext(TurnContext whole, TurnInput input, MessageMeaning meaning)
        : this(input, whole._sink, whole.Vocabulary, meaning)
    {
        _whole = whole;
        WishedEscalation = whole.WishedEscalation;
        PageProduct = whole.PageProduct;
        Wording = whole.Wording;
        Findings = whole.Findings;
        Citations = whole.Citations;
        Tried = whole.Tried;
        Orders = whole.Orders;
        StepUps = whole.StepUps;
        AskedActions = whole.AskedActions;
        Heard = whole.Heard;
    }

    private readonly ITurnSink _sink = sink;

    /// <summary>What the turn began with.</summary>
    public TurnInput Input { get; } = input;

    /// <summary>The store's own words.</summary>
    public CatalogVocabulary Vocabulary { get; } = vocabulary;

    /// <summary>What the message means.</summary>
    public MessageMeaning Meaning { get; } = meaning;

    /// <summary>What the conversation will remember; replaced as the turn learns.</summary>
    public ConversationMemory Memory { get; set; } = input.Memory;

    /// <summary>The product whose page is open, if it is one of the store's.</summary>
    public Product? PageProduct { get; set; }

    /// <summary>Phrases of the shopper's language; null for English and where there are none.</summary>
    internal Phrases? Phrases => Replies.Phrases.In(Meaning.Language);

    /// <summary>The message in English as far as it was translated; as written otherwise.</summary>
    public string English => Meaning.English ?? Input.Text;

    /// <summary>Chooses among equal wordings.</summary>
    public Wording Wording { get; } = new(input.TurnId);

    /// <summary>A person was asked for by a tool in this turn.</summary>
    public EscalationWish? WishedEscalation { get; set; }

    /// <summary>What tools have found in this turn, in words, for summaries.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>Tools used in this turn and how they ended, for summaries.</summary>
    public List<string> Tried { get; } = [];

    /// <summary>Orders shown in this turn.</summary>
    public List<Order> Orders { get; } = [];

    /// <summary>What tools answered in this turn, word by word: what a reply may rest on.</summary>
    internal List<string> Heard { get; } = [];

    /// <summary>Counts a product among what a reply may rest on.</summary>
    internal void Hear(Product product) => Heard.Add(System.Text.Json.JsonSerializer.Serialize(product, Tools.ToolJson.Options));

    /// <summary>Wishes of this turn that were refused only because the shopper is not known well enough.</summary>
    public List<PendingQuestion> StepUps { get; } = [];

    /// <summary>Pages cited so far, in order of their numbers.</summary>
    public List<Citation> Citations { get; } = [];

    /// <summary>The e-mail proved and still valid; null otherwise.</summary>
    public string? VerifiedEmail => Memory.Identity is { Email: { } email, Until: { } until } && until > Input.Now ? email : null;

    /// <summary>When a person would answer, in words that follow 'they answer'.</summary>
    public string ReplyPromise { get; } = AnswerTime.Text(input.Store, input.Now);

    /// <summary>How well the shopper is known now.</summary>
    public VerificationLevel Level => VerifiedEmail is null ? VerificationLevel.None : Identification.Proofs.LevelOf(Memory.Identity);

    /// <summary>Proposals that this turn asks about anew, besides those it makes.</summary>
    internal List<string> AskedActions { get; private init; } = [];

    /// <summary>Whether the shopper said nothing: the turn only tells what came of an action.</summary>
    public bool OnlyNews => Input.Text.Length == 0;

    /// <summary>The store's id.</summary>
    public string StoreId => Input.Store.Id;

    /// <summary>Hands an event on.</summary>
    public void Emit(TurnEvent turnEvent)
    {
        if (turnEvent is ToolCompleted call)
        {
            Tried.Add($"{call.Tool} {(call.Ok ? "answered" : "refused")}");
            Heard.Add(call.Result);
        }
        else if (turnEvent is ProductsShown goods)
        {
            foreach (var hit in goods.Hits)
                Hear(hit.Product);
        }
        else if (turnEvent is OrderShown shown)
        {
            Orders.Add(shown.Order);
        }
        _sink.Emit(turnEvent);
    }

    /// <summary>An id for the next tool call, unique in the turn.</summary>
    public string NextCallId() => _whole?.NextCallId() ?? $"{Input.TurnId}-{++_calls}";

    /// <summary>The same turn narrowed to one of its wishes; what it cites, finds and calls counts for the whole.</summary>
    public TurnContext For(MessagePart part) =>
        new(this, Input with { Text = part.Text, Memory = Memory }, Meaning with { Intent = part.Intent, Entities = part.Entities, SubIntents = [], Parts = [] });

    /// <summary>The same turn going on with what is left of its message.</summary>
    internal TurnContext For(TurnInput input, MessageMeaning meaning) => new(this, input, meaning);

    /// <summary>Says <paramref name="text"/> at once; the reply follows it in a paragraph of its own.</summary>
    internal void Open(string text)
    {
        Opening = text + "\n\n";
        Emit(new TextDelta(0, Opening));
    }

    /// <summary>What was said before the reply, with the space after it; empty as a rule.</summary>
    internal string Opening { get; private set; } = "";

    /// <summary>The number to cite a page by; the same page keeps its number.</summary>
    public int Cite(string title, string url)
    {
        var known = Citations.Find(c => c.Url == url);
        if (known is null)
            Citations.Add(known = new Citation(Citations.Count + 1, title, url));
        return known.N;
    }

    /// <summary>Remembers products just shown.</summary>
    public void RememberShown(ProductQuery? query, ImmutableArray<ProductHit> hits, bool continued)
    {
        var ids = hits.Select(h => h.Product.Id).ToImmutableArray();
        Memory = Memory with
        {
            LastQuery = query ?? Memory.LastQuery,
            ShownProductIds = ids,
            SeenProductIds = continued ? [.. Memory.SeenProductIds.Union(ids)] : ids,
            FocusProductId = ids.Length == 1 ? ids[0] : null,
        };
    }
}

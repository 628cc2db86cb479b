namespace Reva.Sandbox.Faults;

/// <summary>What goes wrong with a service, as <c>POST /_control/faults</c> takes it.</summary>
/// <param name="Service"><c>shopify</c>, <c>openai</c>, <c>anthropic</c>, <c>mail</c>, <c>storefront</c>, or <c>*</c> for all.</param>
/// <param name="Kind"><c>status</c>, <c>silence</c>, <c>reset</c>, <c>slow</c>, <c>throttle</c> or <c>malformed</c>; <c>lost</c> and <c>hold</c> let the service do its work first.</param>
/// <param name="Count">How many requests it hits; null hits all until it is cleared or its time is over.</param>
/// <param name="Duration">Seconds from now; null has no end.</param>
/// <param name="Status">Status code of kind <c>status</c>; 503 when not given.</param>
/// <param name="RetryAfter">Seconds in the header <c>Retry-After</c>.</param>
/// <param name="Operation">Only requests whose body has this word: the name of a GraphQL operation or of a field, such as <c>refundCreate</c>.</param>
/// <param name="Delay">Seconds that <c>slow</c> waits before it goes on, and <c>silence</c> before it hangs up (null: never).</param>
internal sealed record FaultRequest(
    string Service, string Kind, int? Count = null, double? Duration = null, int? Status = null, double? RetryAfter = null, double? Delay = null, string? Operation = null)
{
    public static readonly string[] Services = ["shopify", "openai", "anthropic", "mail", "storefront", "*"];

    public static readonly string[] Kinds = ["status", "silence", "reset", "slow", "throttle", "malformed", "lost", "hold"];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem() =>
        !Services.Contains(Service) ? $"service is one of {string.Join(", ", Services)}"
        : !Kinds.Contains(Kind) ? $"kind is one of {string.Join(", ", Kinds)}"
        : Kind == "slow" && Delay is null ? "a slow service needs delay in seconds"
        : Count is <= 0 || Duration is <= 0 || Delay is < 0 ? "count and duration are above 0, delay not below it"
        : null;
}

/// <summary>A fault that is in force.</summary>
internal sealed class Fault(FaultRequest request, DateTimeOffset? until) : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private int _waiting;

    public FaultRequest Request => request;

    public DateTimeOffset? Until => until;

    public int? Left { get; private set; } = request.Count;

    /// <summary>Cancelled when the fault is cleared: who waits in it goes free.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>How many requests wait in it now.</summary>
    public int Waiting => _waiting;

    public void Enter() => Interlocked.Increment(ref _waiting);

    public void Leave() => Interlocked.Decrement(ref _waiting);

    /// <summary>Whether a request of a service is one that it hits.</summary>
    public bool Hits(string service, string body) =>
        (request.Service == service || request.Service == "*") && (request.Operation is null || HasWord(body, request.Operation));

    public bool IsSpent(DateTimeOffset now) => Left == 0 || until <= now;

    /// <summary>How many requests have met it and are not answered yet; until then it can still be cleared for them.</summary>
    public int InUse { get; private set; }

    /// <summary>Counts a request that meets it; the board's lock is held.</summary>
    public void Use()
    {
        Left -= 1;
        InUse += 1;
    }

    /// <summary>Counts a request that is through; the board's lock is held.</summary>
    public void Release() => InUse -= 1;

    public void End() => _over.Cancel();

    public void Dispose() => _over.Dispose();

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (!IsWord(text, at - 1) && !IsWord(text, at + word.Length))
                return true;
        return false;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_');
}

namespace Reva.Sandbox.Faults;

/// <summary>What goes wrong with a service, as <c>POST /_control/faults</c> takes it.</summary>
/// <param name="Service"><c>shopify</c>, <c>openai</c>, <c>anthropic</c>, <c>storefront</c>, or <c>*</c> for all.</param>
/// <param name="Kind"><c>status</c>, <c>silence</c>, <c>reset</c>, <c>slow</c>, <c>throttle</c> or <c>malformed</c>.</param>
/// <param name="Count">How many requests it hits; null hits all until it is cleared or its time is over.</param>
/// <param name="Duration">Seconds from now; null has no end.</param>
/// <param name="Status">Status code of kind <c>status</c>; 503 when not given.</param>
/// <param name="RetryAfter">Seconds in the header <c>Retry-After</c>.</param>
/// <param name="Delay">Seconds that <c>slow</c> waits before it goes on, and <c>silence</c> before it hangs up (null: never).</param>
internal sealed record FaultRequest(
    string Service, string Kind, int? Count = null, double? Duration = null, int? Status = null, double? RetryAfter = null, double? Delay = null)
{
    public static readonly string[] Services = ["shopify", "openai", "anthropic", "storefront", "*"];

    public static readonly string[] Kinds = ["status", "silence", "reset", "slow", "throttle", "malformed"];

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

    public FaultRequest Request => request;

    public DateTimeOffset? Until => until;

    public int? Left { get; private set; } = request.Count;

    /// <summary>Cancelled when the fault is cleared: who waits in it goes free.</summary>
    public CancellationToken Over => _over.Token;

    public bool IsSpent(DateTimeOffset now) => Left == 0 || until <= now;

    public void Use() => Left -= 1;

    public void End() => _over.Cancel();

    public void Dispose() => _over.Dispose();
}

using Reva.Core.Actions;

namespace Reva.Connections.Shopify.Actions;

/// <summary>A mutation's answer; every document calls its payload <c>result</c>.</summary>
internal sealed record ChangeData<T>(T? Result)
    where T : ChangePayload;

/// <summary>What all payloads have.</summary>
internal record ChangePayload
{
    public IReadOnlyList<UserErrorNode>? UserErrors { get; init; }

    /// <summary>The shop's no; null when it did what it was asked for.</summary>
    public ActionOutcome? Refusal =>
        UserErrors is [var first, ..] ? ActionOutcome.Refused(first.Code ?? "REFUSED", string.Join(' ', UserErrors.Select(e => e.Message).Distinct(StringComparer.Ordinal))) : null;
}

internal sealed record UserErrorNode(string Message, string? Code = null);

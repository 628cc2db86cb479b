namespace Reva.Server.Hubs;

/// <summary>What a widget says when it connects.</summary>
public sealed record StartRequest(string? StoreId, string? VisitorToken, PageInfo? Page, string? Locale, bool Fresh = false)
{
    /// <summary>Who is signed in to the shop, as the shop's own token says; null for nobody.</summary>
    public string? CustomerToken { get; init; }
}

/// <summary>The shop's page that the shopper looks at.</summary>
public sealed record PageInfo(string? Url, string? ProductHandle);

/// <summary>What the widget needs to begin.</summary>
public sealed record StartResponse(string ConversationId, string VisitorToken, long LastSeq, StoreInfo Store);

/// <summary>The shop as the widget shows it.</summary>
public sealed record StoreInfo(string Name, string Locale, ThemeInfo Theme, IReadOnlyList<string> Suggestions);

/// <summary>Colours of the widget.</summary>
public sealed record ThemeInfo(string Accent);

/// <summary>A shopper's message.</summary>
public sealed record SendRequest(string? ConversationId, string? ClientMessageId, string? Text, PageInfo? Page);

/// <summary>The number under which something is stored.</summary>
public sealed record SeqResponse(long Seq);

/// <summary>An answer to a proposal.</summary>
public sealed record ActionRequest(string? ConversationId, string? ActionId);

/// <summary>Where the action stands after the answer.</summary>
public sealed record ActionResponse(long Seq, string Status);

/// <summary>A rating.</summary>
public sealed record RateRequest(string? ConversationId, int Score, string? Comment);

using System.Collections.Immutable;
using Reva.Core.Catalog;

namespace Reva.Grains.Stores;

/// <summary>
/// What a shop's platform publishes, page by page. Thread safe. Throws <see cref="Reva.Agent.Ports.ShopUnavailableException"/>
/// when the platform does not answer; the same cursor may then be asked for again.
/// </summary>
public interface IShopSource
{
    /// <summary>The shop itself.</summary>
    Task<ShopDetails> ShopAsync(string storeId, CancellationToken cancellationToken);

    /// <summary>Products after <paramref name="cursor"/> (null: from the first), optionally only those changed since.</summary>
    Task<SourcePage<Product>> ProductsAsync(string storeId, string? cursor, DateTimeOffset? updatedSince, CancellationToken cancellationToken);

    /// <summary>Help pages after <paramref name="cursor"/>; the first page brings the policies too.</summary>
    Task<SourcePage<ContentPage>> ContentAsync(string storeId, string? cursor, CancellationToken cancellationToken);
}

/// <summary>A slice of a longer list; a null <paramref name="NextCursor"/> ends it.</summary>
public sealed record SourcePage<T>(ImmutableArray<T> Items, string? NextCursor)
{
    /// <summary>Ids of what the platform still has but no longer shows: drafts, archived and unpublished products.</summary>
    public ImmutableArray<string> Withdrawn { get; init; } = [];
}

/// <summary>The shop as its platform describes it.</summary>
public sealed record ShopDetails(string Name, string Currency, string TimeZone, string? ContactEmail, string StorefrontUrl);

/// <summary>A help page or policy.</summary>
/// <param name="Kind"><c>policy</c> or <c>page</c>.</param>
/// <param name="Html">Its body as the platform has it.</param>
public sealed record ContentPage(string Id, string Kind, string Title, string Html, string Url, DateTimeOffset UpdatedAt);

namespace Reva.Sandbox.Shopify.Store;

internal sealed record Customer(
    long Id, string FirstName, string LastName, string Email, string? Phone, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, IReadOnlyList<string> Tags,
    string? Note, string Locale, bool AcceptsMarketing, IReadOnlyList<Address> Addresses, IReadOnlyList<PaymentMethod> PaymentMethods)
{
    /// <summary>Money that the shop owes them in goods; null before the first was given.</summary>
    public StoreCredit? StoreCredit { get; init; }

    public string DisplayName => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Email;
}

internal sealed record Address(
    long Id, string? FirstName, string? LastName, string? Company, string? Address1, string? Address2, string? City, string? Province, string? ProvinceCode,
    string? Country, string? CountryCode, string? Zip, string? Phone)
{
    public string? Name => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : null;
}

internal sealed record PaymentMethod(string Id, string Kind, string? Brand, string? LastDigits, decimal? Balance);

/// <summary>A store credit account, in the shop's currency.</summary>
internal sealed record StoreCredit(long Id, decimal Balance, IReadOnlyList<CreditEntry> Entries);

internal sealed record CreditEntry(decimal Amount, DateTimeOffset At, DateTimeOffset? ExpiresAt, string Order);

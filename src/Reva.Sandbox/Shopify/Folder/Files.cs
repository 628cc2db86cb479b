namespace Reva.Sandbox.Shopify.Folder;

// The JSON as it is written in a folder (docs/sandbox-store.md); dates are still texts here.

internal sealed record ShopFile(
    string Name, string Domain, string Currency, string Timezone, string Email, string? Phone = null, string Country = "US", string Plan = "Basic",
    BrandFile? Brand = null, IReadOnlyList<ShippingFile>? Shipping = null);

internal sealed record BrandFile(string Accent = "#334155", string? Logo = null, string Tagline = "", string Voice = "", string About = "");

internal sealed record ShippingFile(
    string Name, decimal Price, int MinDays, int MaxDays, decimal? FreeFrom = null, IReadOnlyList<string>? Countries = null);

internal sealed record ProductFile(
    long Id, string Handle, string Title, IReadOnlyList<VariantFile> Variants, string BodyHtml = "", string ProductType = "", string Vendor = "",
    IReadOnlyList<string>? Tags = null, string Status = "ACTIVE", string CreatedAt = "-365d", string? PublishedAt = ProductFile.AsCreated, string? UpdatedAt = null,
    IReadOnlyList<OptionFile>? Options = null, IReadOnlyList<string>? Images = null, RatingFile? Rating = null, int? UnitsSold = null,
    IReadOnlyList<string>? Collections = null, IReadOnlyList<MetafieldFile>? Metafields = null)
{
    /// <summary>Stands for a date that was left out, which is not the same as <c>null</c>.</summary>
    public const string AsCreated = "as created";
}

internal sealed record OptionFile(string Name, IReadOnlyList<string> Values);

internal sealed record RatingFile(decimal Value, int Count);

internal sealed record MetafieldFile(string Namespace, string Key, string Value, string Type = "single_line_text_field");

internal sealed record VariantFile(
    long Id, decimal Price, string? Sku = null, string? Barcode = null, string? Title = null, IReadOnlyDictionary<string, string>? Options = null,
    decimal? CompareAtPrice = null, int InventoryQuantity = 0, string InventoryPolicy = "DENY", bool? AvailableForSale = null, string? Image = null,
    int WeightGrams = 0);

internal sealed record CollectionFile(string Handle, string Title, long? Id = null, string DescriptionHtml = "", string? Image = null);

internal sealed record AddressFile(
    string? FirstName = null, string? LastName = null, string? Company = null, string? Address1 = null, string? Address2 = null, string? City = null,
    string? Province = null, string? ProvinceCode = null, string? Country = null, string? CountryCode = null, string? Zip = null, string? Phone = null);

internal sealed record PaymentMethodFile(string Id, string Kind, string? Brand = null, string? LastDigits = null, decimal? Balance = null);

internal sealed record CustomerFile(
    long Id, string Email, string FirstName = "", string LastName = "", string? Phone = null, string CreatedAt = "-365d", IReadOnlyList<string>? Tags = null,
    string? Note = null, string Locale = "en", bool AcceptsMarketing = false, IReadOnlyList<AddressFile>? Addresses = null,
    IReadOnlyList<PaymentMethodFile>? PaymentMethods = null);

internal sealed record PolicyFile(string Type, string Title, string? Body = null, string? BodyFile = null, string UpdatedAt = "-180d");

internal sealed record PageFile(
    string Handle, string Title, long? Id = null, string? Body = null, string? BodyFile = null, string? PublishedAt = "-180d", string? UpdatedAt = null);

using System.Globalization;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Reads policies and help pages.</summary>
internal sealed class ContentReader(FolderFile file, string directory)
{
    private static readonly string[] PolicyTypes =
    [
        "REFUND_POLICY", "SHIPPING_POLICY", "PRIVACY_POLICY", "TERMS_OF_SERVICE", "CONTACT_INFORMATION", "LEGAL_NOTICE", "SUBSCRIPTION_POLICY", "TERMS_OF_SALE",
    ];

    public IEnumerable<Policy> ReadPolicies() => file.Read<IReadOnlyList<PolicyFile>>().Select((p, i) =>
    {
        var updated = file.Date(p.UpdatedAt, $"[{i}].updatedAt");
        return new Policy(i + 1, file.OneOf(p.Type, PolicyTypes, $"[{i}].type"), p.Title, file.Body(p.Body, p.BodyFile, $"[{i}]"), updated, updated);
    });

    public IEnumerable<ContentPage> ReadPages() => file.Read<IReadOnlyList<PageFile>>().Select((p, i) =>
        Page(p.Id ?? i + 1, p.Handle, p.Title, file.Body(p.Body, p.BodyFile, $"[{i}]"), p.PublishedAt, p.UpdatedAt, $"[{i}]"));

    /// <summary>A file that is a page by itself; its head may give title, publishedAt, updatedAt and draft.</summary>
    public ContentPage ReadPage(long id)
    {
        var (head, text) = Markup.Split(File.ReadAllText(Path.Combine(directory, file.Name)));
        var handle = Path.GetFileNameWithoutExtension(file.Name);
        var published = head.GetValueOrDefault("draft") == "true" ? null : head.GetValueOrDefault("publishedAt", "-180d");
        return Page(id, handle, head.GetValueOrDefault("title", Titled(handle)), Markup.ToHtml(file.Name, text), published, head.GetValueOrDefault("updatedAt"), "the head");
    }

    /// <summary><c>size-guide</c> → <c>Size guide</c>.</summary>
    public static string Titled(string handle) =>
        handle.Length == 0 ? "" : char.ToUpper(handle[0], CultureInfo.InvariantCulture) + handle[1..].Replace('-', ' ');

    private ContentPage Page(long id, string handle, string title, string body, string? publishedAt, string? updatedAt, string place)
    {
        var published = file.OptionalDate(publishedAt, $"{place}.publishedAt");
        var created = published ?? file.Date("-180d", place);
        return new ContentPage(id, handle, title, body, created, file.OptionalDate(updatedAt, $"{place}.updatedAt") ?? created, published);
    }
}

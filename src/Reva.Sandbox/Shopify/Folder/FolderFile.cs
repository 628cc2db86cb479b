using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>One JSON file while it is read: it knows its name, so that whatever is wrong can be said with the place.</summary>
internal sealed class FolderFile(string directory, string name, DateTimeOffset baseDate)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string Name => name;

    /// <summary>The JSON as <typeparamref name="T"/>.</summary>
    public T Read<T>()
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(directory, name));
            return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw Wrong("", "The file says null.");
        }
        catch (JsonException e)
        {
            throw Wrong(e.Path is { Length: > 1 } path ? path.TrimStart('$', '.') : $"line {e.LineNumber + 1}", Plain(e.Message));
        }
        catch (FileNotFoundException)
        {
            throw Wrong("", "The file is missing; a store folder needs it.");
        }
    }

    public DateTimeOffset Date(string text, string place) =>
        RelativeDate.Resolve(text, baseDate) ?? throw Wrong(place, $"'{text}' is no date; write 2026-11-03T09:30:00Z, or an offset such as -3d, +2d, -5h.");

    public DateTimeOffset? OptionalDate(string? text, string place) => text is null ? null : Date(text, place);

    public string OneOf(string value, IReadOnlyCollection<string> allowed, string place) =>
        allowed.Contains(value) ? value : throw Wrong(place, $"'{value}' is not known; use one of {string.Join(", ", allowed)}.");

    /// <summary>Text from the file itself or from the one that it names, as HTML.</summary>
    public string Body(string? body, string? bodyFile, string place)
    {
        if (body is not null == bodyFile is not null)
            throw Wrong(place, "Give either body or bodyFile.");
        if (body is not null)
            return body;
        var path = Path.Combine(directory, bodyFile!);
        return File.Exists(path) ? Markup.ToHtml(bodyFile!, File.ReadAllText(path)) : throw Wrong($"{place}.bodyFile", $"There is no file {bodyFile}; the path counts from the store folder.");
    }

    public StoreFolderException Wrong(string place, string problem) => new(name, place, problem);

    // The serializer names .NET types and its own path; neither helps who wrote the file.
    private static string Plain(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        message = end < 0 ? message : message[..end];
        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return $"The name {message.Split('\'')[1]} is not known here; look for a typing mistake.";
        if (message.Contains("missing required properties", StringComparison.Ordinal))
            return $"Needed but missing: {message[(message.LastIndexOf(':') + 1)..].Trim()}";
        return message.Contains("could not be converted to", StringComparison.Ordinal) ? "The value is of the wrong kind (a text where a number belongs, or the other way round)." : message;
    }
}

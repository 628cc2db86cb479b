namespace Reva.Sandbox;

/// <summary>A verb and its <c>--name value</c> pairs.</summary>
internal sealed record CommandLine(string Verb, IReadOnlyDictionary<string, string> Values)
{
    /// <exception cref="ArgumentException">A name is unknown or has no value.</exception>
    public static CommandLine Parse(string[] arguments, params string[] known)
    {
        var verb = arguments is [var first, ..] && !first.StartsWith('-') ? first : "serve";
        var rest = arguments.Skip(arguments is [var named, ..] && named == verb ? 1 : 0).ToList();
        var values = new Dictionary<string, string>();
        for (var i = 0; i < rest.Count; i += 2)
        {
            var name = rest[i].TrimStart('-');
            if (!known.Contains(name) || i + 1 == rest.Count)
                throw new ArgumentException($"{rest[i]} is not understood; known are {string.Join(", ", known.Select(k => "--" + k))}, each with a value.", nameof(arguments));
            values[name] = rest[i + 1];
        }
        return new CommandLine(verb, values);
    }

    public string? Get(string name) => Values.GetValueOrDefault(name);

    public string Need(string name) => Get(name) ?? throw new ArgumentException($"{Verb} needs --{name}.", nameof(name));
}

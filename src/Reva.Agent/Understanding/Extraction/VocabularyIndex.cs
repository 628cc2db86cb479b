using System.Runtime.CompilerServices;
using Reva.Core.Catalog;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>A store's vocabulary, made ready for looking words up. Built once per vocabulary and kept as long as it lives.</summary>
internal sealed class VocabularyIndex
{
    private static readonly ConditionalWeakTable<CatalogVocabulary, VocabularyIndex> Known = [];

    private readonly Dictionary<string, string> _colors;
    private readonly Dictionary<string, string> _sizes;
    private readonly Dictionary<string, string> _materials;
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal);

    private VocabularyIndex(CatalogVocabulary vocabulary)
    {
        _colors = ByPlain(vocabulary.Colors, c => c.ToLowerInvariant());
        _sizes = ByPlain(vocabulary.Sizes, s => s);
        _materials = ByPlain(vocabulary.Materials, m => m.ToLowerInvariant());
        Categories = new CategoryIndex(vocabulary.Categories);
        Titles = new TitleIndex(vocabulary.Titles);
        foreach (var (title, _) in vocabulary.Titles)
        {
            if (title.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., { Length: > 2 } head] && head.All(char.IsLetter))
                _heads.Add(WordForms.Singular(head.ToLowerInvariant()));
        }
    }

    public CategoryIndex Categories { get; }

    public TitleIndex Titles { get; }

    /// <summary>The index of a vocabulary.</summary>
    public static VocabularyIndex Of(CatalogVocabulary vocabulary) => Known.GetValue(vocabulary, v => new VocabularyIndex(v));

    /// <summary>The shop's own colour, lower case; null when it has none of that name.</summary>
    public string? Color(string phrase) => _colors.GetValueOrDefault(phrase);

    /// <summary>The shop's own size as it writes it.</summary>
    public string? Size(string said) => _sizes.GetValueOrDefault(Squeezed(said));

    /// <summary>The shop's own material, lower case.</summary>
    public string? Material(string phrase) => _materials.GetValueOrDefault(phrase);

    /// <summary>Whether a word is a kind of thing that shops sell, or the last word of a title here.</summary>
    public bool IsProductWord(string word) => CategoryIndex.IsProductWord(word) || _heads.Contains(WordForms.Singular(word));

    private static Dictionary<string, string> ByPlain(IEnumerable<string> values, Func<string, string> written)
    {
        var byPlain = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            byPlain.TryAdd(value.Trim().ToLowerInvariant(), written(value.Trim()));
            byPlain.TryAdd(Squeezed(value), written(value.Trim()));
        }
        return byPlain;
    }

    // '750 ml', '750ML' and '750ml' are one size.
    private static string Squeezed(string value) => string.Concat(value.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
}

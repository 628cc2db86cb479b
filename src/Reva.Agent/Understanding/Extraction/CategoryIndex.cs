using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds the store's category that a message names, by its own words, by synonyms, and through typing mistakes.</summary>
internal sealed class CategoryIndex
{
    private static readonly Dictionary<string, string[]> Groups = DataFiles.Read<Dictionary<string, string[]>>("categories.json");

    private static readonly FrozenSet<string> ProductWords = Groups.Values.SelectMany(w => w).Concat(Groups.Keys)
        .SelectMany(p => p.Split(' ')).Concat(Groups.Values.SelectMany(w => w))
        .Select(WordForms.Singular).Where(w => w.Length > 2)
        .Except(WordSets.Of("gym first aid short yoga rain water running trail walking hiking camp camping air night day dry carry life bath picnic wall desk down over trench roll moka pour french building board action video stuffed loose leaf sun social energy freeze dried olive cream back out set led")).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Dictionary<char, string[]> ByFirstLetter = ProductWords.Where(w => w.Length > 4 && !w.Contains(' ', StringComparison.Ordinal)).GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray());

    private readonly Dictionary<string, string?> _categories = new(StringComparer.Ordinal);

    public CategoryIndex(ImmutableArray<string> categories)
    {
        foreach (var category in categories)
            _categories[Key(category)] = category;
        foreach (var (group, words) in Groups)
        {
            var fitting = categories.Where(c => Belongs(c, group, words)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var word in words.Append(group).Select(Key))
                AddSynonym(word, fitting);
        }
    }

    /// <summary>Whether a word is a kind of thing that shops sell.</summary>
    public static bool IsProductWord(string word) => ProductWords.Contains(word) || ProductWords.Contains(WordForms.Singular(word));

    /// <summary>The product word that a mistyped one was meant to be; null when none is near.</summary>
    public static string? Meant(string word)
    {
        if (word.Length < 4 || IsProductWord(word) || CommonWords.Knows(word) || !ByFirstLetter.TryGetValue(word[0], out var candidates))
            return null;
        var singular = WordForms.Singular(word);
        return Array.Find(candidates, c => WordForms.IsSlipOf(singular, c));
    }

    /// <summary>The category named first by the longest phrase; null when none is, or when several could be meant.</summary>
    public string? Find(MessageText text)
    {
        // A 'backpack for my laptop' is a backpack; only 'something for my laptop' is about laptops.
        var head = HeadEnd(text);
        if ((Named(text, head) ?? Named(text, text.Count)) is { } named)
            return named;
        for (var i = 0; i < text.Count; i++)
        {
            if (text.IsFree(i) && Meant(text[i].Plain) is { } meant && _categories.GetValueOrDefault(Key(meant)) is { } corrected)
                return corrected;
        }
        return null;
    }

    private string? Named(MessageText text, int end)
    {
        for (var length = 3; length > 0; length--)
        {
            // The last word of an English phrase is what it is about: a 'coffee mug' is a mug.
            for (var i = end - length; i >= 0; i--)
            {
                if (text.RoleOf(i) == Role.Unwanted || text.Phrase(i, length) is not { } phrase || !_categories.TryGetValue(Key(phrase), out var category))
                    continue;
                if (category is not null || length > 1)
                    return category;
            }
        }
        return null;
    }

    private static int HeadEnd(MessageText text)
    {
        for (var i = 1; i < text.Count; i++)
        {
            if (text[i].Plain is "for" or "with" or "that" or "which" or "when" or "under" or "to" && Enumerable.Range(0, i).Any(at => IsProductWord(text[at].Plain) && text.RoleOf(at) != Role.Unwanted && text[at].Plain is not ("gift" or "gifts")))
                return i;
        }
        return text.Count;
    }

    private void AddSynonym(string word, List<string> fitting)
    {
        if (fitting.Count == 0)
        {
            // 'sleeping bag' is no bag, also where no category is for sleeping bags.
            if (word.Contains(' ', StringComparison.Ordinal))
                _categories.TryAdd(word, null);
            return;
        }
        // A word that two categories share names neither.
        var named = fitting.Count == 1 ? fitting[0] : fitting.Find(c => Key(c) == word);
        if (named is not null || !_categories.ContainsKey(word))
            _categories.TryAdd(word, named);
    }

    private static bool Belongs(string category, string group, string[] words)
    {
        var key = Key(category);
        if (key == Key(group) || Array.Exists(words, w => Key(w) == key))
            return true;
        return key.Split([' ', '&', '/', ','], StringSplitOptions.RemoveEmptyEntries).Select(WordForms.Singular).Any(w => w == Key(group));
    }

    private static string Key(string phrase) => WordForms.SingularPhrase(phrase.Trim().ToLowerInvariant());
}

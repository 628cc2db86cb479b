using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds materials: the shop's own and the usual ones.</summary>
internal static class Materials
{
    private static readonly FrozenSet<string> Usual = DataFiles.Read<string[]>("materials.json").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Doubtful = WordSets.Of("down stone pine oak walnut beech birch clay iron gold silver paper glass crystal jersey foam fleece rubber marble");
    private static readonly FrozenSet<string> Leading = WordSets.Of("in of from real genuine pure");

    // What 'vegan' rules out.
    private static readonly string[] OfAnimals = ["leather", "suede", "nubuck", "wool", "down", "silk"];

    /// <summary>The materials named, lower case, each once: those wanted, and those said not to be.</summary>
    public static (ImmutableArray<string> Wanted, ImmutableArray<string> Unwanted) Take(MessageText text, VocabularyIndex vocabulary)
    {
        var wanted = ImmutableArray.CreateBuilder<string>();
        var unwanted = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Count; i++)
        {
            for (var length = 2; length > 0; length--)
            {
                if (!text.IsFree(i) || text.Phrase(i, length) is not { } phrase)
                    continue;
                var material = vocabulary.Material(phrase) ?? (Usual.Contains(phrase) ? phrase : null);
                if (material is null)
                    continue;
                var denied = Negations.Deny(text, i, at => text.RoleOf(at) == Role.Material);
                if (length == 1 && Doubtful.Contains(phrase) && !denied && !IsMeant(text, i, vocabulary))
                    continue;
                text.Claim(i, length, Role.Material);
                var materials = denied ? unwanted : wanted;
                if (!materials.Contains(material))
                    materials.Add(material);
                break;
            }
        }
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsFree(i) || text[i].Plain is not "vegan")
                continue;
            text.Claim(i, 1, Role.Material);
            unwanted.AddRange(OfAnimals.Except(unwanted));
        }
        return (wanted.ToImmutable(), unwanted.ToImmutable());
    }

    // 'a down jacket' is of down, 'put it down' is not.
    private static bool IsMeant(MessageText text, int i, VocabularyIndex vocabulary) =>
        Leading.Contains(text[i - 1].Plain) || (!text[i].EndsClause && vocabulary.IsProductWord(text[i + 1].Plain));
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Tells what a shopper does not want: 'not black', 'no wool', 'anything but a jacket', 'I hate pink'.</summary>
internal static class Negations
{
    private const int FarthestWord = 4;

    private static readonly FrozenSet<string> Denying = WordSets.Of("not no without except excluding nothing never non minus nor hate dislike avoid isnt arent neither allergic allergy intolerant sensitive");
    private static readonly FrozenSet<string> Between = WordSets.Of("a an any the in of made from with too that those these colour color really or and like want need wear be is for to necessarily another just something anything");
    private static readonly FrozenSet<string> Verbs = WordSets.Of("like want need wear do love fancy");

    /// <summary>Whether the words before <paramref name="i"/> deny what stands there.</summary>
    public static bool Deny(MessageText text, int i, Func<int, bool> isListed)
    {
        for (var back = i - 1; back >= i - FarthestWord && back >= 0; back--)
        {
            var word = text[back].Plain;
            // 'no, black' answers; 'not too big, black' has moved on.
            if (text[back].EndsClause)
                return false;
            if (Denying.Contains(word))
                return !(word == "not" && text[back + 1].Plain is "only" or "just" or "sure");
            if (word is "dont" or "doesnt" or "didnt" or "wouldnt" or "cant")
                return Verbs.Contains(text[back + 1].Plain);
            if (word is "but")
                return text[back - 1].Plain is "anything" or "any" or "everything" or "all";
            if (word is "than")
                return text[back - 1].Plain is "other" or "rather";
            if (word is "of" && text[back - 1].Plain is "instead")
                return true;
            if (word is "has" or "have" or "got" or "own" or "owns" or "had" && (text[back - 1].Plain is "already" || text[back - 2].Plain is "already"))
                return true;
            if (!Between.Contains(word) && !isListed(back))
                return false;
        }
        return false;
    }

    /// <summary>Kinds of things that are not wanted ('not a jacket'), singular; they are claimed, so that nothing searches for them.</summary>
    public static ImmutableArray<string> TakeKinds(MessageText text, VocabularyIndex vocabulary)
    {
        var kinds = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Count; i++)
        {
            var isKind = text.IsFree(i) && vocabulary.IsProductWord(text[i].Plain);
            if (!isKind || !Deny(text, i, at => text.RoleOf(at) is Role.Unwanted or Role.Color or Role.Material || vocabulary.IsProductWord(text[at].Plain)))
                continue;
            text.Claim(i, 1, Role.Unwanted);
            kinds.Add(WordForms.Singular(text[i].Plain));
        }
        return kinds.ToImmutable();
    }
}

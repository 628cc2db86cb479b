using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Recognizes a bare yes or no, with whatever courtesy goes with it.</summary>
internal static class YesOrNo
{
    private const int MostWords = 7;

    private static readonly FrozenSet<string> Yes = WordSets.Of("yes yeah yep yup ya yea aye sure ok okay okey k absolutely definitely certainly correct right indeed affirmative si oui ja claro sim yess yesss fine alright please");
    private static readonly FrozenSet<string> No = WordSets.Of("no nope nah nay never non nein nee nao noo nooo negative");
    private static readonly FrozenSet<string> Courtesy = WordSets.Of("please pls plz thanks thank you thx ty do it that would be great lovely nice good go ahead for sure of course i so very much kindly exactly not really need to now im fine all ask the team them dont worry thats right by means sounds perfect why cheers then just but me want bother ta danke merci gracias bitte a lot");

    /// <summary>true for yes, false for no, null for everything else.</summary>
    public static bool? Of(MessageText text)
    {
        if (text.Count is 0 or > MostWords)
            return null;
        var (yes, no) = (false, false);
        for (var i = 0; i < text.Count; i++)
        {
            var word = text[i].Plain;
            yes |= Yes.Contains(word) && (word != "please" || text.Count == 1);
            no |= No.Contains(word) || text.Reads(i, "dont", "bother") || text.Reads(i, "not", "really") || text.Reads(i, "not", "now");
            if (!Yes.Contains(word) && !No.Contains(word) && !Courtesy.Contains(word))
                return null;
        }
        if (text.Reads(0, "of", "course") || text.Reads(0, "go", "ahead") || text.Reads(0, "sounds", "good") || text.Reads(0, "why", "not") || text.Reads(0, "please", "do") || text.Reads(0, "do", "it"))
            yes = !text.Reads(0, "of", "course", "not");
        return no ? false : yes ? true : null;
    }
}

using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Mood;

/// <summary>Tells insults and curses aimed at the shop from strong words about something else ('this damn good kettle').</summary>
internal static class RudenessReader
{
    private static readonly Dictionary<string, string[]> Lists = DataFiles.Read<Dictionary<string, string[]>>("rudeness.json");
    private static readonly WordList Insults = new(Lists["insults"]);
    private static readonly WordList Curses = new(Lists["curses"]);
    private static readonly WordList Shop = new(Lists["shop"]);
    private static readonly WordList Harmless = new(Lists["harmless"]);

    public static bool IsRude(MessageText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (Insults.Match(text, i) > 0 && IsAimed(text, i))
                return true;
            if (Curses.Match(text, i) is var length and > 0 && Harmless.Match(text, i + length) == 0 && (length > 1 || IsAimed(text, i) || IsAlone(text) || IsRepeated(text)))
                return true;
        }
        return false;
    }

    // 'stupid question' is modesty, 'dumb phone' is a thing, 'I am an idiot' is oneself.
    private static bool IsAimed(MessageText text, int i)
    {
        if (text[i + 1].Plain is "question" or "questions" or "me" or "mistake" or "bell" or "bells" || text[i - 1].Plain is "im" or "am" || text[i - 2].Plain is "im" or "am" || text[i - 1].Plain is "my")
            return false;
        for (var near = Math.Max(0, i - 5); near <= i + 3 && near < text.Count; near++)
        {
            if (near != i && Shop.Match(text, near) > 0)
                return true;
        }
        return text.Count <= 2;
    }

    private static bool IsAlone(MessageText text) => text.Count <= 3;

    private static bool IsRepeated(MessageText text)
    {
        var curses = 0;
        for (var i = 0; i < text.Count; i++)
            curses += Curses.Match(text, i) > 0 ? 1 : 0;
        return curses > 1;
    }
}

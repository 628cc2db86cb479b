using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Mood;

/// <summary>Recognizes what must reach a person at once: legal steps, chargebacks, injuries, fire, allergic reactions.</summary>
internal static class AlarmReader
{
    private static readonly Dictionary<string, string[]> Lists = DataFiles.Read<Dictionary<string, string[]>>("alarms.json");
    private static readonly WordList Alarming = new([.. Lists["legal"], .. Lists["safety"]]);
    private static readonly WordList Harmless = new(Lists["harmless"]);

    public static bool IsAlarming(MessageText text)
    {
        for (var i = 0; i < text.Count;)
        {
            if (Harmless.Match(text, i) is var harmless and > 0)
            {
                i += harmless;
                continue;
            }
            if (Alarming.Match(text, i) > 0 && !IsPrudent(text, i))
                return true;
            i++;
        }
        return false;
    }

    // 'will my kid choke on it' asks; 'my kid choked on it' tells. 'for police officers' is an audience.
    private static bool IsPrudent(MessageText text, int i) =>
        text[i].Plain is "police" or "hospital" or "lawyer" or "attorney" or "ambulance" && text[i - 1].Plain is "for" or "a" && text[i - 2].Plain is "for" or "gift" or "gifts" or "as" or "bag"
        || text[i - 1].Plain is "prevent" or "against" or "avoid" or "without" or "anti";
}

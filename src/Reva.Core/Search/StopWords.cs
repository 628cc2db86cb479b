namespace Reva.Core.Search;

/// <summary>Words that say nothing about what is looked for: grammar, politeness, and praise that any product may claim.</summary>
public static class StopWords
{
    private static readonly HashSet<string> Words = new(
        """
        a about above actually after again ago all also always am an and another any anybody anyone anything are around as ask at available away
        back be because been before being below besides best better between big both but buy by came can cannot cant carry cheap cheaper cheapest
        choose cool come comfortable comfy cost could couldn cute day decent did didn do does doesn doing don done down each either else ever every everything
        example exactly expensive fancy few find first fit for from get give given go going gonna good got gotta great ha had hand has hasn have haven having he
        hello help her here hey hi hers him his hot how i id if ill im in instead into is isn it item its ive just keep kind know last later least less let like
        likely little long look looking lot love lovely made make many may maybe me mean might mine more most much must my myself need needs new next nice no
        none not nothing now of off offer often oh ok okay on once one only onto option or other our out over own particular people perfect perhaps piece
        please possible prefer pretty price pricey probably product put quality quite rather really recommend recommendation right same say search see seem
        sell send shall she shop should show since so some somebody someone something soon sort special still stock store stuff stylish such suggest
        suggestion suitable sure take tell thank thanks that the their them then there these they thing think this those though through time to today
        together too top try two type under until up upon us use used usually very via want wanted was wasn way we well went were what when where
        whether which while who whom whose why will with within without wonder won would wouldn yes yet you your yours
        birthday present gift wife husband girlfriend boyfriend partner mum mom dad mother father sister brother friend son daughter
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>Whether a lower-case word is one of them.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}

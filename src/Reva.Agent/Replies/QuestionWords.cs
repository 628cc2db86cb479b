using Reva.Agent.Understanding.Extraction;
using Reva.Core.Search;

namespace Reva.Agent.Replies;

/// <summary>A telling word of a question and the words in which a page may speak of it.</summary>
/// <param name="Word">The word itself, as <see cref="Words.Stem"/> leaves it.</param>
/// <param name="Answers">What may answer it, itself included.</param>
internal sealed record AskedWord(string Word, IReadOnlySet<string> Answers);

/// <summary>The telling words of a question; question-words.json lists what answers what.</summary>
internal static class QuestionWords
{
    private static readonly Dictionary<string, HashSet<string>> Answers = Table(DataFiles.Read<Dictionary<string, string>>("question-words.json"));

    // They frame a question and are about nothing.
    private static readonly HashSet<string> Framing = [.. "tell know wonder wondering question ask please help info information detail more offer have possible policy work works happen happens mean shop's your there something item items thing things product products order buy bought take taken lb lbs kg cm guy guys say still already today now usually normally typically generally often always usual really actually exactly roughly approximately should use using after before when while if until show come go goes leave rid stuff add available possible hello hi hey thank thanks good morning evening afternoon sorry please quick".Split(' ').Select(Words.Stem)];

    /// <summary>Each telling word with what may answer it.</summary>
    public static IReadOnlyList<AskedWord> Of(string question)
    {
        var telling = new List<AskedWord>();
        foreach (var word in Words.Of(AnswerKinds.Subject(question)).Where(w => !Framing.Contains(w) && !w.All(char.IsAsciiDigit)))
        {
            var answers = new HashSet<string>(StringComparer.Ordinal) { word };
            answers.UnionWith(Answers.GetValueOrDefault(word, []));
            answers.UnionWith(Synonyms.Of(word).Select(Words.Stem));
            telling.Add(new AskedWord(word, answers));
        }
        return telling;
    }

    private static Dictionary<string, HashSet<string>> Table(Dictionary<string, string> lines)
    {
        var table = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (asked, answers) in lines)
        {
            foreach (var word in asked.Split(' ').Select(Words.Stem))
            {
                if (!table.TryGetValue(word, out var known))
                    table[word] = known = new(StringComparer.Ordinal);
                known.UnionWith(answers.Split(' ', '-').Select(Words.Stem));
            }
        }
        return table;
    }
}

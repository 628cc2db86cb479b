namespace Reva.Agent.Grounding.Foreign;

/// <summary>How one language tells of deeds, as its file says. Phrases are lower case, with a space for every apostrophe.</summary>
/// <param name="Joints">Begin a clause that goes on with the one before: 'and', 'but'.</param>
/// <param name="That">Begin a clause that tells what the one before says.</param>
/// <param name="Conditions">Begin a clause that claims nothing: 'if', 'once'.</param>
/// <param name="Asks">Begin a question.</param>
/// <param name="Denials">Make a clause a denial.</param>
/// <param name="Could">Make a clause an offer, a duty or something to come.</param>
/// <param name="Reports">Show that somebody else's words are repeated.</param>
/// <param name="Adverbs">Are passed over.</param>
/// <param name="Mine">With a participle, say that the agent did it: 'I have'.</param>
/// <param name="Done">With a participle, say that it was done: 'was', 'we have'.</param>
/// <param name="Exclaimed">Alone in a clause, say that all is done.</param>
/// <param name="Verbs">Participles that name a deed by themselves, without their endings.</param>
/// <param name="Acts">Participles that name one only with a noun, without their endings, by the act of <see cref="DeedNouns"/>.</param>
/// <param name="Nouns">The nouns beside them.</param>
internal sealed record DeedFile(
    string[] Joints, string[] That, string[] Conditions, string[] Asks, string[] Denials, string[] Could, string[] Reports, string[] Adverbs, string[] Mine, string[] Done, string[] Exclaimed,
    Dictionary<DeedKind, string[]> Verbs, Dictionary<DeedAct, string[]> Acts, Dictionary<DeedKind, string[]> Nouns)
{
    /// <summary>Words for 'is' that also tell what is done in general, so that they count only beside a word of <see cref="Specific"/>.</summary>
    public string[] Stands { get; init; } = [];

    /// <summary>Words that show that this shopper's own matter is meant: 'your'.</summary>
    public string[] Specific { get; init; } = [];

    /// <summary>Endings of participles.</summary>
    public string[] Endings { get; init; } = [""];

    /// <summary>Endings of verbs in the simple past.</summary>
    public PastEndings Pasts { get; init; } = new([], [], []);

    /// <summary>Stems of <see cref="Verbs"/> before those endings.</summary>
    public Dictionary<DeedKind, string[]> Stems { get; init; } = [];

    /// <summary>Stems of <see cref="Acts"/> before those endings.</summary>
    public Dictionary<DeedAct, string[]> ActStems { get; init; } = [];

    /// <summary>'I have just', before one of <see cref="Infinitives"/>.</summary>
    public string[] JustDone { get; init; } = [];

    /// <summary>Infinitives that name a deed.</summary>
    public Dictionary<DeedKind, string[]> Infinitives { get; init; } = [];
}

/// <summary>Endings of the simple past.</summary>
/// <param name="Mine">Of the first person.</param>
/// <param name="Ours">Of the first person plural; often the present tense too.</param>
/// <param name="Passive">Of the third person after a reflexive 'se'.</param>
internal sealed record PastEndings(string[] Mine, string[] Ours, string[] Passive);

/// <summary>What is done to what a noun names.</summary>
internal enum DeedAct
{
    /// <summary>Set up, processed.</summary>
    Do,
    Change,
    Send,
    Tell,
    Grant,
}

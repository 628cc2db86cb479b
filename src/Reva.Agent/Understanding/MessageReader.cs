using System.Text.RegularExpressions;
using Reva.Agent.LanguageModels;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Understanding;

/// <summary>Understands by rules, and lets a model correct the intent, mood and language where one is configured for it.</summary>
public sealed partial class MessageReader(IUnderstanding rules, ModelUnderstanding model)
{
    /// <summary>What the turn's message means. A model that fails or stalls changes nothing.</summary>
    public async ValueTask<MessageMeaning> ReadAsync(TurnInput input, CatalogVocabulary vocabulary, CancellationToken cancellationToken)
    {
        if (input.Text.Length == 0)
            return new MessageMeaning { Intent = input.Memory.LastIntent, Language = input.Memory.Language, Confidence = 1 };
        var meaning = Continuation.Of(rules.Understand(Turning().Replace(input.Text, ""), input.Memory, vocabulary), input.Text, input.Memory);
        return await model.CorrectAsync(meaning, input, cancellationToken);
    }

    // 'By the way' says nothing of what follows.
    [GeneratedRegex(@"^\W*((oh|ok|okay|and)\W+)?(by the way|btw|one more (thing|question)|another (thing|question)|quick question|before i forget)\b\W*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Turning();
}

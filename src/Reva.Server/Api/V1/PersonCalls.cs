using Reva.Grains.Conversations;
using Reva.Server.Conversations;

namespace Reva.Server.Api.V1;

/// <summary>What the calls of the shop's people share: checks of names, and refusals that say who has the conversation.</summary>
internal static class PersonCalls
{
    private const int LongestName = 80;

    /// <summary>Cleans a name; a problem when it is too long or, where it must be given, empty.</summary>
    public static IResult? Name(string? raw, bool required, out string? name)
    {
        name = MessageText.Clean(raw).ReplaceLineEndings(" ") is { Length: > 0 } given ? given : null;
        return name is null && required ? Problems.Invalid("invalid_person", "person is empty: give it the name that the shopper should see.")
            : name?.Length > LongestName ? Problems.Invalid("invalid_person", $"person has {name.Length} characters; {LongestName} are possible.") : null;
    }

    /// <summary>The problem of a call that did not go through; null when it did.</summary>
    public static IResult? Refusal(PersonResult result, HttpContext http) => result.Outcome switch
    {
        PostOutcome.TakenOver => Problems.Of(StatusCodes.Status409Conflict, "taken_over", $"{result.Person} has this conversation. It is free once {result.Person} hands it back."),
        PostOutcome.NotTakenOver => Problems.Of(StatusCodes.Status409Conflict, "not_taken_over", "Nobody has taken this conversation over; do that first."),
        _ => Calls.Refusal(result.Outcome, http),
    };
}

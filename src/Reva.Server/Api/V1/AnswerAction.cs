using Orleans;
using Reva.Core;
using Reva.Grains.Conversations;

namespace Reva.Server.Api.V1;

/// <summary>Answers to proposals: the customer's yes or no passed on by the merchant's own program, and a person's approval or refusal.</summary>
internal static class AnswerAction
{
    private const int LongestPerson = 100;

    public static Task<IResult> ConfirmAsync(string id, string actionId, HttpContext http, IGrainFactory grains) =>
        AnswerAsync(id, actionId, http, grains, (conversation, key) => conversation.Confirm("", actionId, key));

    public static Task<IResult> DeclineAsync(string id, string actionId, HttpContext http, IGrainFactory grains) =>
        AnswerAsync(id, actionId, http, grains, (conversation, key) => conversation.Decline("", actionId, key));

    public static async Task<IResult> ApproveAsync(string id, string actionId, DecideActionRequest request, HttpContext http, IGrainFactory grains) =>
        Wrong(request.Person) ?? await AnswerAsync(id, actionId, http, grains, (conversation, key) => conversation.Approve(actionId, request.Person!.Trim(), request.Reason?.Trim() ?? "", key));

    public static async Task<IResult> RejectAsync(string id, string actionId, DecideActionRequest request, HttpContext http, IGrainFactory grains)
    {
        if (Wrong(request.Person) is { } wrong)
            return wrong;
        if (Calls.Check(request.Reason, "reason", out var reason) is { } missing)
            return missing;
        return await AnswerAsync(id, actionId, http, grains, (conversation, key) => conversation.Reject(actionId, request.Person!.Trim(), reason, key));
    }

    private static IResult? Wrong(string? person) => person?.Trim() is { Length: > 0 and <= LongestPerson } ? null
        : Problems.Invalid("invalid_person", $"person is the name of who decides, 1 to {LongestPerson} characters; it stands in the audit.");

    private static async Task<IResult> AnswerAsync(string id, string actionId, HttpContext http, IGrainFactory grains, Func<IConversationGrain, string?, Task<ActionAnswerResult>> answer)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation || !Ulid.IsValid(actionId))
            return Problems.NotFound();
        if (Calls.ClientMessageId(http, out var key) is { } wrong)
            return wrong;
        var result = await answer(conversation, key);
        if (result.Outcome == PostOutcome.NotFound)
            return Problems.Of(StatusCodes.Status404NotFound, "not_found", "This conversation has no action of that id.");
        return Calls.Refusal(result.Outcome, http) ?? Results.Json(new ActionAnswerResponse(actionId, Calls.Wire(result.Status!.Value)));
    }
}

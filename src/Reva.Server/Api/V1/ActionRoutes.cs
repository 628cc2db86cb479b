namespace Reva.Server.Api.V1;

/// <summary>Addresses of actions, their audit and their policies.</summary>
internal static class ActionRoutes
{
    public static void MapActions(this RouteGroupBuilder api)
    {
        var actions = api.MapGroup("").WithTags("Actions");
        actions.MapGet("/conversations/{id}/actions", ReadActions.OfConversationAsync).WithSummary("What was proposed and done in a conversation").Answers<ActionsResponse>(200, 404);
        actions.MapPost("/conversations/{id}/actions/{actionId}/confirm", AnswerAction.ConfirmAsync).WithSummary("Passes on the customer's yes to exactly this proposal").Answers<ActionAnswerResponse>(200, 400, 404).TakesIdempotencyKey();
        actions.MapPost("/conversations/{id}/actions/{actionId}/decline", AnswerAction.DeclineAsync).WithSummary("Passes on the customer's no").Answers<ActionAnswerResponse>(200, 400, 404).TakesIdempotencyKey();
        actions.MapPost("/conversations/{id}/actions/{actionId}/approve", AnswerAction.ApproveAsync).WithSummary("Approves an action that waits for a person").Answers<ActionAnswerResponse>(200, 400, 404, 413, 415).TakesIdempotencyKey();
        actions.MapPost("/conversations/{id}/actions/{actionId}/reject", AnswerAction.RejectAsync).WithSummary("Rejects an action that waits for a person; the customer hears the reason").Answers<ActionAnswerResponse>(200, 400, 404, 413, 415).TakesIdempotencyKey();
        actions.MapGet("/actions", ReadActions.OfStoreAsync).WithSummary("Actions of the store by status, newest first").Answers<ActionsResponse>(200, 400);
        actions.MapGet("/audit", ReadAudit.ListAsync).WithSummary("The audit trail, newest first").Answers<AuditResponse>(200, 400);
        actions.MapGet("/audit/verify", ReadAudit.VerifyAsync).WithSummary("Checks the audit's chains and says where one was touched").Answers<AuditVerdict>(200, 400);
        actions.MapGet("/policies", StorePoliciesApi.ReadAsync).WithSummary("What the agent may do").Answers<PoliciesResponse>(200);
        actions.MapPut("/policies", StorePoliciesApi.ChangeAsync).WithSummary("Changes what the agent may do").Answers<PoliciesResponse>(200, 400, 409, 413, 415);
    }
}

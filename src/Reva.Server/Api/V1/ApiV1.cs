using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

/// <summary>The REST API: all it offers.</summary>
internal static class ApiV1
{
    public static void MapApiV1(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<ApiKeyFilter>().RequireRateLimiting(ApiServices.PerKey).WithTags("Conversations");

        api.MapPost("/conversations", StartConversation.HandleAsync).WithSummary("Starts a conversation and answers its first message")
            .Answers<StartConversationResponse>(201, 400, 409, 413, 415).TakesIdempotencyKey();
        api.MapPost("/conversations/{id}/messages", SendMessage.HandleAsync).WithSummary("Adds a message and answers it; with Accept: text/event-stream as events")
            .Answers<SendMessageResponse>(200, 400, 404, 409, 413, 415).TakesIdempotencyKey().StreamsEvents();
        api.MapGet("/conversations/{id}", ReadConversation.HandleAsync).WithSummary("One conversation with its messages").Answers<ConversationResponse>(200, 404);
        api.MapGet("/conversations/{id}/turns", ReadTurns.HandleAsync).WithSummary("What the agent understood and did, turn by turn").Answers<TurnsResponse>(200, 404);
        api.MapGet("/conversations", ListConversations.HandleAsync).WithSummary("Conversations by status, intent or words, newest first").Answers<ConversationListResponse>(200, 400);
        api.MapPost("/conversations/{id}/escalate", EscalateConversation.HandleAsync).WithSummary("Brings a person in").Answers<EscalateResponse>(200, 400, 404, 409, 413, 415);
        api.MapPost("/conversations/{id}/resolve", ResolveConversation.HandleAsync).WithSummary("Ends a conversation").Answers<ResolveResponse>(200, 400, 404, 413, 415);
        api.MapPost("/conversations/{id}/takeover", TakeOverConversation.HandleAsync).WithSummary("A person speaks from now on; the agent is silent at once")
            .Answers<TakeoverResponse>(200, 400, 404, 409, 413, 415).TakesIdempotencyKey();
        api.MapPost("/conversations/{id}/handback", HandBackConversation.HandleAsync).WithSummary("The agent speaks again, and answers what the person left open")
            .Answers<HandbackResponse>(200, 400, 404, 409, 413, 415).TakesIdempotencyKey();
        api.MapPost("/conversations/{id}/replies", WriteAsPerson.ReplyAsync).WithSummary("A person's message to the shopper, by the one who has the conversation")
            .Answers<PersonMessageResponse>(200, 400, 404, 409, 413, 415).TakesIdempotencyKey();
        api.MapPost("/conversations/{id}/notes", WriteAsPerson.NoteAsync).WithSummary("A note for colleagues; the shopper and the agent never read it")
            .Answers<PersonMessageResponse>(200, 400, 404, 413, 415).TakesIdempotencyKey();
        api.MapGet("/mails", ListMails.HandleAsync).WithTags("Mails").WithSummary("Mail that waits, went or was given up, newest first").Answers<MailListResponse>(200, 400);
        api.MapPost("/customers/token", CustomerToken.Handle).WithTags("Customers").WithSummary("A short-lived token for the widget of a customer who is signed in to the shop")
            .Answers<CustomerTokenResponse>(200, 400, 413, 415);

        api.MapActions();

        // Without it the demo shop would answer for addresses of the API that do not exist.
        app.Map("/api/{**rest}", UnknownEndpoint.Handle).ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
    }

    /// <summary>The page that describes the API.</summary>
    public static void UseApiPages(this WebApplication app)
    {
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint("/openapi/v1.json", "Reva v1");
            ui.DocumentTitle = "Reva API";
        });
    }
}

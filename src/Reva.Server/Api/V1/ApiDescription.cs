using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Reva.Server.Api.V1;

/// <summary>What the description of the API says beyond addresses and bodies: keys, refusals, idempotency.</summary>
internal static class ApiDescription
{
    private const string Scheme = "apiKey";

    /// <summary>Says what an endpoint answers: its body, and the refusals beside those that every endpoint has.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status, params int[] refusals)
    {
        endpoint.Produces<T>(status);
        foreach (var refusal in refusals.Union([StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable]).Order())
            endpoint.Produces<ProblemDetails>(refusal, "application/problem+json");
        return endpoint;
    }

    /// <summary>Says that an endpoint takes an Idempotency-Key.</summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = "Idempotency-Key", In = ParameterLocation.Header, Description = "An id of your own, up to 64 printable characters. The same key again is the same message and gets the same answer.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 64 },
        });
        return Task.CompletedTask;
    });

    /// <summary>Says that an endpoint streams events to who accepts them.</summary>
    public static RouteHandlerBuilder StreamsEvents(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Responses?["200"].Content?.Add("text/event-stream", new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The events of the answer as the hub tells them, one JSON object each." } });
        return Task.CompletedTask;
    });

    /// <summary>Says how callers prove who they are.</summary>
    public static void DescribeKeys(this OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Reva";
        document.Info.Version = "v1";
        (document.Components ??= new OpenApiComponents()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The store's API key." },
        };
        if (document.Components.Schemas?["ProblemDetails"] is OpenApiSchema { Properties: { } fields })
            fields["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong, for programs; the detail says what to do." };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    });
}

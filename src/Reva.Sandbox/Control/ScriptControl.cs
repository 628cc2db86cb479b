using System.Text.Json;
using Reva.Sandbox.Models.Scripts;

namespace Reva.Sandbox.Control;

/// <summary>The scripts of the sandbox's models: <c>POST</c> adds one or several, <c>GET</c> lists, <c>DELETE</c> forgets all.</summary>
internal static class ScriptControl
{
    public static void Map(IEndpointRouteBuilder control)
    {
        control.MapPost("/scripts", Add);
        control.MapGet("/scripts", (ScriptBook book) => book.List());
        control.MapDelete("/scripts", (ScriptBook book) => book.Clear());
    }

    private static IResult Add(JsonElement body, ScriptBook book)
    {
        IReadOnlyList<Script> scripts;
        try
        {
            scripts = body.ValueKind == JsonValueKind.Array
                ? body.Deserialize<IReadOnlyList<Script>>(JsonSerializerOptions.Web)!
                : [body.Deserialize<Script>(JsonSerializerOptions.Web)!];
        }
        catch (JsonException wrong)
        {
            return Results.BadRequest(new { error = wrong.Message });
        }
        if (scripts.Select(s => s.Problem()).FirstOrDefault(p => p is not null) is { } problem)
            return Results.BadRequest(new { error = problem });
        book.Add(scripts);
        return Results.NoContent();
    }
}

using System.Text.Json;

namespace Reva.Sandbox.Mail;

/// <summary>The mail service Resend under <c>/resend</c>, and a look into what it sent.</summary>
internal static class ResendApi
{
    private const int LongestKey = 256;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/resend/emails", Send);
        app.MapGet("/_control/mail", (MailBox box, string? to) => box.Read(to));
        app.MapDelete("/_control/mail", (MailBox box) => box.Clear());
    }

    private static async Task<IResult> Send(HttpContext http, MailBox box, SandboxOptions options)
    {
        if (!options.MailKeys.Any(k => http.Request.Headers.Authorization == $"Bearer {k}"))
            return Refused(401, "missing_api_key", "Missing API Key");
        var key = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } given ? given : null;
        if (key?.Length > LongestKey)
            return Refused(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
        MailRequest? mail;
        try
        {
            mail = await http.Request.ReadFromJsonAsync<MailRequest>(http.RequestAborted);
        }
        catch (JsonException)
        {
            mail = null;
        }
        if (mail is null || mail.Problem() is not null)
            return Refused(422, "validation_error", mail?.Problem() ?? "The body is not JSON.");
        return box.Send(mail, key) is { } id ? Results.Json(new { id })
            : Refused(409, "invalid_idempotent_request", "This idempotency key has been used with a different payload.");
    }

    private static IResult Refused(int status, string name, string message) => Results.Json(new { statusCode = status, name, message }, statusCode: status);
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Reva.Agent.Ports;

namespace Reva.Connections.Mail;

/// <summary>Mail through Resend: bounded in time, retried under one idempotency key, behind a breaker. Thread safe.</summary>
internal sealed class ResendMail(IHttpClientFactory http, IOptions<MailOptions> options, TimeProvider time) : IMail
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string HttpClientName = "mail";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly ResiliencePipeline _patience = MailPatience.Of(options.Value, time);

    /// <inheritdoc/>
    public async Task<string> SendAsync(string storeId, MailMessage message, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.ApiKey))
            throw new MailUnavailableException("No mail service is configured: set Mail:ApiKey and Mail:From.");
        try
        {
            return await _patience.ExecuteAsync(async once => await TryAsync(message, idempotencyKey, once), cancellationToken);
        }
        catch (Exception fault) when (fault is TimeoutRejectedException or BrokenCircuitException)
        {
            throw new MailUnavailableException(fault is BrokenCircuitException ? "The mail service keeps failing and is left alone for a moment." : "The mail service did not answer in time.", fault);
        }
    }

    private async Task<string> TryAsync(MailMessage message, string idempotencyKey, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(message, idempotencyKey);
            using var client = http.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw await FailureAsync(response, cancellationToken);
            var sent = await response.Content.ReadFromJsonAsync<Sent>(Json, cancellationToken);
            return sent?.Id ?? throw new MailUnavailableException("The mail service answered without an id.");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or JsonException)
        {
            throw new MailUnavailableException(broken is JsonException ? "The mail service answered with what is not JSON." : "The connection to the mail service failed.", broken);
        }
    }

    private HttpRequestMessage Request(MailMessage message, string idempotencyKey)
    {
        var address = options.Value.From!;
        var body = new
        {
            from = message.FromName is { } name ? $"{Name(name)} <{address}>" : address,
            to = new[] { message.To },
            subject = message.Subject.ReplaceLineEndings(" "),
            message.Text,
            message.Html,
            message.ReplyTo,
            // Mail readers put together what refers to the same message, whether or not there ever was one.
            headers = message.Thread is { } thread ? new Dictionary<string, string>(StringComparer.Ordinal) { ["References"] = $"<{thread}@{address[(address.LastIndexOf('@') + 1)..]}>" } : null,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Value.BaseUrl.TrimEnd('/')}/emails") { Content = JsonContent.Create(body, options: Json) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Key(idempotencyKey));
        return request;
    }

    // What the service says of a mail may quote the mail, so only the kind of its answer is kept.
    private static async Task<Exception> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var name = (await NameAsync(response, cancellationToken))?.Name ?? "no reason";
        // A key that another try of ours holds at this moment is free again soon; a wrong key or sender is mended by the merchant within the day.
        return response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge || name == "invalid_idempotent_request"
            ? new MailRefusedException($"The mail service refused it: {(int)response.StatusCode} {name}.")
            : new MailUnavailableException($"The mail service answered {(int)response.StatusCode} {name}.");
    }

    private static async Task<Refusal?> NameAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<Refusal>(Json, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    // A header takes no letters beyond ASCII and the service no more than 256 of them.
    private static string Key(string key) => key.Length <= 256 && Ascii.IsValid(key) ? key : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Name(string name) => $"\"{name.ReplaceLineEndings(" ").Replace("\\", "", StringComparison.Ordinal).Replace("\"", "'", StringComparison.Ordinal)}\"";

    private sealed record Sent(string? Id);

    private sealed record Refusal(string? Name);
}

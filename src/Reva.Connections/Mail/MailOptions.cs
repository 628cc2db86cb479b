using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Reva.Connections.Mail;

/// <summary>The mail service and how long it is waited for (configuration <c>Mail:…</c>). Checked at start.</summary>
public sealed record MailOptions
{
    /// <summary>The service's address; default Resend's own.</summary>
    public string BaseUrl { get; init; } = "https://api.resend.com";

    /// <summary>Its key; without one no mail is sent: what waits is given up after a day.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The address that mail comes from, of a domain that the service knows as yours.</summary>
    public string? From { get; init; }

    /// <summary>Seconds for one try; default 10, range 0.2–60.</summary>
    [Range(0.2, 60)]
    public double TrySeconds { get; init; } = 10;

    /// <summary>Second tries within one sending; default 2, range 0–5. The outbox tries again later by itself.</summary>
    [Range(0, 5)]
    public int Retries { get; init; } = 2;

    /// <summary>Seconds that the service is left alone once it keeps failing; default 15, range 0.5–300.</summary>
    [Range(0.5, 300)]
    public double BreakSeconds { get; init; } = 15;
}

/// <summary>Says at start what is wrong with the mail's configuration.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return ValidateOptionsResult.Fail($"Mail:BaseUrl is '{options.BaseUrl}': give an absolute http or https address.");
        if (!string.IsNullOrEmpty(options.ApiKey) && options.From?.Contains('@', StringComparison.Ordinal) != true)
            return ValidateOptionsResult.Fail("Mail:From is missing: give the address that mail comes from, e.g. care@your-shop.example.");
        return ValidateOptionsResult.Success;
    }
}

using Reva.Server.Api.Keys;
using Reva.Server.Security;

namespace Reva.Server.Api.V1;

/// <summary>Who is signed in to the shop.</summary>
/// <param name="Email">Their e-mail address, as the shop knows it.</param>
/// <param name="CustomerId">The platform's id.</param>
public sealed record CustomerTokenRequest(string? Email, string? CustomerId = null);

/// <summary>A token for the widget's page.</summary>
/// <param name="ExpiresAt">Until when it counts.</param>
public sealed record CustomerTokenResponse(string Token, DateTimeOffset ExpiresAt);

/// <summary>The merchant's own server says who is signed in; its API key is the proof.</summary>
internal static class CustomerToken
{
    private const int LongestId = 200;

    public static IResult Handle(CustomerTokenRequest request, HttpContext http, CustomerTokens tokens)
    {
        if (request.Email?.Trim() is not { Length: > 0 } email || !Calls.IsAddress(email))
            return Problems.Invalid("invalid_email", "email is the e-mail address of the customer who is signed in.");
        if (request.CustomerId is { Length: > LongestId })
            return Problems.Invalid("invalid_customer_id", $"customer_id is the platform's id, up to {LongestId} characters.");
        var (token, until) = tokens.Issue(ApiKeyFilter.StoreOf(http), email, request.CustomerId is { Length: > 0 } given ? given : null);
        return Results.Json(new CustomerTokenResponse(token, until));
    }
}

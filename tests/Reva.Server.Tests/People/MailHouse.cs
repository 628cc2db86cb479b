using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Reva.Testing.Database;
using Reva.Testing.Hub;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.People;

/// <summary>A shop whose mail service a test can break, and a look into what it sent.</summary>
public sealed class MailHouse : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly SandboxFixture _sandbox = new();

    public async Task InitializeAsync()
    {
        await _sandbox.InitializeAsync();
        await _postgres.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    /// <summary>Settings of a server that tries its mail quickly.</summary>
    public ServerSettings Settings(params (string Key, string Value)[] more) => new()
    {
        Database = _postgres.ConnectionString,
        SandboxUrl = _sandbox.Url,
        SandboxToken = _sandbox.AccessToken,
        More = new Dictionary<string, string>(more.Select(m => KeyValuePair.Create(m.Key, m.Value)), StringComparer.Ordinal)
        {
            ["Mail:TrySeconds"] = "2", ["Mail:Retries"] = "0", ["Mail:BreakSeconds"] = "0.5",
        },
    };

    /// <summary>An order in this state and the address that opens it.</summary>
    public async Task<(string Number, string Email)> OrderAsync(string status)
    {
        var order = (await _sandbox.Http.GetFromJsonAsync<JsonArray>("/_control/sample-orders"))!.First(o => (string)o!["status"]! == status)!;
        return ((string)order["number"]!, (string)order["email"]!);
    }

    /// <summary>The shop's own number of a customer.</summary>
    public async Task<string> CustomerNumberAsync(string email) =>
        (await _sandbox.Http.GetFromJsonAsync<JsonNode>($"/_control/customers/{email}"))!["id"]!.ToString().Split('/')[^1];

    /// <summary>From now on this goes wrong with the mail service.</summary>
    public async Task BreakAsync(string kind, int? count = null, int? status = null) =>
        (await _sandbox.Http.PostAsJsonAsync("/_control/faults", new { service = "mail", kind, count, status })).EnsureSuccessStatusCode();

    public async Task MendAsync() => (await _sandbox.Http.DeleteAsync("/_control/faults")).EnsureSuccessStatusCode();

    /// <summary>The requests that the mail service got for a ticket.</summary>
    public async Task<int> TriesAsync(string ticket) =>
        (int)(await _sandbox.Http.GetFromJsonAsync<JsonNode>($"/_control/requests?service=mail&contains={ticket}"))!["count"]!;

    /// <summary>The mails that the service sent about a ticket.</summary>
    public async Task<List<JsonNode>> MailsAsync(string ticket) =>
        [.. (await _sandbox.Http.GetFromJsonAsync<JsonArray>($"/_control/mail?to={ServerSettings.Mailbox}"))!.OfType<JsonNode>().Where(m => ((string)m["subject"]!).Contains(ticket, StringComparison.Ordinal))];

    /// <summary>The mails that the service sent to an address, oldest first.</summary>
    public async Task<List<JsonNode>> MailsToAsync(string address) =>
        [.. (await _sandbox.Http.GetFromJsonAsync<JsonArray>($"/_control/mail?to={Uri.EscapeDataString(address)}"))!.OfType<JsonNode>()];

    /// <summary>Waits for the outbox to be done with a ticket's mail; what it says of it.</summary>
    public static async Task<JsonNode> SettledAsync(RestClient program, string ticket)
    {
        JsonNode? row = null;
        await Eventually.Is($"the mail of {ticket} is sent or given up", async () =>
        {
            row = (await program.CallAsync("GET", "mails")).Taken["mails"]!.AsArray().SingleOrDefault(m => (string)m!["key"]! == $"escalation:{ticket}");
            return row is not null && (string)row["status"]! != "waiting";
        });
        return row!;
    }

    /// <summary>A shopper asks for a person; the ticket.</summary>
    public static async Task<string> AskForPersonAsync(string url)
    {
        await using var shopper = await Shopper.ArriveAsync(url);
        await shopper.AskAsync("I want to talk to a human please");
        return await TicketAsync(shopper);
    }

    public static async Task<string> TicketAsync(Shopper shopper) =>
        (string)(await shopper.EverythingAsync()).Last(e => (string)e["type"]! == "escalated")["ticketId"]!;
}

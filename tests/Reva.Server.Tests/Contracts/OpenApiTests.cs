using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Testing;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Contracts;

/// <summary>
/// The API that is served is the one that was reviewed. After a change on purpose: REVA_ACCEPT_CONTRACTS=1 with this test writes the
/// served description to tests/contracts/openapi.json, where the difference is read before it is committed.
/// </summary>
[Collection(RevaCollection.Name)]
public sealed class OpenApiTests(ServerFixture reva)
{
    private static readonly string Reviewed = Path.Combine(Checkout.Root, "tests", "contracts", "openapi.json");
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_api_is_the_one_that_was_reviewed()
    {
        var served = await ServedAsync();
        if (Environment.GetEnvironmentVariable("REVA_ACCEPT_CONTRACTS") == "1")
            await File.WriteAllTextAsync(Reviewed, served);

        var reviewed = await File.ReadAllTextAsync(Reviewed);
        if (served != reviewed)
            Assert.Fail(Difference(reviewed.Split('\n'), served.Split('\n')));
    }

    [Fact]
    public async Task Every_operation_tells_its_answer_its_refusals_and_its_key()
    {
        var described = JsonNode.Parse(await ServedAsync())!;
        Assert.NotEmpty(described["security"]!.AsArray());
        foreach (var (path, operations) in described["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var responses = operation!["responses"]!.AsObject();
                Assert.True(responses.Any(r => r.Key.StartsWith('2') && r.Value!["content"]?["application/json"]?["schema"] is not null), $"{method} {path} does not tell its answer.");
                foreach (var refusal in new[] { "401", "429", "503" })
                    Assert.True(responses[refusal]?["content"]?["application/problem+json"] is not null, $"{method} {path} does not tell {refusal}.");
                Assert.True(operation["summary"] is not null, $"{method} {path} has no summary.");
            }
        }
    }

    private async Task<string> ServedAsync()
    {
        var described = JsonNode.Parse(await reva.Server.Http.GetStringAsync("/openapi/v1.json"))!.AsObject();
        // The address differs with each run and is no part of the contract.
        described.Remove("servers");
        return described.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
    }

    private static string Difference(string[] reviewed, string[] served)
    {
        var at = Enumerable.Range(0, Math.Max(reviewed.Length, served.Length)).First(i => i >= reviewed.Length || i >= served.Length || reviewed[i] != served[i]);
        string Around(string[] lines) => string.Join('\n', lines.Skip(Math.Max(0, at - 3)).Take(8));
        return $"""
            The served API differs from tests/contracts/openapi.json at line {at + 1}.
            Reviewed:
            {Around(reviewed)}
            Served:
            {Around(served)}
            If the change is meant: REVA_ACCEPT_CONTRACTS=1 dotnet test tests/Reva.Server.Tests --filter {nameof(OpenApiTests)}, then read git diff tests/contracts.
            """;
    }
}

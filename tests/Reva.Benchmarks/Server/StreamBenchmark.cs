using System.Diagnostics;
using Reva.Benchmarks.Harness;

namespace Reva.Benchmarks.Server;

/// <summary>
/// What the server adds to a model's reply while a hundred of them stream: to its first token (store, understand, look up, prompt) and to
/// each token. The model's own time is taken off by the stamps in its tokens. Floor: a bare relay of the same stream.
/// </summary>
internal sealed class StreamBenchmark : IBenchmark
{
    private const int AtOnce = 100;
    private const int Rounds = 8;
    private const int WarmUpRounds = 20;
    private static readonly byte[] Answered = "\"type\":\"text.completed\""u8.ToArray();

    public IReadOnlyList<string> Names { get; } = ["ttft_p50_ms", "ttft_p99_ms", "token_p50_ms", "token_p99_ms"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var model = await StampingModel.StartAsync();
        var floor = await RelayedAsync(model);
        await using var server = await BenchServer.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Models:Providers:stamps:Kind"] = "openai", ["Models:Providers:stamps:BaseUrl"] = $"{model.Url}/v1",
            ["Models:Providers:stamps:ApiKey"] = "none", ["Models:Providers:stamps:Model"] = "stamps", ["Models:Reply:0"] = "stamps",
        });
        var reva = await AnsweredAsync(server);
        floor.MustBeWhole();
        reva.MustBeWhole();
        const string first = "ms added to the first token, 100 turns at once";
        const string token = "ms added to a token, 100 turns at once";
        return
        [
            new("ttft_p50_ms", reva.First.Percentile(50), first, floor.First.Percentile(50), "≤ 5"),
            new("ttft_p99_ms", reva.First.Percentile(99), first, floor.First.Percentile(99), "≤ 25"),
            new("token_p50_ms", reva.Token.Percentile(50), token, floor.Token.Percentile(50), "≤ 1"),
            new("token_p99_ms", reva.Token.Percentile(99), token, floor.Token.Percentile(99), "≤ 10"),
        ];
    }

    // Shoppers come when they like: spread evenly over a reply, and not in step with the beat of its tokens.
    private static TimeSpan Offset(int n) => TimeSpan.FromMilliseconds(1150 * (n * 0.6180339887 % 1));

    private static async Task<Added> RelayedAsync(StampingModel model)
    {
        var added = new Added();
        using var http = new HttpClient();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async n =>
        {
            await Task.Delay(Offset(n));
            for (var round = -WarmUpRounds; round < Rounds; round++)
            {
                var reply = added.Begin(round < 0);
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{model.Url}/relay") { Content = new StringContent("hello") };
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                await using var stream = await answer.Content.ReadAsStreamAsync();
                var buffer = new byte[4096];
                while (await stream.ReadAsync(buffer) is > 0 and var length)
                    reply.Take(buffer.AsMemory(0, length));
            }
        }));
        return added;
    }

    private static async Task<Added> AnsweredAsync(BenchServer server)
    {
        var added = new Added();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async n =>
        {
            await using var line = await LoadLine.OpenAsync(server.Process.Url);
            await line.StartAsync();
            await Task.Delay(Offset(n));
            for (var round = -WarmUpRounds; round < Rounds; round++)
            {
                var reply = added.Begin(round < 0);
                await line.SayAsync("how long do I have to return something?");
                while (true)
                {
                    var frame = await line.ReadAsync();
                    if (frame.Span.IndexOf(Answered) >= 0)
                        break;
                    reply.Take(frame);
                }
            }
        }));
        return added;
    }

    private sealed class Added
    {
        public Samples First { get; } = new();

        public Samples Token { get; } = new();

        /// <summary>Replies that came from elsewhere than the model would make a figure of the easy ones alone.</summary>
        public void MustBeWhole()
        {
            if (First.Count != AtOnce * Rounds)
                throw new InvalidOperationException($"Only {First.Count} of {AtOnce * Rounds} replies were the model's.");
        }

        /// <summary>A reply that is asked for now.</summary>
        public Reply Begin(bool warmUp) => warmUp ? new Reply(new Samples(), new Samples()) : new Reply(First, Token);
    }

    private sealed class Reply(Samples first, Samples token)
    {
        private readonly long _asked = Stopwatch.GetTimestamp();
        private long _came;
        private bool _begun;

        public void Take(ReadOnlyMemory<byte> frame)
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var stamp in Stamp.In(frame))
            {
                if (_came == 0)
                {
                    _came = stamp;
                    continue;
                }
                if (!_begun)
                    first.Add(Milliseconds(now - _asked - (stamp - _came)));
                else
                    token.Add(Milliseconds(now - stamp));
                _begun = true;
            }
        }

        private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
    }
}

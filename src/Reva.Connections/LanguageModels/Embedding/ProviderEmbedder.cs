using System.Numerics.Tensors;
using Microsoft.Extensions.Options;
using OpenAI.Embeddings;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Faults;
using Reva.Connections.LanguageModels.Providers;
using Reva.Connections.LanguageModels.Settings;
using Reva.Connections.LanguageModels.Telemetry;

namespace Reva.Connections.LanguageModels.Embedding;

/// <summary>
/// Vectors from the configured embedding model. Providers stand in for each other only because they serve the same model.
/// Throws <see cref="ModelUnavailableException"/> when none answers in time.
/// </summary>
internal sealed class ProviderEmbedder : IEmbedder
{
    private const int BatchSize = 96;

    private readonly List<(string Name, EmbeddingClient Client, Breaker Breaker)> _providers;
    private readonly ModelOptions _options;
    private readonly TimeProvider _time;
    private readonly EmbeddingGenerationOptions _generation;

    public ProviderEmbedder(IOptions<ModelOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        var first = _options.Providers[_options.Embed[0]];
        (Model, Dimensions) = (first.EmbeddingModel!, first.Dimensions!.Value);
        // Only what was asked for explicitly is sent: many compatible endpoints do not know the field.
        _generation = new() { Dimensions = first.EmbeddingDimensions is { } wanted && first.EmbeddingModel!.StartsWith("text-embedding-3", StringComparison.Ordinal) ? wanted : null };
        _providers = [.. _options.Embed.Select(name => (name, ProviderClients.Embeddings(_options.Providers[name], time), NewBreaker()))];
    }

    public string Model { get; }

    public int Dimensions { get; }

    public async ValueTask<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var vectors = new List<float[]>(texts.Count);
        foreach (var batch in texts.Chunk(BatchSize))
            vectors.AddRange(await BatchAsync(batch, cancellationToken));
        return [.. vectors];
    }

    private async Task<IEnumerable<float[]>> BatchAsync(string[] texts, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.EmbedWithinSeconds), _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        ModelFault? last = null;
        for (var attempt = 0; attempt <= _options.Retries && !limit.IsCancellationRequested; attempt++)
        {
            foreach (var (name, client, breaker) in _providers.Where(p => p.Breaker.TryEnter()))
            {
                try
                {
                    var vectors = await AskAsync(name, client, texts, linked.Token);
                    breaker.Succeeded();
                    return vectors;
                }
                catch (Exception exception)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    last = limit.IsCancellationRequested ? new(ModelFaultKind.Silent, "no vectors in time", null, exception) : ModelFault.Of(exception);
                    breaker.Failed(last);
                }
            }
        }
        throw new ModelUnavailableException(last is null ? "All embedding models are left alone for now." : $"No embedding model answered: {last.Message}", last);
    }

    private async Task<List<float[]>> AskAsync(string name, EmbeddingClient client, string[] texts, CancellationToken cancellationToken)
    {
        using var trace = new CallTrace("embeddings", _options.Providers[name].Kind, Model, _time);
        try
        {
            // Empty text is refused by providers; a space stands for it.
            var answer = (await client.GenerateEmbeddingsAsync(texts.Select(t => t.Length == 0 ? " " : t), _generation, cancellationToken)).Value;
            trace.Used(new() { InputTokenCount = answer.Usage?.InputTokenCount });
            var vectors = answer.OrderBy(e => e.Index).Select(e => Unit(e.ToFloats().ToArray())).ToList();
            if (vectors.Count != texts.Length || vectors.Exists(v => v.Length != Dimensions))
                throw new ModelFault(ModelFaultKind.Broken, $"vectors that are not {texts.Length} times {Dimensions}");
            trace.Completed();
            return vectors;
        }
        catch (Exception exception)
        {
            trace.Failed(exception);
            throw;
        }
    }

    private static float[] Unit(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
            TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }

    private Breaker NewBreaker() => new(_options.FailuresToBreak, TimeSpan.FromSeconds(_options.BreakSeconds), _time);
}

using System.Collections.Immutable;
using Reva.Core.Knowledge;

namespace Reva.Agent.Ports;

/// <summary>What a store's own pages and policies say. Thread safe.</summary>
public interface IKnowledge
{
    /// <summary>Passages that may answer <paramref name="question"/>, best first; empty when the store has none.</summary>
    ValueTask<ImmutableArray<PassageHit>> SearchAsync(string storeId, string question, int take, CancellationToken cancellationToken);

    /// <summary>In how many of the store's passages each of <paramref name="words"/> stands, as <see cref="Replies.Words.Of"/> leaves words.</summary>
    ValueTask<WordCounts> CountWordsAsync(string storeId, IReadOnlyCollection<string> words, CancellationToken cancellationToken);
}

/// <summary>How often words stand on a store's pages.</summary>
/// <param name="All">All passages.</param>
/// <param name="PerWord">Passages that hold a word; those without one are left out.</param>
public sealed record WordCounts(int All, IReadOnlyDictionary<string, int> PerWord)
{
    /// <summary>Passages that hold <paramref name="word"/>.</summary>
    public int Passages(string word) => PerWord.GetValueOrDefault(word);
}

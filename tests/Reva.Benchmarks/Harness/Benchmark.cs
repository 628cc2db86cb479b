namespace Reva.Benchmarks.Harness;

/// <summary>One figure or a few that are measured together.</summary>
internal interface IBenchmark
{
    /// <summary>Names of the figures.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Measures them; floors in the same run.</summary>
    Task<IReadOnlyList<Figure>> MeasureAsync();
}

/// <summary>A measured figure.</summary>
/// <param name="Bar">What is to be reached, in words; null where there is no bar.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Floor, string? Bar);

using Xunit;

namespace Reva.Testing.Data;

/// <summary>A test that needs a shared data set; it is reported as skipped, with the reason, where the set is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="name">The data set's folder or file, such as <c>tau-retail</c>.</param>
    public SharedDataFactAttribute(string name) =>
        Skip = SharedData.TryFind(name) is null ? SharedData.WhyAbsent(name) : null;
}

/// <summary>A theory that needs a shared data set; skipped, with the reason, where the set is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <param name="name">The data set's folder or file, such as <c>clinc150</c>.</param>
    public SharedDataTheoryAttribute(string name) =>
        Skip = SharedData.TryFind(name) is null ? SharedData.WhyAbsent(name) : null;
}

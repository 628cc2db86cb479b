using Orleans.Serialization.Invocation;

namespace Orleans.Embedded.Calls;

/// <summary>A call's method and arguments, for filters and for decisions about interleaving.</summary>
internal sealed class Invocation(GrainMethod method, object?[] arguments) : IInvokable
{
    public int GetArgumentCount() => arguments.Length;

    public object? GetArgument(int index) => arguments[index];

    public void SetArgument(int index, object value) => arguments[index] = value;

    public string GetMethodName() => method.Name;
}

using System.Linq.Expressions;
using System.Reflection;
using Orleans.Embedded.Calls;

namespace Orleans.Embedded.Streams;

/// <summary>A method that answers with a stream.</summary>
internal sealed class StreamMethod<T> : GrainMethod
{
    private readonly Func<object, object?[], IAsyncEnumerable<T>> _invoke;

    public StreamMethod(MethodInfo method) : base(method) => _invoke = Compile<IAsyncEnumerable<T>>(method, static (Expression call) => call);

    public override object Call(GrainReference reference, object?[] arguments)
    {
        CopyArguments(arguments);
        return new GrainStream<T>(reference, this, arguments);
    }

    public IAsyncEnumerable<T> Open(object grain, object?[] arguments, CancellationToken cancellationToken)
    {
        SetToken(arguments, cancellationToken);
        return _invoke(grain, arguments);
    }
}

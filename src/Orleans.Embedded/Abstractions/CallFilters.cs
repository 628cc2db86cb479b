using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans;

/// <summary>A call on its way.</summary>
public interface IGrainCallContext
{
    /// <summary>The grain object.</summary>
    object Grain { get; }

    /// <summary>The interface's method.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>The request, whose arguments may be replaced one by one.</summary>
    IInvokable Request { get; }

    /// <summary>The answer, once <see cref="Invoke"/> is done.</summary>
    object? Result { get; set; }

    /// <summary>Goes on to the next filter or the method.</summary>
    Task Invoke();
}

/// <summary>A call that arrives at a grain.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation.</summary>
    IGrainContext TargetContext { get; }

    /// <summary>The class's method.</summary>
    MethodInfo ImplementationMethod { get; }
}

/// <summary>Runs around every call of every grain, on the grain's scheduler.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Must call <see cref="IGrainCallContext.Invoke"/> to let the call go on.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}

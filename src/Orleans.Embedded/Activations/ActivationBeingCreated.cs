using Orleans.Runtime;

namespace Orleans.Embedded.Activations;

/// <summary>Tells a grain's base constructor whose activation it belongs to.</summary>
internal static class ActivationBeingCreated
{
    [ThreadStatic]
    private static Activation? _current;

    public static IGrainContext Context => _current
        ?? throw new InvalidOperationException("A grain is made by the runtime: get it from IGrainFactory.");

    public static object Create(Activation activation, Func<Activation, object> factory)
    {
        var before = _current;
        _current = activation;
        try
        {
            return factory(activation);
        }
        finally
        {
            _current = before;
        }
    }
}

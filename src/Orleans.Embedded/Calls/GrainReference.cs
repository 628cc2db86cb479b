using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Embedded.Calls;

/// <summary>Stands for a grain in the hands of a caller.</summary>
internal class GrainReference : DispatchProxy, IAddressable
{
    private GrainInterface _interface = null!;

    public Silo Silo { get; private set; } = null!;

    public GrainId GrainId { get; private set; }

    public static object Create(Silo silo, GrainInterface grainInterface, GrainId grainId)
    {
        var reference = (GrainReference)grainInterface.NewProxy();
        reference.Silo = silo;
        reference.GrainId = grainId;
        reference._interface = grainInterface;
        return reference;
    }

    public override bool Equals(object? obj) => obj is GrainReference other && other.GrainId == GrainId;

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => GrainId.ToString();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _interface.Method(targetMethod!).Call(this, args ?? []);
}

using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Embedded.Persistence;
using Orleans.Runtime;

namespace Orleans.Embedded.Activations;

/// <summary>Makes grains from services, their context and their persistent states.</summary>
internal static class GrainConstruction
{
    public static Func<Activation, object> Compile(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? throw new InvalidOperationException($"{type} needs a public constructor.");
        var parameters = constructor.GetParameters().Select(Argument).ToArray();
        var invoker = ConstructorInvoker.Create(constructor);
        return activation =>
        {
            var arguments = new object?[parameters.Length];
            for (var i = 0; i < parameters.Length; i++)
                arguments[i] = parameters[i](activation);
            return invoker.Invoke(arguments.AsSpan());
        };
    }

    private static Func<Activation, object?> Argument(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
            return PersistentStates.Factory(parameter, state);
        if (parameter.ParameterType == typeof(IGrainContext))
            return activation => activation;
        if (parameter.ParameterType == typeof(IGrainRuntime))
            return activation => activation.Silo;
        var key = parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
        return key is null
            ? activation => activation.Silo.Services.GetRequiredService(parameter.ParameterType)
            : activation => activation.Silo.Services.GetRequiredKeyedService(parameter.ParameterType, key);
    }
}

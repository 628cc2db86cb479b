using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Embedded.Activations;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded.Persistence;

/// <summary>Makes the states that a grain's constructor asks for.</summary>
internal static class PersistentStates
{
    public static Func<Activation, object?> Factory(ParameterInfo parameter, PersistentStateAttribute attribute)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new InvalidOperationException($"{parameter.Member.DeclaringType}: '{parameter.Name}' is marked as persistent state, so it must be an IPersistentState<T>.");
        var create = typeof(PersistentStates).GetMethod(nameof(Create), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type.GenericTypeArguments).CreateDelegate<Func<Activation, string, string, object>>();
        return activation => create(activation, attribute.StateName, attribute.StorageName ?? "Default");
    }

    private static object Create<TState>(Activation activation, string stateName, string storageName)
    {
        var storage = activation.ActivationServices.GetKeyedService<IGrainStorage>(storageName)
            ?? throw new InvalidOperationException($"There is no storage called '{storageName}': register one with AddGrainStorage.");
        var state = new PersistentState<TState>(stateName, activation.GrainId, storage);
        (activation.Facets ??= []).Add(state);
        return state;
    }
}

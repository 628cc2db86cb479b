using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using Reva.Server.Conversations;

namespace Reva.Server.Hubs;

/// <summary>Gives every failure of a hub call its code, and lets no call in without its argument.</summary>
internal sealed class HubFaults(ILogger<HubFaults> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (Missing(invocationContext) is { } missing)
            throw HubErrors.Invalid($"The argument '{missing.Name}' is missing: docs/contracts.md lists what each call takes.");
        try
        {
            return await next(invocationContext);
        }
        catch (Exception failure) when (PassingFailure.Is(failure))
        {
            logger.LogWarning(failure, "Hub call {Method} must be tried again", invocationContext.HubMethodName);
            throw HubErrors.Unavailable();
        }
        catch (Exception failure) when (failure is not (HubException or OperationCanceledException))
        {
            logger.LogError(failure, "Hub call {Method} failed", invocationContext.HubMethodName);
            throw HubErrors.Unavailable();
        }
    }

    // A record that is null would only be found out by the first look into it.
    private static ParameterInfo? Missing(HubInvocationContext call) => call.HubMethod.GetParameters()
        .Where((parameter, i) => parameter.ParameterType != typeof(string) && i < call.HubMethodArguments.Count && call.HubMethodArguments[i] is null)
        .FirstOrDefault();
}

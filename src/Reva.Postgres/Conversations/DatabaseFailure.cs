using Npgsql;
using Reva.Grains.Conversations;

namespace Reva.Postgres.Conversations;

/// <summary>Tells a database that is away from a statement that is wrong.</summary>
internal static class DatabaseFailure
{
    /// <summary>True when the same statement may succeed later: connection lost or refused, server starting or stopping, no free connection, deadlock.</summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState is
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled,
        NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    public static bool IsDuplicate(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Runs a query; a database that is away becomes <see cref="LogUnavailableException"/>.</summary>
    public static async Task<T> Guard<T>(Func<Task<T>> query)
    {
        try
        {
            return await query();
        }
        catch (Exception failure) when (IsPassing(failure))
        {
            throw new LogUnavailableException("The database does not answer.", failure);
        }
    }
}

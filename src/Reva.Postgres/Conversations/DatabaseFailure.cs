using Npgsql;
using Reva.Grains.Conversations;

namespace Reva.Postgres.Conversations;

/// <summary>Tells a database that is away from a statement that is wrong.</summary>
internal static class DatabaseFailure
{
    private const int ReadAttempts = 4;

    /// <summary>True when the same statement may succeed later: connection lost or refused, server starting or stopping, no free connection, deadlock.</summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState is
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled,
        NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    public static bool IsDuplicate(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>
    /// Runs a query that changes nothing. After a restart of PostgreSQL the pool still holds dead connections, so it is tried again;
    /// a database that stays away becomes <see cref="LogUnavailableException"/>.
    /// </summary>
    public static async Task<T> GuardRead<T>(Func<Task<T>> query)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await query();
            }
            catch (Exception failure) when (IsPassing(failure))
            {
                if (attempt == ReadAttempts)
                    throw new LogUnavailableException("The database does not answer.", failure);
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt * attempt));
            }
        }
    }
}
